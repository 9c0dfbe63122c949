"""Questions about what is said of one part."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, tuple_
from sqlalchemy.orm import joinedload

from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import Comment, PartTally, Visibility
from consult.proposals.models import Proposal


def part_counts(proposal: Proposal) -> dict[str, int]:
    """How many comments stand about each part, in one statement; parts without any are absent."""
    rows = db.session.execute(
        select(PartTally.part_id, PartTally.comments)
        .filter_by(proposal_id=proposal.id)
        .where(PartTally.comments > 0)
    )
    return {row.part_id: row.comments for row in rows}


def part_comments(proposal: Proposal, part_id: str, after: str | None) -> Page[Comment]:
    """Twenty comments about a part after a cursor, newest first, without their replies."""
    asked = (
        select(Comment)
        .filter_by(proposal_id=proposal.id, part_id=part_id)
        .where(Comment.parent_id.is_(None), Comment.replaces.is_(None))
        .where(or_(Comment.visibility != Visibility.DELETED, Comment.replies > 0))
        .options(joinedload(Comment.author), joinedload(Comment.proposal))
        .order_by(Comment.created_at.desc(), Comment.id.desc())
    )
    keys = tuple_(Comment.created_at, Comment.id)
    if after:
        asked = asked.where(keys < decode_cursor(after, datetime, UUID))
    rows = db.session.scalars(asked.limit(SIZE + 1)).all()
    more = len(rows) > SIZE
    last = rows[SIZE - 1] if more else None
    return Page(rows[:SIZE], encode_cursor(last.created_at, last.id) if last else None)
