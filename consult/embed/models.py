"""Which sites may show a council's widgets, how often they were seen there, and the pictures."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Base, Model
from consult.councils.models import Council
from consult.proposals.models import Proposal


class Proof(StrEnum):
    """How a site showed that it belongs to the council."""

    FILE = "file"
    DNS = "dns"


class Site(Model):
    """One exact origin (https://www.example.org) that may show widgets once it is proved."""

    __tablename__ = "embed_site"
    __table_args__ = (UniqueConstraint("council_id", "origin"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    origin: Mapped[str] = mapped_column(String(255))
    line: Mapped[str] = mapped_column(String(120))
    proof: Mapped[Proof | None]
    proved_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    problem: Mapped[str | None] = mapped_column(String(300))
    added_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)

    council: Mapped[Council] = relationship()
    added_by: Mapped[Person] = relationship()

    @property
    def is_proved(self) -> bool:
        """May show widgets now."""
        return self.proved_at is not None

    @property
    def has_lapsed(self) -> bool:
        """Was proved once, in the way that is kept, and is no longer."""
        return self.proof is not None and not self.is_proved


class Openness(Base):
    """That a council lets every site show its public proposals, to read only."""

    __tablename__ = "embed_openness"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    since: Mapped[datetime]


class Sighting(Base):
    """How often one widget was seen and used on one site on one day; nothing about who looked."""

    __tablename__ = "embed_sighting"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    origin: Mapped[str] = mapped_column(String(255), primary_key=True)
    view: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    seen: Mapped[int] = mapped_column(default=0)
    used: Mapped[int] = mapped_column(default=0)


class Spent(Base):
    """A token that was used once and is good for nothing more; forgotten when it would end."""

    __tablename__ = "embed_spent"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Picture(Base):
    """What stands for a proposal where its address is shared; the key says what is drawn."""

    __tablename__ = "embed_picture"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(32))
    png: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    made_at: Mapped[datetime]

    proposal: Mapped[Proposal] = relationship()
