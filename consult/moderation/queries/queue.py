"""Questions about what waits for moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from consult.core.db import db
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import Reason, Report
from consult.moderation.queries.paging import place
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal

AROUND = 3


@dataclass(frozen=True)
class Waiting:
    """A reported comment in the queue."""

    comment: Comment
    since: datetime
    reports: int
    reasons: Sequence[Reason]


@dataclass(frozen=True)
class QueueFigures:
    """How much waits, and since when."""

    waiting: int
    oldest: datetime | None


def _waiting(council: Council) -> Select[UUID, datetime, int]:
    since, reports = func.min(Report.created_at), func.count(Report.id)
    return (
        select(Report.comment_id, since.label("since"), reports.label("reports"))
        .join(Comment, Comment.id == Report.comment_id)
        .where(
            Report.council_id == council.id,
            Report.settled_at.is_(None),
            Comment.visibility != Visibility.DELETED,
        )
        .group_by(Report.comment_id)
    )


def queue_figures(council: Council) -> QueueFigures:
    """How many reported comments wait, and since when the oldest has."""
    waiting = _waiting(council).subquery()
    count, oldest = db.session.execute(
        select(func.count(), func.min(waiting.c.since)).select_from(waiting)
    ).one()
    return QueueFigures(count, oldest)


def queue_count(council: Council) -> int:
    """How many reported comments wait."""
    return queue_figures(council).waiting


def queue(council: Council, after: str | None = None) -> Page[Waiting]:
    """Reported comments of a council's proposals, the longest waiting first."""
    waiting = _waiting(council).subquery()
    keys = (waiting.c.since, waiting.c.comment_id)
    chosen = select(waiting).order_by(*keys).limit(SIZE + 1)
    if after:
        chosen = chosen.where(tuple_(*keys) > place(keys, after))
    rows = db.session.execute(chosen).all()
    shown = rows[:SIZE]
    found = _with_reasons([row.comment_id for row in shown])
    following = encode_cursor(shown[-1].since, shown[-1].comment_id) if len(rows) > SIZE else None
    return Page(
        [
            Waiting(found[row.comment_id][0], row.since, row.reports, found[row.comment_id][1])
            for row in shown
        ],
        following,
    )


def _with_reasons(ids: Sequence[UUID]) -> Mapping[UUID, tuple[Comment, list[Reason]]]:
    rows = db.session.execute(
        select(Comment, Report.reason)
        .join(Report, Report.comment_id == Comment.id)
        .where(Comment.id.in_(ids), Report.settled_at.is_(None))
        .distinct()
        .options(joinedload(Comment.author), joinedload(Comment.proposal))
        .order_by(Report.reason)
    )
    found: dict[UUID, tuple[Comment, list[Reason]]] = {}
    for comment, reason in rows:
        found.setdefault(comment.id, (comment, []))[1].append(reason)
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
        chosen = chosen.where(tuple_(*keys) < place(keys, after))
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
