"""Questions about words that a check holds back."""

from sqlalchemy import select

from consult.core.db import db
from consult.participation.models import Comment, Held


def held_words(comment: Comment) -> Held | None:
    """What a check holds back of a comment and the moderators have not taken in yet."""
    return db.session.scalar(select(Held).filter_by(comment_id=comment.id))
