"""Counters of what is said about each part."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Model


class PartTally(Model):
    """How many comments about one part stand; replies belong to the comment above them."""

    __tablename__ = "part_tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "part_id"),
        CheckConstraint("comments >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    part_id: Mapped[str] = mapped_column(String(80))
    comments: Mapped[int] = mapped_column(default=0)
