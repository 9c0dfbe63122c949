"""Who follows what, and how far the readers of the changelog have come."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Base, Model
from consult.proposals.models import Proposal


class Cursor(Base):
    """The next entry that one reader has not read."""

    __tablename__ = "cursor"

    reader: Mapped[str] = mapped_column(String(40), primary_key=True)
    next_seq: Mapped[int] = mapped_column(BigInteger, default=0)


class Follow(Model):
    """What somebody said about mail on a proposal; without one, taking part decides."""

    __tablename__ = "follow"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    is_on: Mapped[bool]

    proposal: Mapped[Proposal] = relationship()
    person: Mapped[Person] = relationship()
