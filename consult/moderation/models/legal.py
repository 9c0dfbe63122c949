"""Notices of defamation, complaints about data protection, and a council's position on safety."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.councils.models import Council
from consult.moderation.models.cases import Case
from consult.moderation.notices import Event, Step
from consult.participation.models import Comment


class LegalNotice(Model):
    """A notice that a comment defames somebody; who gave it and who answered stay restricted."""

    __tablename__ = "legal_notice"
    __table_args__ = (
        UniqueConstraint("comment_id", "sent_key"),
        Index("ix_legal_notice_register", "council_id", "created_at", "id"),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("moderation_case.id"))
    sent_key: Mapped[str] = mapped_column(String(64))
    step: Mapped[Step] = mapped_column(default=Step.RECEIVED)
    due_at: Mapped[datetime | None]
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    said: Mapped[str] = mapped_column(Text)
    meaning: Mapped[str] = mapped_column(Text)
    wrong: Mapped[str] = mapped_column(Text)
    missing: Mapped[list[Any]] = mapped_column(default=list)
    may_share: Mapped[bool]
    author_name: Mapped[str] = mapped_column(String(120), default="")
    author_address: Mapped[str] = mapped_column(Text, default="")
    author_may_share: Mapped[bool] = mapped_column(default=False)
    closed_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship()
    comment: Mapped[Comment] = relationship()
    case: Mapped[Case] = relationship()


class LegalStep(Model):
    """One thing that happened to a notice: what, when, and who of the council did it."""

    __tablename__ = "legal_step"
    __table_args__ = (UniqueConstraint("notice_id", "event"),)

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("legal_notice.id"))
    event: Mapped[Event]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))

    by: Mapped[Person | None] = relationship()


class DataComplaint(Model):
    """A complaint about how a council handles personal data, and how far it has come."""

    __tablename__ = "data_complaint"
    __table_args__ = (
        UniqueConstraint("council_id", "sent_key"),
        Index("ix_data_complaint_register", "council_id", "created_at", "id"),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    sent_key: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    words: Mapped[str] = mapped_column(Text)
    acknowledged_at: Mapped[datetime]
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    council: Mapped[Council] = relationship()

    @property
    def reference(self) -> str:
        """What both sides call it."""
        return self.id.hex[:8].upper()


class ComplaintNote(Model):
    """What the council told somebody who complained: how it goes on, or how it ended."""

    __tablename__ = "complaint_note"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("data_complaint.id"), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    is_outcome: Mapped[bool]
    words: Mapped[str] = mapped_column(Text)

    by: Mapped[Person] = relationship()


class Position(StrEnum):
    """How a council stands to the Online Safety Act 2023."""

    EXEMPT_PUBLIC_BODY = "exempt_public_body"
    EXEMPT_LIMITED_FUNCTIONALITY = "exempt_limited_functionality"
    REGULATED = "regulated"

    @property
    def label(self) -> str:
        """What people read."""
        return str(POSITIONS[self])


POSITIONS = {
    Position.EXEMPT_PUBLIC_BODY: _l("Exempt: a service of a public body"),
    Position.EXEMPT_LIMITED_FUNCTIONALITY: _l("Exempt: people only comment on what we publish"),
    Position.REGULATED: _l("Regulated: the duties of the Act apply"),
}


class SafetyPosition(Model):
    """A council's position on the Online Safety Act from a day on, with its reasons."""

    __tablename__ = "safety_position"
    __table_args__ = (Index("ix_safety_position_latest", "council_id", "created_at", "id"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    position: Mapped[Position]
    reasons: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))


class RiskAnswer(Model):
    """What a council says of one kind of illegal content from a day on; earlier answers stay."""

    __tablename__ = "risk_answer"
    __table_args__ = (Index("ix_risk_answer_latest", "council_id", "kind", "created_at"),)

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    kind: Mapped[str] = mapped_column(String(40))
    likelihood: Mapped[str] = mapped_column(String(10))
    impact: Mapped[str] = mapped_column(String(10))
    measures: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
