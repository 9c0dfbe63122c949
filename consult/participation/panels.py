"""What people see of votes and comments."""

from flask import url_for

from consult.accounts.addresses import masked
from consult.accounts.models import Person
from consult.core import clock
from consult.core.errors import NotFound
from consult.core.panels import Panel as Panel
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.participation import queries
from consult.participation.forms import ButtonForm, CodeForm, CommentForm, EditForm, VoteForm
from consult.participation.models import VOTES, Comment, Pending, Stance
from consult.participation.rules.comments import GRACE
from consult.participation.rules.pending import is_alive, tries_left
from consult.proposals.models import Proposal as Proposal

SPEAKERS = {Role.OFFICER, Role.OWNER, Role.MODERATOR}


def vote_panel(proposal: Proposal, viewer: Person | None, form: VoteForm | None = None) -> Panel:
    """The viewer's own vote, or the way to give one."""
    held = queries.vote_of(viewer, proposal) if viewer else None
    if form is None:
        form = VoteForm(
            formdata=None,
            data={"stance": held.stance.value, "reason": held.reason} if held else None,
        )
    return Panel(
        "participation/vote.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        held=held,
        is_behind=held is not None and queries.material_since(held),
        form=form,
    )


def vote_email_panel(proposal: Proposal, form: VoteForm) -> Panel:
    """The second step of a visitor's vote: an address to confirm."""
    return Panel(
        "participation/vote_email.html", council=proposal.council, proposal=proposal, form=form
    )


def results_panel(proposal: Proposal) -> Panel:
    """The tallies, or word that they are hidden until the close."""
    by_level = queries.visible_tally(proposal)
    tally = {stance: sum(levels.values()) for stance, levels in (by_level or {}).items()}
    verified = {
        stance: sum(n for level, n in levels.items() if level.is_verified)
        for stance, levels in (by_level or {}).items()
    }
    return Panel(
        "participation/results.html",
        council=proposal.council,
        proposal=proposal,
        is_shown=by_level is not None,
        tally=tally,
        verified=verified,
        total=sum(tally.values()),
        verified_total=sum(verified.values()),
        people=queries.vote_count(proposal),
        stances=VOTES,
        as_of=clock.now(),
    )


def comments_panel(
    proposal: Proposal,
    viewer: Person | None,
    sort: str = "newest",
    after: str | None = None,
    form: CommentForm | None = None,
) -> Panel:
    """What people say, twenty threads at a time, and the way to join in."""
    sort = sort if sort in queries.SORTS else "newest"
    page = queries.comments_page(proposal, sort, after)
    return Panel(
        "participation/comments.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        threads=page.items,
        next=page.next,
        after=after,
        sort=sort,
        count=queries.comment_count(proposal),
        form=form or CommentForm(formdata=None),
        grace=GRACE,
    )


def comment_panel(
    comment: Comment, viewer: Person | None, form: CommentForm | None = None
) -> Panel:
    """One comment with all its replies, its earlier wording, and the way to reply."""
    proposal = comment.proposal
    return Panel(
        "participation/comment.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        comment=comment,
        replies=queries.replies_of(comment) if comment.replies else [],
        edits=queries.edits_of(comment),
        form=form or CommentForm(formdata=None),
        can_speak_officially=can_speak_officially(proposal, viewer),
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


def code_panel(held: Pending, form: CodeForm | None = None) -> Panel:
    """Check your mail, and type the code here."""
    return Panel(
        "participation/code.html",
        council=held.proposal.council,
        proposal=held.proposal,
        held=held,
        address=masked(held.email),
        left=tries_left(held),
        is_alive=is_alive(held),
        form=form or CodeForm(formdata=None),
    )


def link_panel(held: Pending, token: str) -> Panel:
    """What the mailed link shows: what would be counted, and a button."""
    return Panel(
        "participation/link.html",
        council=held.proposal.council,
        proposal=held.proposal,
        held=held,
        token=token,
        address=masked(held.email),
        stance=Stance(held.payload["stance"]),
        is_alive=is_alive(held),
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
