"""What people said on paper, by phone or at an event, as staff type it in."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Channel, Person
from consult.core import _l
from consult.core.db import Model
from consult.participation.models.comments import Comment
from consult.participation.models.stances import Stance
from consult.proposals.models import Proposal


class BatchState(StrEnum):
    """How far a batch has come."""

    TYPING = "typing"
    WAITING = "waiting"
    COUNTED = "counted"

    @property
    def label(self) -> str:
        """What staff read."""
        return str(BATCH_STATES[self])


BATCH_STATES = {
    BatchState.TYPING: _l("Being typed in"),
    BatchState.WAITING: _l("Waits for a second person"),
    BatchState.COUNTED: _l("Checked and counted"),
}


class Batch(Model):
    """Responses that came together, typed in by one person and checked by another."""

    __tablename__ = "batch"
    __table_args__ = (
        UniqueConstraint("proposal_id", "number"),
        CheckConstraint("checked_by_id <> typed_by_id", name="two_people"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    number: Mapped[int]
    channel: Mapped[Channel]
    source: Mapped[str] = mapped_column(String(200))
    received_on: Mapped[date]
    state: Mapped[BatchState] = mapped_column(default=BatchState.TYPING)
    typed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    returned: Mapped[str | None] = mapped_column(Text)
    checked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    checked_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()
    typed_by: Mapped[Person] = relationship(foreign_keys=[typed_by_id])
    checked_by: Mapped[Person | None] = relationship(foreign_keys=[checked_by_id])


class OfflineResponse(Model):
    """What one person said, and the code by which they can follow what came of it."""

    __tablename__ = "offline_response"
    __table_args__ = (
        UniqueConstraint("batch_id", "reference"),
        CheckConstraint("stance <> 'question'", name="a_question_is_no_vote"),
        CheckConstraint("stance IS NOT NULL OR body IS NOT NULL", name="says_something"),
    )

    batch_id: Mapped[UUID] = mapped_column(ForeignKey("batch.id"))
    reference: Mapped[str] = mapped_column(String(40))
    stance: Mapped[Stance | None]
    body: Mapped[str | None] = mapped_column(Text)
    receipt_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), unique=True)
    comment_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"), unique=True)

    batch: Mapped[Batch] = relationship()
    comment: Mapped[Comment | None] = relationship()
