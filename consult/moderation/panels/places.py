"""Where a comment stands, what stands under it, the name above it; and what takes two."""

from collections.abc import Sequence

from flask import url_for

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.checks import refusal_to
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.places import CoverNameForm, GroupForm, MoveForm, PairsForm
from consult.participation import queries as participated
from consult.participation.models import Comment
from consult.proposals import queries as proposals
from consult.proposals.parts import parts_of


def place_panel(
    comment: Comment,
    reader: Person,
    moving: MoveForm | None = None,
    grouping: GroupForm | None = None,
    covering: CoverNameForm | None = None,
) -> Panel:
    """A comment, and the ways to give it another place or its author another name."""
    if moving is None:
        moving = MoveForm(formdata=None, data={"part": comment.part_id or ""})
        moving.offer(parts_offered(comment))
    alike = queries.alike(comment)
    if grouping is None:
        grouping = GroupForm(formdata=None)
        grouping.offer(alike)
    return Panel(
        "moderation/place.html",
        council=comment.proposal.council,
        room="queue",
        comment=comment,
        stands=comment.parent_id is None and not comment.is_suggestion and comment.is_readable,
        leader=participated.leader_of(comment),
        under=participated.same_as(comment),
        alike=alike,
        covers=accounts.covers(comment.author, comment.proposal.council_id),
        refusal=refusal_to(reader, comment, queries.reports_on(comment)),
        moving=moving,
        grouping=grouping,
        covering=covering or CoverNameForm(formdata=None),
        button_form=EmptyForm(formdata=None),
        wrong=next((form for form in (moving, grouping, covering) if form and form.errors), None),
    )


def parts_offered(comment: Comment) -> Sequence[tuple[str, str]]:
    """The parts of the version that a comment's author read."""
    version = proposals.version(comment.proposal, comment.version_number)
    return [(part.id, part.label) for part in parts_of(version.content)]


def address_of_place(council: str, comment: Comment) -> str:
    """Where the place of a comment is decided."""
    return url_for("moderation.place", council=council, comment_id=comment.id)


def address_of_team(council: str) -> str:
    """Where an owner came from."""
    return url_for("councils.team", council=council)


def pairs_panel(council: Council, form: PairsForm | None = None) -> Panel:
    """For which reasons hiding takes two moderators."""
    chosen = [reason.value for reason in queries.paired_reasons(council)]
    return Panel(
        "moderation/pairs.html",
        council=council,
        room="team",
        form=form or PairsForm(formdata=None, data={"reasons": chosen}),
    )
