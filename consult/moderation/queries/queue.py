"""Questions about what waits for moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from consult.core.db import db
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import Case, CaseKind, Reason, Report
from consult.moderation.queries.paging import place
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal

AROUND = 3


@dataclass(frozen=True)
class Waiting:
    """A line of the queue: a case, what it is about, and how often it was reported why."""

    case: Case
    comment: Comment | None
    reports: int
    reasons: Sequence[Reason]


@dataclass(frozen=True)
class QueueFigures:
    """How much waits, of which kinds, and since when the oldest has."""

    waiting: int
    oldest: datetime | None
    kinds: Mapping[CaseKind, int] = field(default_factory=dict)


def _waits(council: Council) -> ColumnElement[bool]:
    return and_(
        Case.council_id == council.id,
        Case.settled_at.is_(None),
        or_(
            Case.kind == CaseKind.LEGAL,
            Comment.visibility.is_(None),
            Comment.visibility != Visibility.DELETED,
        ),
    )


def queue_figures(council: Council) -> QueueFigures:
    """How much waits, of which kinds, and since when the oldest has."""
    rows = db.session.execute(
        select(Case.kind, func.count(), func.min(Case.created_at))
        .outerjoin(Comment, Comment.id == Case.comment_id)
        .where(_waits(council))
        .group_by(Case.kind)
    ).all()
    kinds = dict.fromkeys(CaseKind, 0) | {kind: count for kind, count, _oldest in rows}
    oldest = min((since for _kind, _count, since in rows), default=None)
    return QueueFigures(sum(kinds.values()), oldest, kinds)


def queue_count(council: Council) -> int:
    """How many cases wait."""
    return queue_figures(council).waiting


def queue(council: Council, after: str | None = None) -> Page[Waiting]:
    """What waits for a council's moderators: whoever is at risk first, then the soonest due."""
    keys = (Case.rank, Case.due_at, Case.id)
    chosen = (
        select(Case)
        .outerjoin(Case.comment)
        .where(_waits(council))
        .options(contains_eager(Case.comment).joinedload(Comment.author), joinedload(Case.proposal))
        .order_by(*keys)
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) > place(keys, after, int, datetime, UUID))
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    reported = _reported([case.comment_id for case in shown if case.comment_id])
    last = shown[-1] if len(rows) > SIZE else None
    return Page(
        [_line(case, reported) for case in shown],
        encode_cursor(last.rank, last.due_at, last.id) if last else None,
    )


def _line(case: Case, reported: Mapping[UUID, tuple[int, Sequence[Reason]]]) -> Waiting:
    count, reasons = reported.get(case.comment_id, (0, ())) if case.comment_id else (0, ())
    return Waiting(case, case.comment, count, reasons)


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


def around(comment: Comment) -> Sequence[Comment]:
    """The comment that this one answers, or else the first replies to it, without its own words."""
    chosen = select(Comment).options(joinedload(Comment.author))
    if comment.parent_id is not None:
        return db.session.scalars(chosen.where(Comment.id == comment.parent_id)).all()
    return db.session.scalars(
        chosen.where(Comment.parent_id == comment.id)
        .order_by(Comment.created_at, Comment.id)
        .limit(AROUND)
    ).all()
