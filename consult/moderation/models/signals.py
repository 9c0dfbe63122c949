"""Patterns in how people take part, put to moderators as questions, and what they found."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.participation.models import Comment
from consult.proposals.models import Proposal


class Pattern(StrEnum):
    """What was noticed."""

    SAME_WORDS = "same_words"
    COMMENTS = "comments"
    VOTES = "votes"


class Found(StrEnum):
    """What a moderator says after a look."""

    NOTHING = "nothing"
    LOOKING = "looking"
    OPEN = "open"

    @property
    def label(self) -> str:
        """What moderators read."""
        return str(FOUND[self])


FOUND = {
    Found.NOTHING: _l("Looked at: nothing to do"),
    Found.LOOKING: _l("Being looked into"),
    Found.OPEN: _l("Open again"),
}


class Signal(Model):
    """One pattern on one proposal; of the same words it names the first comment that has them.

    It counts people and says nothing about any of them.
    """

    __tablename__ = "signal"
    __table_args__ = (
        Index("ix_signal_board", "council_id", "last_at", "id"),
        Index("ix_signal_pattern", "proposal_id", "pattern", "last_at"),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    comment_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"), index=True)
    pattern: Mapped[Pattern]
    people: Mapped[int]
    usual: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    state: Mapped[Found] = mapped_column(default=Found.OPEN)

    proposal: Mapped[Proposal] = relationship()
    comment: Mapped[Comment | None] = relationship()


class SignalLook(Model):
    """What one moderator found; the latest one counts, and none is ever changed."""

    __tablename__ = "signal_look"

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id", ondelete="CASCADE"), index=True)
    moderator_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    found: Mapped[Found]
    note: Mapped[str | None] = mapped_column(Text)

    moderator: Mapped[Person] = relationship()
