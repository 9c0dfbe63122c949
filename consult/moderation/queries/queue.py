"""Questions about what waits for moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, not_, or_, select, tuple_
from sqlalchemy import case as sql_case
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import (
    AT_RISK,
    CLAIM,
    OF_THE_WORDS,
    Case,
    CaseKind,
    LegalNotice,
    Reason,
    Report,
)
from consult.moderation.queries.paging import place
from consult.moderation.sought import FREE, TAKEN, Sought
from consult.participation.models import Comment, HeldFor, Visibility
from consult.proposals.models import Proposal

HELD_AS = {
    Reason.PERSONAL_DATA: (HeldFor.PRIVATE,),
    Reason.ABUSE_OR_THREAT: (HeldFor.ABUSE, HeldFor.THREAT),
}


@dataclass(frozen=True)
class Waiting:
    """A line of the queue: a case, what it is about, and how often it was reported why."""

    case: Case
    comment: Comment | None
    reports: int
    reasons: Sequence[Reason]
    notice_id: UUID | None = None

    @property
    def may_be_ticked(self) -> bool:
        """It may be decided together with others: an ordinary report of a comment."""
        return self.case.kind is CaseKind.REPORTED and self.case.rank != AT_RISK


@dataclass(frozen=True)
class QueueFigures:
    """How much waits, of which kinds, and since when the oldest has."""

    waiting: int
    oldest: datetime | None
    kinds: Mapping[CaseKind, int] = field(default_factory=dict)
    mine: int = 0
    overdue: int = 0
    next_due: datetime | None = None


def _waits(council: Council) -> ColumnElement[bool]:
    return and_(
        Case.council_id == council.id,
        Case.settled_at.is_(None),
        or_(
            Case.kind.not_in(OF_THE_WORDS),
            Comment.visibility.is_(None),
            Comment.visibility != Visibility.DELETED,
        ),
    )


def _held_now() -> ColumnElement[bool]:
    return and_(Case.claimed_by_id.is_not(None), Case.claimed_at > clock.now() - CLAIM)


def queue_figures(council: Council, reader: Person | None = None) -> QueueFigures:
    """How much waits, of which kinds, what the reader has taken, and what is late."""
    is_mine = and_(_held_now(), Case.claimed_by_id == (reader.id if reader else None))
    rows = db.session.execute(
        select(
            Case.kind,
            func.count(),
            func.min(Case.created_at),
            func.min(Case.due_at),
            func.count(sql_case((is_mine, 1))),
            func.count(sql_case((Case.due_at < clock.now(), 1))),
        )
        .outerjoin(Comment, Comment.id == Case.comment_id)
        .where(_waits(council))
        .group_by(Case.kind)
    ).all()
    return QueueFigures(
        waiting=sum(row[1] for row in rows),
        oldest=min((row[2] for row in rows), default=None),
        kinds=dict.fromkeys(CaseKind, 0) | {row[0]: row[1] for row in rows},
        mine=sum(row[4] for row in rows),
        overdue=sum(row[5] for row in rows),
        next_due=min((row[3] for row in rows), default=None),
    )


def queue_count(council: Council) -> int:
    """How many cases wait."""
    return queue_figures(council).waiting


def _is_sought(sought: Sought, reader: Person | None) -> list[ColumnElement[bool]]:
    """What a case has to be, besides waiting."""
    asked: list[tuple[bool, ColumnElement[bool]]] = [
        (sought.kind is not None, Case.kind == sought.kind),
        (
            sought.is_mine,
            and_(_held_now(), Case.claimed_by_id == (reader.id if reader else None)),
        ),
        (bool(sought.proposal), Case.proposal.has(Proposal.slug == sought.proposal)),
        (sought.reason is not None, _is_because_of(sought.reason)),
        (sought.is_overdue, Case.due_at < clock.now()),
        (sought.claimed == TAKEN, _held_now()),
        (sought.claimed == FREE, func.coalesce(not_(_held_now()), True)),
    ]
    return [condition for wanted, condition in asked if wanted]


def _is_because_of(reason: Reason | None) -> ColumnElement[bool]:
    """A report gives this reason, or a check held it for what comes to the same."""
    reported = (
        select(Report.id)
        .where(
            Report.comment_id == Case.comment_id,
            Report.settled_at.is_(None),
            Report.reason == reason,
        )
        .exists()
    )
    held = [why.value for why in HELD_AS.get(reason, ())] if reason else []
    return or_(
        and_(Case.kind == CaseKind.REPORTED, reported),
        and_(Case.kind == CaseKind.HELD, Case.why.in_(held)),
    )


def queue(
    council: Council,
    after: str | None = None,
    sought: Sought | None = None,
    reader: Person | None = None,
    *,
    is_brief: bool = False,
) -> Page[Waiting]:
    """What waits for a council's moderators: whoever is at risk first, then the soonest due.

    A brief list, beside a comment under decision, leaves out what reports say.
    """
    keys = (Case.rank, Case.due_at, Case.id)
    chosen = (
        select(Case)
        .outerjoin(Case.comment)
        .where(_waits(council), *_is_sought(sought or Sought(), reader))
        .options(
            contains_eager(Case.comment).joinedload(Comment.author),
            joinedload(Case.proposal),
            joinedload(Case.claimed_by),
        )
        .order_by(*keys)
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) > place(keys, after, int, datetime, UUID))
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    ids = [case.comment_id for case in shown if case.comment_id]
    reported = {} if is_brief else _reported(ids)
    notices = _notices([case.id for case in shown if case.kind is CaseKind.LEGAL])
    last = shown[-1] if len(rows) > SIZE else None
    return Page(
        [_line(case, reported, notices) for case in shown],
        encode_cursor(last.rank, last.due_at, last.id) if last else None,
    )


def _line(
    case: Case,
    reported: Mapping[UUID, tuple[int, Sequence[Reason]]],
    notices: Mapping[UUID, UUID],
) -> Waiting:
    count, reasons = reported.get(case.comment_id, (0, ())) if case.comment_id else (0, ())
    return Waiting(case, case.comment, count, reasons, notices.get(case.id))


def _notices(case_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
    """The legal notice that each of these cases is about."""
    if not case_ids:
        return {}
    rows = db.session.execute(
        select(LegalNotice.case_id, LegalNotice.id).where(LegalNotice.case_id.in_(case_ids))
    )
    return {row.case_id: row.id for row in rows}


def _reported(ids: Sequence[UUID]) -> Mapping[UUID, tuple[int, Sequence[Reason]]]:
    """How many open reports each of these comments has, and for which reasons."""
    rows = db.session.execute(
        select(Report.comment_id, Report.reason, func.count())
        .where(Report.comment_id.in_(ids), Report.settled_at.is_(None))
        .group_by(Report.comment_id, Report.reason)
        .order_by(Report.comment_id, Report.reason)
    )
    found: dict[UUID, tuple[int, list[Reason]]] = {}
    for comment_id, reason, count in rows:
        counted, reasons = found.get(comment_id, (0, []))
        found[comment_id] = (counted + count, [*reasons, reason])
    return found


def proposals_waiting(council: Council) -> Sequence[tuple[str, str]]:
    """The proposals that something waits about, by name."""
    rows = db.session.execute(
        select(Proposal.slug, Proposal.title)
        .where(
            select(Case.id)
            .where(Case.proposal_id == Proposal.id, Case.settled_at.is_(None))
            .exists(),
            Proposal.council_id == council.id,
        )
        .order_by(Proposal.title, Proposal.slug)
    ).all()
    return [(slug, title) for slug, title in rows]


def newest_comments(council: Council, after: str | None = None) -> Page[Comment]:
    """What the public can read, newest first, for a moderator's own check."""
    keys = (Comment.created_at, Comment.id)
    chosen = (
        select(Comment)
        .join(Comment.proposal)
        .where(
            Proposal.council_id == council.id,
            Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
        )
        .options(contains_eager(Comment.proposal), joinedload(Comment.author))
        .order_by(Comment.created_at.desc(), Comment.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) < place(keys, after, datetime, UUID))
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    following = encode_cursor(shown[-1].created_at, shown[-1].id) if len(rows) > SIZE else None
    return Page(shown, following)
