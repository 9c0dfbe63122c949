"""Answers about equality: counted, and tied to nobody."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Base


class EqualityTally(Base):
    """How many people gave one answer to one question; a count keeps no order and no person."""

    __tablename__ = "equality_tally"
    __table_args__ = (CheckConstraint("people >= 0", name="never_negative"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    question: Mapped[str] = mapped_column(String(40), primary_key=True)
    answer: Mapped[str] = mapped_column(String(120), primary_key=True)
    people: Mapped[int]


class EqualityAsked(Base):
    """One person has been asked about one proposal, whether or not they answered."""

    __tablename__ = "equality_asked"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
