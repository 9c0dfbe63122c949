"""Proposals, their drafts, immutable versions, rounds, readiness answers and agreement."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l, clock
from consult.core.db import Model
from consult.councils.models import Council


class Status(StrEnum):
    """Where a proposal stands, as staff know it."""

    DRAFT = "draft"
    INTERNAL_REVIEW = "internal_review"
    READY = "ready"
    SCHEDULED = "scheduled"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    CONSIDERING = "considering"
    CO_DESIGN = "co_design"
    DECISION_DRAFTED = "decision_drafted"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    AGREEMENT_SIGNED = "agreement_signed"
    LIVE = "live"
    UNDER_REVIEW = "under_review"
    RENEWED = "renewed"
    ENDED = "ended"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        """What staff read."""
        return str(STATUSES[self][0])

    @property
    def stage(self) -> "Stage":
        """What residents are told."""
        return STATUSES[self][1]


class Stage(StrEnum):
    """The public journey."""

    PREPARING = "preparing"
    OPEN = "open"
    READING = "reading"
    WORKING_OUT = "working_out"
    DECIDED = "decided"
    SHARING = "sharing"
    CHECKED = "checked"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(STAGES[self])


STAGES = {
    Stage.PREPARING: _l("Preparing"),
    Stage.OPEN: _l("Open for your views"),
    Stage.READING: _l("Reading what you said"),
    Stage.WORKING_OUT: _l("Working out changes together"),
    Stage.DECIDED: _l("Decided"),
    Stage.SHARING: _l("Sharing started"),
    Stage.CHECKED: _l("Being checked"),
    Stage.ENDED: _l("Ended"),
}

STATUSES = {
    Status.DRAFT: (_l("Draft"), Stage.PREPARING),
    Status.INTERNAL_REVIEW: (_l("Waiting for agreement"), Stage.PREPARING),
    Status.READY: (_l("Agreed"), Stage.PREPARING),
    Status.SCHEDULED: (_l("Opens on its date"), Stage.PREPARING),
    Status.OPEN: (_l("Open"), Stage.OPEN),
    Status.PAUSED: (_l("Paused"), Stage.OPEN),
    Status.CLOSED: (_l("Closed"), Stage.READING),
    Status.CONSIDERING: (_l("Reading comments"), Stage.READING),
    Status.CO_DESIGN: (_l("Working out changes"), Stage.WORKING_OUT),
    Status.DECISION_DRAFTED: (_l("Decision waits for signature"), Stage.WORKING_OUT),
    Status.DECIDED: (_l("Decided"), Stage.DECIDED),
    Status.WITHDRAWN: (_l("Withdrawn"), Stage.ENDED),
    Status.AGREEMENT_SIGNED: (_l("Agreement signed"), Stage.DECIDED),
    Status.LIVE: (_l("Sharing started"), Stage.SHARING),
    Status.UNDER_REVIEW: (_l("Being checked"), Stage.CHECKED),
    Status.RENEWED: (_l("Renewed"), Stage.SHARING),
    Status.ENDED: (_l("Ended"), Stage.ENDED),
    Status.SUPERSEDED: (_l("Superseded"), Stage.ENDED),
}

UNPUBLISHED = frozenset({Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY, Status.SCHEDULED})
AFTER_CLOSE = frozenset(
    {Status.CLOSED, Status.CONSIDERING, Status.CO_DESIGN, Status.DECISION_DRAFTED}
)


class Proposal(Model):
    """One proposed data-sharing change and its whole life."""

    __tablename__ = "proposal"
    __table_args__ = (
        UniqueConstraint("council_id", "slug"),
        UniqueConstraint("council_id", "reference"),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), index=True)
    slug: Mapped[str] = mapped_column(String(80))
    reference: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    status: Mapped[Status] = mapped_column(default=Status.DRAFT, index=True)
    status_reason: Mapped[str | None] = mapped_column(Text)
    status_since: Mapped[datetime] = mapped_column(default=clock.now)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    draft: Mapped[dict[str, Any]] = mapped_column(default=dict)
    draft_saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    draft_saves: Mapped[int] = mapped_column(default=0)
    draft_saved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    editors: Mapped[list[Any]] = mapped_column(default=list)
    version_number: Mapped[int] = mapped_column(default=0)
    opens_at: Mapped[datetime | None] = mapped_column(index=True)
    closes_at: Mapped[datetime | None] = mapped_column(index=True)
    hides_results: Mapped[bool] = mapped_column(default=False)
    feedback_promised_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    draft_saved_by: Mapped[Person | None] = relationship(foreign_keys=[draft_saved_by_id])

    @property
    def status_now(self) -> Status:
        """The status by the clock: rounds open and close on the second, before any job notices."""
        now = clock.now()
        status = self.status
        if status is Status.SCHEDULED and self.opens_at and now >= self.opens_at:
            status = Status.OPEN
        if status in (Status.OPEN, Status.PAUSED) and self.closes_at and now >= self.closes_at:
            status = Status.CLOSED
        return status

    @property
    def is_open(self) -> bool:
        """Takes votes and comments at this second."""
        return self.status_now is Status.OPEN

    @property
    def is_public(self) -> bool:
        """Residents can see it."""
        return self.status_now not in UNPUBLISHED and self.version_number > 0

    @property
    def is_decided(self) -> bool:
        """A decision has been published."""
        return self.decided_at is not None

    @property
    def stage(self) -> Stage:
        """Where residents are told that it stands."""
        return self.status_now.stage

    @property
    def shows_results(self) -> bool:
        """Tallies may be seen: always, or only once the round has closed where it says so."""
        if not self.hides_results:
            return True
        return self.status_now not in (Status.OPEN, Status.PAUSED) and self.is_public


class Version(Model):
    """The text of a proposal at a moment; immutable once published."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    content: Mapped[dict[str, Any]]
    body_html: Mapped[str] = mapped_column(Text)
    renderer: Mapped[int] = mapped_column(default=1)
    published_at: Mapped[datetime] = mapped_column(default=clock.now)
    is_material: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None] = mapped_column(Text)
    checklist: Mapped[list[Any]] = mapped_column(default=list)

    proposal: Mapped[Proposal] = relationship()


@event.listens_for(Version, "before_update")
@event.listens_for(Version, "before_delete")
def _stay(_mapper: Mapper[Any], _connection: Connection, version: Version) -> None:
    raise ValueError(f"Version {version.number} is published and stays as it is.")


class Round(Model):
    """A period in which a version is open; its closing tallies stay with it."""

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("proposal_id", "number"),
        CheckConstraint("closes_at > opens_at", name="closes_after_opening"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    number: Mapped[int]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    counted_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()


class CheckReason(Model):
    """The written reason for going on in spite of a warning of the checklist; published."""

    __tablename__ = "check_reason"
    __table_args__ = (UniqueConstraint("proposal_id", "check_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    check_id: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime] = mapped_column(default=clock.now)

    given_by: Mapped[Person] = relationship()


class Agreement(Model):
    """A second person agrees to publish one state of the draft, or asks for changes."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("proposal_id", "draft_hash", "person_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    draft_hash: Mapped[str] = mapped_column(String(64))
    agrees: Mapped[bool]
    words: Mapped[str | None] = mapped_column(Text)

    person: Mapped[Person] = relationship()
