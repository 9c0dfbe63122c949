"""Votes that two moderators set aside, since they believe that one person gave them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.proposals.models import Proposal


class Because(StrEnum):
    """Why votes that were set aside count again."""

    APPEAL = "appeal"
    MISTAKE = "mistake"

    @property
    def label(self) -> str:
        """What moderators choose."""
        return str(BECAUSES[self])


BECAUSES = {
    Because.APPEAL: _l("Somebody appealed, and they were right"),
    Because.MISTAKE: _l("We found out ourselves that it was wrong"),
}


class VotesAside(Model):
    """Accounts taken for one person, whose votes on one proposal do not count while this holds.

    It holds only once a second moderator has agreed. It ends when somebody says no, or when the
    votes are brought back.
    """

    __tablename__ = "votes_aside"
    __table_args__ = (CheckConstraint("agreed_by_id <> proposed_by_id", name="two_people"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    keeps_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    why: Mapped[str] = mapped_column(Text)
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    agreed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    agreed_at: Mapped[datetime | None]
    votes: Mapped[int] = mapped_column(default=0)
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    because: Mapped[Because | None]
    ended_why: Mapped[str | None] = mapped_column(Text)

    proposal: Mapped[Proposal] = relationship()

    @property
    def waits(self) -> bool:
        """A second moderator has to look."""
        return self.agreed_at is None and self.ended_at is None

    @property
    def holds(self) -> bool:
        """The votes do not count now."""
        return self.agreed_at is not None and self.ended_at is None

    @property
    def is_back(self) -> bool:
        """The votes did not count for a time, and count again."""
        return self.agreed_at is not None and self.ended_at is not None


class AsidePerson(Model):
    """One of the accounts that are taken for one person."""

    __tablename__ = "votes_aside_person"
    __table_args__ = (UniqueConstraint("aside_id", "person_id"),)

    aside_id: Mapped[UUID] = mapped_column(ForeignKey("votes_aside.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)

    person: Mapped[Person] = relationship()
