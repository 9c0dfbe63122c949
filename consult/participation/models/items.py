"""Views on single data items and recipients, and their counters."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Verification
from consult.core import _l, clock
from consult.core.db import Model
from consult.proposals.enums.keyed import Keyed
from consult.proposals.models import Proposal


class Comfort(StrEnum):
    """How comfortable somebody is with one item, or with one organisation receiving it."""

    FINE = "fine"
    WITH_SAFEGUARDS = "with_safeguards"
    NO = "no"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(COMFORTS[self])


COMFORTS = {
    Comfort.FINE: _l("Fine"),
    Comfort.WITH_SAFEGUARDS: _l("Only with safeguards"),
    Comfort.NO: _l("No"),
}


class Safeguard(Keyed):
    """What people may ask for where the council offers nothing of its own."""

    NAMED_STAFF = "named_staff", _l("Only named staff may open it")
    LOOKS_WRITTEN_DOWN = "looks_written_down", _l("Each look is written down")
    DELETED_IF_UNNEEDED = "deleted_if_unneeded", _l("Deleted if nobody needed help")
    FAMILY_TOLD = "family_told", _l("The people it is about are told")
    POLICE_WITH_REASON = "police_with_reason", _l("Police only with a recorded reason")
    CHECKED_INDEPENDENTLY = "checked_independently", _l("Checked by somebody independent")


class ItemView(Model):
    """One person's view on one part of a proposal; all of a person's views share one level."""

    __tablename__ = "item_view"
    __table_args__ = (
        UniqueConstraint("proposal_id", "person_id", "part_id"),
        Index(
            "ix_item_view_words",
            "proposal_id",
            "changed_at",
            "id",
            sqlite_where=text("own_words IS NOT NULL"),
            postgresql_where=text("own_words IS NOT NULL"),
        ),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    part_id: Mapped[str] = mapped_column(String(80))
    view: Mapped[Comfort]
    safeguards: Mapped[list[Any]] = mapped_column(default=list)
    own_words: Mapped[str | None] = mapped_column(String(300))
    level: Mapped[Verification]
    version_number: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    is_aside: Mapped[bool] = mapped_column(default=False, server_default=false())

    proposal: Mapped[Proposal] = relationship()


class ItemTally(Model):
    """How many people hold a view on a part, by how surely they are known."""

    __tablename__ = "item_tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "part_id", "view", "level"),
        CheckConstraint("people >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    part_id: Mapped[str] = mapped_column(String(80))
    view: Mapped[Comfort]
    level: Mapped[Verification]
    people: Mapped[int] = mapped_column(default=0)


class SafeguardTally(Model):
    """How many people ask for a safeguard on a part; on the part `` those who ask anywhere."""

    __tablename__ = "safeguard_tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "part_id", "safeguard", "level"),
        CheckConstraint("people >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    part_id: Mapped[str] = mapped_column(String(80))
    safeguard: Mapped[str] = mapped_column(String(80))
    level: Mapped[Verification]
    people: Mapped[int] = mapped_column(default=0)


class ItemTurnout(Model):
    """How many people hold a view on any part, by how surely they are known."""

    __tablename__ = "item_turnout"
    __table_args__ = (
        UniqueConstraint("proposal_id", "level"),
        CheckConstraint("people >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    level: Mapped[Verification]
    people: Mapped[int] = mapped_column(default=0)
