"""Other words that somebody suggests for a part, who supports them, and the council's answer."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.participation.models.comments import Comment
from consult.proposals.models import Proposal


class Answer(StrEnum):
    """What the council says to a suggestion; open until it says something."""

    OPEN = "open"
    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """What people read."""
        return str(ANSWERS[self])

    @property
    def is_accepted(self) -> bool:
        """Its words, or some of them, went into the text."""
        return self in (Answer.ACCEPTED, Answer.ACCEPTED_IN_PART)


ANSWERS = {
    Answer.OPEN: _l("Not answered yet"),
    Answer.ACCEPTED: _l("Accepted"),
    Answer.ACCEPTED_IN_PART: _l("Accepted in part"),
    Answer.DECLINED: _l("Declined"),
}


class Suggestion(Model):
    """A comment whose words are meant to stand in the place of others.

    The words are the comment's, so that moderation, taking back and searching are the same for
    both; the words that they would replace are `comment.replaces`. `was` and `taken` are what
    stood in the draft before the council accepted, and what it put there.
    """

    __tablename__ = "suggestion"
    __table_args__ = (
        UniqueConstraint("comment_id"),
        Index("ix_suggestion_part", "proposal_id", "part_id", "created_at", "id"),
        Index("ix_suggestion_answer", "proposal_id", "answer", "created_at", "id"),
        CheckConstraint("supporters >= 0", name="never_negative"),
    )

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    part_id: Mapped[str] = mapped_column(String(80))
    column: Mapped[str] = mapped_column("column_key", String(40), default="")
    wants_credit: Mapped[bool] = mapped_column(default=False)
    supporters: Mapped[int] = mapped_column(default=0)
    answer: Mapped[Answer] = mapped_column(default=Answer.OPEN)
    reason: Mapped[str | None] = mapped_column(Text)
    was: Mapped[str | None] = mapped_column(Text)
    taken: Mapped[str | None] = mapped_column(Text)
    in_version: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))

    comment: Mapped[Comment] = relationship()
    proposal: Mapped[Proposal] = relationship()
    answered_by: Mapped[Person | None] = relationship()

    @property
    def is_credited(self) -> bool:
        """Its author may be named beside the words, since they asked for it."""
        return self.wants_credit and self.answer.is_accepted and self.comment.is_readable


class Support(Model):
    """One person would rather have these words; `Suggestion.supporters` counts them."""

    __tablename__ = "support"
    __table_args__ = (UniqueConstraint("suggestion_id", "person_id"),)

    suggestion_id: Mapped[UUID] = mapped_column(ForeignKey("suggestion.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
