"""Votes and their counters."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person, Verification
from consult.core import clock
from consult.core.db import Model
from consult.participation.models.stances import Stance
from consult.proposals.models import Proposal


class Vote(Model):
    """One person's current stance on one proposal; changing one's mind replaces it."""

    __tablename__ = "vote"
    __table_args__ = (
        UniqueConstraint("proposal_id", "voter_id"),
        Index(
            "ix_vote_reasons",
            "proposal_id",
            "changed_at",
            "id",
            sqlite_where=text("reason IS NOT NULL"),
            postgresql_where=text("reason IS NOT NULL"),
        ),
        CheckConstraint("stance <> 'question'", name="a_question_is_no_vote"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    voter_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    stance: Mapped[Stance]
    reason: Mapped[str | None] = mapped_column(Text)
    level: Mapped[Verification]
    version_number: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    is_aside: Mapped[bool] = mapped_column(default=False, server_default=false())

    proposal: Mapped[Proposal] = relationship()
    voter: Mapped[Person] = relationship()


class Tally(Model):
    """How many current votes hold a stance, by how surely the voters are known."""

    __tablename__ = "tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "stance", "level"),
        CheckConstraint("votes >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    stance: Mapped[Stance]
    level: Mapped[Verification]
    votes: Mapped[int] = mapped_column(default=0)
