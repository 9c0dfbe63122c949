"""What people see of many comments: a page of them, a mark on one, news of others."""

from typing import Any

from consult.accounts.models import Person
from consult.core import _
from consult.core.panels import Panel
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.participation import queries
from consult.participation.forms import CommentForm
from consult.participation.forms.helpful import HelpfulEmailForm, HelpfulForm
from consult.participation.models import STANCES, VOTES, Comment, Stance
from consult.participation.queries import Reading
from consult.participation.rules.comments import GRACE
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal
from consult.proposals.parts import parts_of


def comments_panel(
    proposal: Proposal,
    viewer: Person | None,
    reading: Reading | None = None,
    form: CommentForm | None = None,
    *,
    is_room: bool = False,
) -> Panel:
    """What people say, twenty threads at a time, and the way to join in.

    In the room of comments there are also filters, and a search.
    """
    reading = (reading or Reading()).on(proposal)
    own = _own_stance(proposal, viewer, reading)
    page = queries.comments_page(proposal, reading, viewer, own)
    given = reading.arguments()
    return Panel(
        "participation/comments.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        threads=page.items,
        next=page.next,
        after=reading.after,
        reading=reading,
        words=reading.words,
        own=own,
        given=given,
        without_sort={name: value for name, value in given.items() if name != "sort"},
        sorts=_sorts(proposal, reading),
        figures=queries.figures(proposal),
        form=form or CommentForm(formdata=None),
        grace=GRACE,
        is_room=is_room,
        stances=list(STANCES) if proposal.shows_results else [],
        votes=VOTES,
        parts=_parts(proposal) if is_room else [],
    )


def helpful_panel(comment: Comment, viewer: Person) -> Panel:
    """The one button, and how many pressed it."""
    return Panel(
        "participation/helpful.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        viewer=viewer,
        comment=comment,
        is_marked=queries.is_helpful_to(viewer, comment),
        form=HelpfulForm(formdata=None),
    )


def helpful_email_panel(comment: Comment, form: HelpfulEmailForm | None = None) -> Panel:
    """A visitor's address, so that each person counts once."""
    return Panel(
        "participation/helpful_email.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        form=form or HelpfulEmailForm(),
    )


def news_panel(proposal: Proposal, since: str | None) -> Panel:
    """How many comments came since the page was made."""
    count = queries.new_comments(proposal, since)
    return Panel("participation/news.html", proposal=proposal, count=count)


def can_pin(comment: Comment, viewer: Person | None) -> bool:
    """Whether somebody may put this comment first, or back."""
    if viewer is None or viewer.id == comment.author_id or comment.parent_id:
        return False
    roles = councils.roles_of(viewer, comment.proposal.council)
    return Role.MODERATOR in roles and comment.is_readable


def _own_stance(proposal: Proposal, viewer: Person | None, reading: Reading) -> Stance | None:
    if reading.sort != "unlike":
        return None
    if reading.unlike or viewer is None:
        return reading.unlike
    vote = queries.vote_of(viewer, proposal)
    return vote.stance if vote else None


def _sorts(proposal: Proposal, reading: Reading) -> list[tuple[str, Any]]:
    sorts: list[tuple[str, Any]] = [("newest", _("Newest")), ("oldest", _("Oldest"))]
    if not reading.words:
        sorts += [("discussed", _("Most discussed")), ("helpful", _("Most helpful"))]
        if proposal.shows_results:
            sorts.append(("unlike", _("Views unlike yours")))
    return sorts


def _parts(proposal: Proposal) -> list[tuple[str, str]]:
    """The parts that somebody commented on, by the names they have now."""
    wanted = queries.parts_with_comments(proposal)
    if not wanted:
        return []
    content = proposals.current_version(proposal).content
    names = {part.id: part.label for part in parts_of(content) if part.id in wanted}
    return [(one, names.get(one, _("Something that an earlier version said"))) for one in wanted]
