"""Questions, what people answered, and the counters of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person, Verification
from consult.core import clock
from consult.core.db import Model
from consult.proposals.models import Proposal
from consult.questionnaire.kinds import Kind, Shape


class Question(Model):
    """One question of a proposal's questionnaire; its wording stays once anybody answered."""

    __tablename__ = "questionnaire_question"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int]
    kind: Mapped[Kind]
    words: Mapped[str] = mapped_column(String(300))
    hint: Mapped[str | None] = mapped_column(Text)
    options: Mapped[list[Any]] = mapped_column(default=list)
    rows: Mapped[list[Any]] = mapped_column(default=list)
    low: Mapped[int] = mapped_column(default=1)
    high: Mapped[int] = mapped_column(default=5)
    low_words: Mapped[str | None] = mapped_column(String(80))
    high_words: Mapped[str | None] = mapped_column(String(80))
    is_required: Mapped[bool] = mapped_column(default=False)
    is_protected: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()

    @property
    def shape(self) -> Shape:
        """What may be answered."""
        return Shape(
            self.kind,
            tuple(self.options),
            tuple(self.rows),
            self.low,
            self.high,
            self.is_required,
        )


class Draft(Model):
    """Answers that somebody signed in has given and not sent; they count for nothing."""

    __tablename__ = "questionnaire_draft"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Response(Model):
    """One person's answers to one questionnaire, under a code that only they are told."""

    __tablename__ = "questionnaire_response"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    level: Mapped[Verification]
    receipt: Mapped[str] = mapped_column(String(20), unique=True)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

    proposal: Mapped[Proposal] = relationship()
    person: Mapped[Person] = relationship()


class Answer(Model):
    """What a response says to one question."""

    __tablename__ = "questionnaire_answer"
    __table_args__ = (UniqueConstraint("response_id", "question_id"),)

    response_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire_response.id"))
    question_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire_question.id"), index=True)
    value: Mapped[dict[str, Any]]

    response: Mapped[Response] = relationship()


class AnswerTally(Model):
    """How many people's answers count in a cell, by how surely these people are known.

    A cell is a choice, a number of a scale, a line with its choice, or an option with its place;
    `answered` counts everybody who answered at all. First places, points and the mean place of a
    ranking follow from the places.
    """

    __tablename__ = "questionnaire_answer_tally"
    __table_args__ = (
        UniqueConstraint("question_id", "cell", "level"),
        CheckConstraint("people >= 0", name="never_negative"),
    )

    question_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire_question.id"))
    cell: Mapped[str] = mapped_column(String(30))
    level: Mapped[Verification]
    people: Mapped[int] = mapped_column(default=0)


class ResponseTally(Model):
    """How many people answered a questionnaire, by how surely they are known."""

    __tablename__ = "questionnaire_response_tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "level"),
        CheckConstraint("people >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    level: Mapped[Verification]
    people: Mapped[int] = mapped_column(default=0)
