"""Acts with their reasons."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Model
from consult.moderation.models.acts import Act, FoundBy, Reason
from consult.participation.models import Comment


class ModerationAction(Model):
    """One act on one comment, with its reason: the statement of reasons of DOMAIN 5.2.

    `was` is the part that a moved comment stood on, empty for the whole proposal; `second_id` the
    moderator who proposed what the other one agreed to.
    """

    __tablename__ = "moderation_action"
    __table_args__ = (Index("ix_moderation_action_log", "council_id", "created_at", "id"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    moderator_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    act: Mapped[Act]
    reason: Mapped[Reason | None]
    explanation: Mapped[str | None] = mapped_column(Text)
    found_by: Mapped[FoundBy] = mapped_column(default=FoundBy.OWN_CHECK)
    log_seq: Mapped[int | None]
    was: Mapped[str | None] = mapped_column(String(80))
    second_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    batch_id: Mapped[UUID | None] = mapped_column(index=True)

    comment: Mapped[Comment] = relationship()
    moderator: Mapped[Person | None] = relationship(foreign_keys=[moderator_id])
