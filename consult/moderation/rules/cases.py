"""Opening and settling what waits for moderators."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import uuid4

from consult.core import clock
from consult.core.db import db, insert_into
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.models import ORDINARY, Case, CaseKind
from consult.participation.models import Comment
from consult.proposals.holidays import working_day_after
from consult.proposals.models import Proposal

DAYS = {
    CaseKind.HELD: 1,
    CaseKind.SECOND: 1,
    CaseKind.SUSPENSION: 1,
    CaseKind.REPORTED: 2,
    CaseKind.APPEALED: 10,
}  # working days
HOURS = {CaseKind.LEGAL: 48}


def due(kind: CaseKind, since: datetime) -> datetime:
    """When a case of this kind that began then has to be decided."""
    if kind in HOURS:
        return since + timedelta(hours=HOURS[kind])
    began = clock.local(since)
    day = working_day_after(began.date(), DAYS[kind])
    return clock.from_local(began.replace(tzinfo=None, year=day.year, month=day.month, day=day.day))


def open_case(
    kind: CaseKind, comment: Comment, *, rank: int = ORDINARY, why: str | None = None
) -> Case:
    """Put a comment on the moderators' list; once there for a reason, it is there once.

    Whoever calls this holds the comment, so that nothing is settled at the same moment.
    """
    now = clock.now()
    db.session.execute(
        insert_into(Case)
        .values(
            id=uuid4(),
            created_at=now,
            council_id=comment.proposal.council_id,
            proposal_id=comment.proposal_id,
            comment_id=comment.id,
            kind=kind,
            rank=rank,
            why=why,
            due_at=due(kind, now),
        )
        .on_conflict_do_nothing()
    )
    case = queries.open_case(comment, kind)
    assert case is not None
    case.rank = min(case.rank, rank)
    return case


def open_legal_case(council: Council, proposal: Proposal | None, comment: Comment | None) -> Case:
    """Put a legal notice on the moderators' list; each has its own time."""
    now = clock.now()
    case = Case(
        council_id=council.id,
        proposal_id=proposal.id if proposal else None,
        comment_id=comment.id if comment else None,
        kind=CaseKind.LEGAL,
        due_at=due(CaseKind.LEGAL, now),
        created_at=now,
    )
    db.session.add(case)
    db.session.flush()
    return case


def settle(comment: Comment, kinds: Collection[CaseKind], at: datetime | None = None) -> None:
    """Take a comment's cases of these kinds off the list, because they are decided."""
    for kind in kinds:
        case = queries.open_case(comment, kind)
        if case is not None:
            case.settled_at = at or clock.now()
    db.session.flush()
