"""Councils, who works for them, and how they look."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from consult.accounts.addresses import masked
from consult.accounts.models import Person, Verification
from consult.core import _l, clock
from consult.core.db import Base, Model


class Role(StrEnum):
    """What somebody may do for a council."""

    OWNER = "owner"
    OFFICER = "officer"
    MODERATOR = "moderator"
    DECISION_MAKER = "decision_maker"
    ANALYST = "analyst"

    @property
    def label(self) -> str:
        """What people read."""
        return str(ROLES[self][0])

    @property
    def duty(self) -> str:
        """What the role is for."""
        return str(ROLES[self][1])


ROLES = {
    Role.OWNER: (_l("Owner"), _l("Looks after staff, branding and settings.")),
    Role.OFFICER: (_l("Officer"), _l("Drafts proposals and decisions.")),
    Role.MODERATOR: (_l("Moderator"), _l("Reads comments, answers reports, groups feedback.")),
    Role.DECISION_MAKER: (_l("Decision-maker"), _l("Reads the report and signs the decision.")),
    Role.ANALYST: (_l("Analyst"), _l("Reads everything, changes nothing.")),
}


class Council(Model):
    """A council that asks its residents."""

    __tablename__ = "council"
    __table_args__ = (CheckConstraint("answer_days BETWEEN 1 AND 60", name="answer_days_fit"),)

    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    nation: Mapped[str] = mapped_column(String(20), default="England")
    reference_prefix: Mapped[str] = mapped_column(String(10), unique=True)
    wards: Mapped[list[Any]] = mapped_column(default=list)
    languages: Mapped[list[Any]] = mapped_column(default=lambda: ["en"])
    contact_email: Mapped[str] = mapped_column(String(254))
    colour: Mapped[str] = mapped_column(String(7), default="#1d4f5c")
    logo: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    logo_type: Mapped[str | None] = mapped_column(String(20))
    brand_version: Mapped[int] = mapped_column(default=1)
    answer_days: Mapped[int] = mapped_column(default=10, server_default="10")
    asks_equality: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def has_logo(self) -> bool:
        """A logo was uploaded."""
        return self.logo_type is not None


class Staff(Model):
    """One role that one person holds in one council."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("council_id", "person_id", "role"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role]

    council: Mapped[Council] = relationship()
    person: Mapped[Person] = relationship()


class Invitation(Model):
    """An offer of a role, sent by mail, good for seven days."""

    __tablename__ = "invitation"
    __table_args__ = (
        Index(
            "uq_invitation_waiting",
            "council_id",
            "email",
            "role",
            unique=True,
            sqlite_where=text("accepted_at IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=text("accepted_at IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    email: Mapped[str] = mapped_column(String(254))
    role: Mapped[Role]
    invited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship()
    invited_by: Mapped[Person | None] = relationship()

    @property
    def masked_email(self) -> str:
        """Enough of the address for its owner to know it by."""
        return masked(self.email)

    @property
    def is_open(self) -> bool:
        """Can still be accepted."""
        return (
            self.accepted_at is None and self.withdrawn_at is None and self.expires_at > clock.now()
        )


class Place(StrEnum):
    """Where somebody says that they live, as far as a council needs to know."""

    IN_AREA = "in_area"
    OUTSIDE = "outside"
    NO_FIXED_ADDRESS = "no_fixed_address"


class Residence(Model):
    """Where one person lives as one council knows it: a ward at most, and how surely."""

    __tablename__ = "residence"
    __table_args__ = (UniqueConstraint("council_id", "person_id"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    place: Mapped[Place]
    ward: Mapped[str | None] = mapped_column(String(120))
    level: Mapped[Verification]
    claimed_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship()
    person: Mapped[Person] = relationship()


class Postcode(Base):
    """The ward in which a postcode lies; one line of what a council uploaded."""

    __tablename__ = "postcode"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    postcode: Mapped[str] = mapped_column(String(7), primary_key=True)
    ward: Mapped[str] = mapped_column(String(120))


class LetterCode(Model):
    """A code that a council posts to a home; that it was used is kept, not by whom or when."""

    __tablename__ = "letter_code"
    __table_args__ = (UniqueConstraint("council_id", "code_hash"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    batch: Mapped[str] = mapped_column(String(20))
    code_hash: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime]
    is_used: Mapped[bool] = mapped_column(default=False)


class Checks(Base):
    """How a council wants comments to be checked before they are public; none by default.

    Lines of `phones`, `mailboxes`, `postcodes` and `names` are nobody's secret: the council's own
    and those of holders of public office.
    """

    __tablename__ = "council_checks"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    duty_email: Mapped[str | None] = mapped_column(String(254))
    publishes_held: Mapped[bool] = mapped_column(default=False)
    phones: Mapped[list[Any]] = mapped_column(default=list)
    mailboxes: Mapped[list[Any]] = mapped_column(default=list)
    postcodes: Mapped[list[Any]] = mapped_column(default=list)
    names: Mapped[list[Any]] = mapped_column(default=list)
    cues_added: Mapped[list[Any]] = mapped_column(default=list)
    cues_removed: Mapped[list[Any]] = mapped_column(default=list)
