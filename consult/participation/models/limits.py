"""How much somebody may say in one council for a time."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import Model
from consult.councils.models import Council
from consult.participation.models.comments import Comment

_OPEN = text("ended_at IS NULL")


class Limit(Model):
    """Somebody may say little, or nothing, in a council until a date; it ends by itself.

    Nothing a day is a suspension. It holds only once `starts_at` is set: a suspension waits for a
    second moderator.
    """

    __tablename__ = "contribution_limit"
    __table_args__ = (
        Index(
            "uq_contribution_limit_open",
            "council_id",
            "person_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        CheckConstraint("per_day BETWEEN 0 AND 20", name="per_day_fits"),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    per_day: Mapped[int]
    days: Mapped[int]
    reason: Mapped[str] = mapped_column(String(40))
    explanation: Mapped[str | None] = mapped_column(Text)
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    starts_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    comment: Mapped[Comment] = relationship()

    @property
    def is_suspension(self) -> bool:
        """Nothing may be said at all."""
        return self.per_day == 0

    @property
    def waits(self) -> bool:
        """A second moderator has to look."""
        return self.starts_at is None and self.ended_at is None

    @property
    def holds(self) -> bool:
        """It holds now."""
        is_on = self.starts_at is not None and self.ended_at is None
        return is_on and self.until is not None and self.until > clock.now()
