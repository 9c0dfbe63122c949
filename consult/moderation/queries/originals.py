"""Questions about what comments said."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from consult.core.db import db
from consult.moderation.models import Case, CaseKind, Original
from consult.participation.models import Comment, CommentEdit


def original(comment: Comment) -> Original | None:
    """What a hidden or redacted comment said, while it is kept."""
    return db.session.scalar(select(Original).filter_by(comment_id=comment.id))


def originals_to_forget(moment: datetime, limit: int = 100) -> Sequence[Original]:
    """Originals that have been kept for their whole time; while an appeal waits they stay."""
    appealed = select(Case.comment_id).where(
        Case.kind == CaseKind.APPEALED, Case.settled_at.is_(None), Case.comment_id.is_not(None)
    )
    return db.session.scalars(
        select(Original)
        .where(Original.keep_until <= moment, Original.comment_id.not_in(appealed))
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
