"""How a moderator works: lists they look at again, and the daily mail."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Base, Model


class QueueView(Model):
    """A choice of what waits that a moderator gave a name; `asked` is what its address says."""

    __tablename__ = "queue_view"
    __table_args__ = (UniqueConstraint("person_id", "council_id", "name"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    asked: Mapped[dict[str, Any]]


class Digest(Base):
    """The daily mail to one moderator about what waits in one council; wanted until turned off."""

    __tablename__ = "queue_digest"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    is_off: Mapped[bool] = mapped_column(default=False)
    sent_on: Mapped[date | None]
