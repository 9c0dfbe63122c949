"""Questions about who may say how much in a council."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select, tuple_
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils.models import Council
from consult.participation.models import Comment, CommentEdit, Limit
from consult.proposals.models import Proposal


def limit_on(person: Person, council: Council) -> Limit | None:
    """What was decided or proposed about somebody and has not been ended."""
    asked = select(Limit).filter_by(person_id=person.id, council_id=council.id, ended_at=None)
    return db.session.scalar(asked.execution_options(populate_existing=True))


def limits_in(council: Council, after: str | None = None) -> Page[Limit]:
    """What waits for a second moderator, and what holds now, the latest first, twenty at a time."""
    keys = (Limit.created_at, Limit.id)
    is_on = or_(Limit.until.is_(None), Limit.until > clock.now())
    asked = select(Limit).filter_by(council_id=council.id, ended_at=None).where(is_on)
    if after:
        asked = asked.where(tuple_(*keys) < decode_cursor(after, datetime, UUID))
    asked = asked.order_by(Limit.created_at.desc(), Limit.id.desc())
    asked = asked.options(joinedload(Limit.person))
    rows = db.session.scalars(asked.limit(SIZE + 1)).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.created_at, last.id) if last else None)


def limits_over_since(moment: datetime) -> Sequence[Limit]:
    """Limits that have held nobody since a moment, and proposals declined before it."""
    over = func.coalesce(Limit.ended_at, Limit.until)
    return db.session.scalars(select(Limit).where(over < moment).order_by(Limit.id)).all()


def said_since(person: Person, council: Council, since: datetime) -> int:
    """How often somebody published or rewrote words in a council since a moment."""
    theirs = (Proposal.council_id == council.id, Comment.author_id == person.id)
    made = select(func.count()).select_from(Comment).join(Proposal)
    made = made.where(*theirs, Comment.created_at >= since)
    edits = select(func.count()).select_from(CommentEdit)
    edits = edits.join(Comment, Comment.id == CommentEdit.comment_id).join(Proposal)
    edits = edits.where(*theirs, CommentEdit.created_at >= since)
    return db.session.scalar(select(made.scalar_subquery() + edits.scalar_subquery())) or 0
