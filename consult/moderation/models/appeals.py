"""What authors ask to have looked at again."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l, clock
from consult.core.db import Model
from consult.moderation.models.actions import ModerationAction
from consult.moderation.models.cases import Case


class Outcome(StrEnum):
    """What came of an appeal."""

    UPHELD = "upheld"
    UPHELD_IN_PART = "upheld_in_part"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What everybody reads."""
        return str(OUTCOMES[self])


OUTCOMES = {
    Outcome.UPHELD: _l("The decision stands"),
    Outcome.UPHELD_IN_PART: _l("The decision stands in part"),
    Outcome.OVERTURNED: _l("The decision was wrong"),
    Outcome.WITHDRAWN: _l("The author took the appeal back"),
}


class Appeal(Model):
    """The author asks that somebody else decide again; once for each act.

    `act` is how the outcome was carried out: it shows the comment again, or less of it is covered.
    """

    __tablename__ = "appeal"
    __table_args__ = (
        UniqueConstraint("action_id"),
        CheckConstraint("(decided_at IS NULL) = (outcome IS NULL)", name="decided_with_outcome"),
    )

    action_id: Mapped[UUID] = mapped_column(ForeignKey("moderation_action.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("moderation_case.id"), index=True)
    words: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[Outcome | None]
    answer: Mapped[str | None] = mapped_column(Text)
    act_id: Mapped[UUID | None] = mapped_column(ForeignKey("moderation_action.id"), index=True)

    action: Mapped[ModerationAction] = relationship(foreign_keys=[action_id])
    act: Mapped[ModerationAction | None] = relationship(foreign_keys=[act_id])
    case: Mapped[Case] = relationship()
    decided_by: Mapped[Person | None] = relationship()

    @property
    def made_at(self) -> datetime:
        """When the author asked."""
        return self.created_at

    @property
    def due_at(self) -> datetime:
        """When it has to be decided at the latest."""
        return self.case.due_at

    @property
    def is_open(self) -> bool:
        """Nobody has decided it."""
        return self.outcome is None

    @property
    def is_overdue(self) -> bool:
        """Its time is over and nobody has decided it."""
        return self.is_open and self.due_at < clock.now()
