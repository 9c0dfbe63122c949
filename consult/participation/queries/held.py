"""Questions about words that a check holds back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from consult.core.db import db
from consult.participation.models import Comment, Held


def held_words(comment: Comment) -> Held | None:
    """What a check holds back of a comment and the moderators have not taken in yet."""
    return db.session.scalar(select(Held).filter_by(comment_id=comment.id))


def held_since(moment: datetime, limit: int = 100) -> Sequence[UUID]:
    """Comments whose words have been held back since before a moment and not taken in."""
    return db.session.scalars(
        select(Held.comment_id)
        .where(Held.created_at <= moment)
        .order_by(Held.created_at, Held.id)
        .limit(limit)
    ).all()
