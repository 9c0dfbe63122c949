"""Answers to themes, the decision with its changes, and its signatures."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.analysis.models import Disposition, Theme
from consult.core import _l
from consult.core.db import Model
from consult.participation.models import Comment
from consult.proposals.models import Proposal


class Verdict(StrEnum):
    """How a proposal may be decided."""

    ADOPTED_AS_PROPOSED = "adopted_as_proposed"
    ADOPTED_WITH_CHANGES = "adopted_with_changes"
    ADOPTED_AS_PILOT_WITH_CHANGES = "adopted_as_pilot_with_changes"
    PARTLY_ADOPTED = "partly_adopted"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(VERDICTS[self][0])

    @property
    def tone(self) -> str:
        """Which tag shows it: yes, part or no."""
        return VERDICTS[self][1]


VERDICTS = {
    Verdict.ADOPTED_AS_PROPOSED: (_l("Going ahead as proposed"), "yes"),
    Verdict.ADOPTED_WITH_CHANGES: (_l("Going ahead, with changes"), "yes"),
    Verdict.ADOPTED_AS_PILOT_WITH_CHANGES: (_l("Going ahead as a trial, with changes"), "part"),
    Verdict.PARTLY_ADOPTED: (_l("Going ahead in part"), "part"),
    Verdict.DEFERRED: (_l("Decided later"), "part"),
    Verdict.REJECTED: (_l("Not going ahead"), "no"),
    Verdict.WITHDRAWN: (_l("Withdrawn"), "no"),
}


class Answer(Model):
    """What the council says to a theme."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("theme_id"),)

    theme_id: Mapped[UUID] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"))
    disposition: Mapped[Disposition]
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    by_when: Mapped[date | None]
    answered_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))

    theme: Mapped[Theme] = relationship()


class Decision(Model):
    """What was decided, why, and who answers for it."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("proposal_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    verdict: Mapped[Verdict | None]
    headline: Mapped[str] = mapped_column(String(160), default="")
    statement: Mapped[str] = mapped_column(Text, default="")
    statement_html: Mapped[str] = mapped_column(Text, default="")
    how_considered: Mapped[str] = mapped_column(Text, default="")
    decided_by_role: Mapped[str] = mapped_column(String(200), default="")
    editors: Mapped[list[Any]] = mapped_column(default=list)
    not_changed: Mapped[list[Any]] = mapped_column(default=list)
    dissent: Mapped[str | None] = mapped_column(Text)
    next_steps: Mapped[list[Any]] = mapped_column(default=list)
    first_sharing_on: Mapped[date | None]
    review_on: Mapped[date | None]
    drafted_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    drafted_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    report_hash: Mapped[str | None] = mapped_column(String(64))
    signed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    signed_at: Mapped[datetime | None]
    returned_words: Mapped[str | None] = mapped_column(Text)
    log_seq: Mapped[int | None]

    proposal: Mapped[Proposal] = relationship()
    drafted_by: Mapped[Person] = relationship(foreign_keys=[drafted_by_id])
    signed_by: Mapped[Person | None] = relationship(foreign_keys=[signed_by_id])

    @property
    def is_published(self) -> bool:
        """Signed, and so public."""
        return self.signed_at is not None


class Change(Model):
    """One change that the decision makes, from what to what."""

    __tablename__ = "change"

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("decision.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    field: Mapped[str | None] = mapped_column(String(80))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)

    decision: Mapped[Decision] = relationship()


class ChangeTheme(Model):
    """A change comes from a theme."""

    __tablename__ = "change_theme"
    __table_args__ = (UniqueConstraint("change_id", "theme_id"),)

    change_id: Mapped[UUID] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"))
    theme_id: Mapped[UUID] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"), index=True)

    change: Mapped[Change] = relationship()
    theme: Mapped[Theme] = relationship()


class ChangeComment(Model):
    """A change comes from a comment."""

    __tablename__ = "change_comment"
    __table_args__ = (UniqueConstraint("change_id", "comment_id"),)

    change_id: Mapped[UUID] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"))
    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)

    change: Mapped[Change] = relationship()
    comment: Mapped[Comment] = relationship()
