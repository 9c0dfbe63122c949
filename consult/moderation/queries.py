"""Questions about reports, the queue, what was done and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core.db import db, is_writing
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils.models import Council
from consult.moderation.house_rules import HouseRule, rule_for
from consult.moderation.models import Act, ModerationAction, Original, Reason, Report
from consult.participation.models import Comment, CommentEdit, Visibility
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


@dataclass(frozen=True)
class Notice:
    """What the author of a hidden or redacted comment is told, and only they."""

    action: ModerationAction
    rule: HouseRule | None
    original: str | None
    keep_until: datetime | None


@dataclass(frozen=True)
class LogRow:
    """One act as the public reads it: no words, no names."""

    comment_id: UUID
    act: Act
    reason: Reason | None
    found_by: str
    at: datetime
    proposal_title: str
    proposal_slug: str


def _place(keys: Iterable[Any], cursor: str) -> Any:
    moment_and_id = decode_cursor(cursor, datetime, UUID)
    return tuple_(*(literal(part, key.type) for key, part in zip(keys, moment_and_id, strict=True)))


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
        chosen = chosen.where(tuple_(*keys) > _place(keys, after))
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
        chosen = chosen.where(tuple_(*keys) < _place(keys, after))
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    following = encode_cursor(shown[-1].created_at, shown[-1].id) if len(rows) > SIZE else None
    return Page(shown, following)


def council_comment(council_slug: str, comment_id: UUID) -> Comment:
    """One comment on a proposal of this council, held against others' acts while writing."""
    chosen = (
        select(Comment)
        .join(Comment.proposal)
        .join(Proposal.council)
        .where(Comment.id == comment_id, Council.slug == council_slug)
        .options(
            contains_eager(Comment.proposal).contains_eager(Proposal.council),
            joinedload(Comment.author, innerjoin=True),
        )
    )
    if is_writing():
        chosen = chosen.with_for_update(of=Comment).execution_options(populate_existing=True)
    found = db.session.scalar(chosen)
    if found is None:
        raise NotFound()
    return found


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


def reports_on(comment: Comment) -> Sequence[Report]:
    """All reports on a comment, oldest first."""
    return db.session.scalars(
        select(Report).filter_by(comment_id=comment.id).order_by(Report.created_at, Report.id)
    ).all()


def open_reports(comment: Comment) -> Sequence[Report]:
    """The reports on a comment that nobody has answered, oldest first."""
    return [report for report in reports_on(comment) if report.settled_at is None]


def report_with_key(comment: Comment, key: str) -> Report | None:
    """The report that this reporter has already made."""
    return db.session.scalar(select(Report).filter_by(comment_id=comment.id, reporter_key=key))


def actions_on(comment: Comment) -> Sequence[ModerationAction]:
    """What was done with a comment, latest first."""
    return db.session.scalars(
        select(ModerationAction)
        .filter_by(comment_id=comment.id)
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id)
    ).all()


def last_action(comment: Comment) -> ModerationAction | None:
    """The act that stands: the latest."""
    return next(iter(actions_on(comment)), None)


def original(comment: Comment) -> Original | None:
    """What a hidden or redacted comment said, while it is kept."""
    return db.session.scalar(select(Original).filter_by(comment_id=comment.id))


def originals_to_forget(moment: datetime, limit: int = 100) -> Sequence[Original]:
    """Originals that have been kept for their whole time."""
    return db.session.scalars(
        select(Original)
        .where(Original.keep_until <= moment)
        .order_by(Original.keep_until, Original.id)
        .limit(limit)
    ).all()


def edits_of(comment: Comment) -> Sequence[CommentEdit]:
    """What a comment said before each later edit, oldest first."""
    return db.session.scalars(
        select(CommentEdit)
        .filter_by(comment_id=comment.id)
        .order_by(CommentEdit.created_at, CommentEdit.id)
    ).all()


def notice_for_author(comment: Comment, person: Person | None) -> Notice | None:
    """Why a comment was hidden or redacted, and what it said: for its author, for nobody else."""
    if person is None or person.id != comment.author_id:
        return None
    if comment.visibility not in (Visibility.HIDDEN, Visibility.REDACTED):
        return None
    standing = (act for act in actions_on(comment) if act.act in (Act.HIDE, Act.REDACT))
    action = next(standing, None)
    if action is None:
        return None
    kept = original(comment)
    return Notice(
        action,
        rule_for(action.reason),
        kept.body if kept else None,
        kept.keep_until if kept else None,
    )


def log(council: Council, after: str | None = None) -> Page[LogRow]:
    """What moderators did on a council's public proposals, newest first."""
    keys = (ModerationAction.created_at, ModerationAction.id)
    chosen = (
        select(ModerationAction, Proposal.title, Proposal.slug)
        .join(Comment, Comment.id == ModerationAction.comment_id)
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(ModerationAction.council_id == council.id)
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) < _place(keys, after))
    rows = db.session.execute(chosen).all()
    shown = rows[:SIZE]
    last = shown[-1][0] if len(rows) > SIZE else None
    return Page(
        [
            LogRow(
                act.comment_id,
                act.act,
                act.reason,
                act.found_by.label,
                act.created_at,
                title,
                slug,
            )
            for act, title, slug in shown
        ],
        encode_cursor(last.created_at, last.id) if last else None,
    )
