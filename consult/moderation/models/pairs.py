"""Hiding that takes two moderators: for which reasons, and what one of them has proposed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Base, Model
from consult.moderation.models.acts import Reason
from consult.participation.models import Comment

_OPEN = text("ended_at IS NULL")


class PairedReasons(Base):
    """The reasons for which a council wants two moderators to agree before a comment is hidden."""

    __tablename__ = "paired_reasons"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    reasons: Mapped[list[Any]] = mapped_column(default=list)


class Proposed(Model):
    """One moderator wants a comment hidden; until another agrees it stays as it is."""

    __tablename__ = "hiding_proposed"
    __table_args__ = (
        Index(
            "uq_hiding_proposed_open",
            "comment_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    moderator_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    reason: Mapped[Reason]
    explanation: Mapped[str | None] = mapped_column(Text)
    ended_at: Mapped[datetime | None]

    comment: Mapped[Comment] = relationship()
    moderator: Mapped[Person] = relationship()
