"""What people tell the moderators."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Model
from consult.moderation.models.acts import Reason
from consult.participation.models import Comment


class Report(Model):
    """Somebody tells the moderators about a comment."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("comment_id", "reporter_key"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), index=True)
    reporter_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    reporter_key: Mapped[str] = mapped_column(String(64))
    reason: Mapped[Reason]
    words: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("moderation_action.id"))

    comment: Mapped[Comment] = relationship()
    reporter: Mapped[Person | None] = relationship()
