"""What people see of one comment."""

from flask import url_for

from consult.accounts.models import Person
from consult.core import clock
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.councils import queries as councils
from consult.participation import queries
from consult.participation.forms import ButtonForm, CommentForm, EditForm
from consult.participation.models import Comment
from consult.participation.panels.threads import can_pin
from consult.participation.rules.comments import GRACE
from consult.participation.rules.questions import SPEAKERS as SPEAKERS
from consult.proposals.models import Proposal


def comment_panel(
    comment: Comment, viewer: Person | None, form: CommentForm | None = None
) -> Panel:
    """One comment with all its replies, its earlier wording, and the way to reply."""
    proposal = comment.proposal
    suggestion = queries.suggestion(proposal, comment.id) if comment.is_suggestion else None
    return Panel(
        "participation/comment.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        comment=comment,
        replies=queries.replies_of(comment) if comment.replies else [],
        edits=queries.edits_of(comment),
        leader=queries.leader_of(comment),
        under=queries.same_as(comment),
        form=form or CommentForm(formdata=None),
        can_speak_officially=can_speak_officially(proposal, viewer),
        can_pin=can_pin(comment, viewer),
        suggestion=suggestion,
        is_supported=bool(suggestion and queries.supported_by(viewer, [suggestion])),
        is_marked=viewer is not None and queries.is_helpful_to(viewer, comment),
    )


def edit_panel(comment: Comment, author: Person, form: EditForm | None = None) -> Panel:
    """One's own words, to change."""
    check_own(comment, author)
    return Panel(
        "participation/edit.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        form=form or EditForm(formdata=None, data={"body": comment.body}),
        keeps_history=clock.now() - comment.created_at > GRACE,
    )


def delete_panel(comment: Comment, author: Person) -> Panel:
    """One's own words, to take back."""
    check_own(comment, author)
    return Panel(
        "participation/delete.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        form=ButtonForm(formdata=None),
    )


def can_speak_officially(proposal: Proposal, viewer: Person | None) -> bool:
    """Whether somebody may reply in the council's name."""
    if viewer is None:
        return False
    return bool(councils.roles_of(viewer, proposal.council) & SPEAKERS)


def check_own(comment: Comment, author: Person) -> None:
    """Another person's comment has no such page."""
    if comment.author_id != author.id:
        raise NotFound()


def address_of(comment: Comment) -> str:
    """Where a comment stands."""
    return url_for(
        "site.comment",
        council=comment.proposal.council.slug,
        proposal=comment.proposal.slug,
        comment_id=comment.id,
    )
