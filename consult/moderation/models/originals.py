"""The restricted store of originals."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.core.db import Model
from consult.participation.models import Comment


class Original(Model):
    """What a hidden or redacted comment said, with its edits; for its author and moderators only.

    A comment that was redacted before it was hidden also keeps the text that the public read, so
    that showing it again never brings removed details back by accident.
    """

    __tablename__ = "original"
    __table_args__ = (UniqueConstraint("comment_id"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    body: Mapped[str] = mapped_column(Text)
    edits: Mapped[list[Any]] = mapped_column(default=list)
    redacted: Mapped[dict[str, Any] | None]
    keep_until: Mapped[datetime]

    comment: Mapped[Comment] = relationship()


class OriginalReading(Model):
    """Somebody of the staff looked at an original."""

    __tablename__ = "original_reading"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
