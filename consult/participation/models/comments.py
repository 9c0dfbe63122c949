"""Comments, their edits and their counters."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import Model
from consult.participation.models.stances import Stance
from consult.proposals.models import Proposal, Status

SHOWN_AGAIN = "shown_again"  # the notice of a comment that an appeal brought back


class Visibility(StrEnum):
    """What the public sees of a comment."""

    SHOWN = "shown"
    REDACTED = "redacted"
    HELD = "held"
    HIDDEN = "hidden"
    DELETED = "deleted"


def partial(name: str, where: str, *columns: str, unique: bool = False) -> Index:
    """An index of those comments only that a page asks for by themselves."""
    kept = text(where)
    return Index(
        f"ix_comment_{name}", *columns, unique=unique, sqlite_where=kept, postgresql_where=kept
    )


class Comment(Model):
    """Somebody's words with a stance; a hidden or deleted one keeps its place, not its words."""

    __tablename__ = "comment"
    __table_args__ = (
        UniqueConstraint("author_id", "fingerprint"),
        Index("ix_comment_newest", "proposal_id", "parent_id", "created_at", "id"),
        Index("ix_comment_discussed", "proposal_id", "parent_id", "replies", "created_at", "id"),
        Index("ix_comment_part", "proposal_id", "part_id", "created_at", "id"),
        Index("ix_comment_helpful", "proposal_id", "parent_id", "helpful", "created_at", "id"),
        Index(
            "ix_comment_stance", "proposal_id", "parent_id", "stance", "helpful", "created_at", "id"
        ),
        partial("answered", "answered_at IS NOT NULL", "proposal_id", "created_at", "id"),
        partial("hidden", "visibility = 'hidden'", "proposal_id"),
        partial("same", "same_as_id IS NOT NULL", "same_as_id", "created_at", "id"),
        partial("pinned", "pinned_at IS NOT NULL", "proposal_id", unique=True),
        partial("questions", "answer_due_on IS NOT NULL", "proposal_id", "created_at", "id"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"), index=True)
    part_id: Mapped[str | None] = mapped_column(String(80))
    quote: Mapped[str | None] = mapped_column(Text)
    replaces: Mapped[str | None] = mapped_column(Text)
    version_number: Mapped[int]
    stance: Mapped[Stance]
    body: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    renderer: Mapped[int] = mapped_column(default=1)
    language: Mapped[str] = mapped_column(String(5), default="en")
    fingerprint: Mapped[str] = mapped_column(String(64))
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.SHOWN)
    notice: Mapped[str | None] = mapped_column(String(40))
    moved_at: Mapped[datetime | None]
    same_as_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"))
    locked_why: Mapped[str | None] = mapped_column(String(40))
    replies: Mapped[int] = mapped_column(default=0)
    edited_at: Mapped[datetime | None]
    is_official: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[datetime | None]
    helpful: Mapped[int] = mapped_column(default=0, server_default="0")
    pinned_at: Mapped[datetime | None]
    answer_due_on: Mapped[date | None]
    answer_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"))
    answers_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"))

    proposal: Mapped[Proposal] = relationship()
    author: Mapped[Person] = relationship()
    parent: Mapped["Comment | None"] = relationship(
        remote_side="Comment.id", foreign_keys=[parent_id]
    )

    @property
    def is_readable(self) -> bool:
        """The public can read its words."""
        return self.visibility in (Visibility.SHOWN, Visibility.REDACTED)

    @property
    def takes_replies(self) -> bool:
        """People may reply to it while the round is open."""
        return self.is_readable and self.parent_id is None and self.locked_why is None

    @property
    def is_shown_again(self) -> bool:
        """An appeal found that it should not have been hidden or changed."""
        return self.is_readable and self.notice == SHOWN_AGAIN

    @property
    def is_suggestion(self) -> bool:
        """Its words are meant to stand in the place of others."""
        return self.replaces is not None

    @property
    def awaits_answer(self) -> bool:
        """The council promised an answer to it and has not given one."""
        promised = self.answer_due_on is not None and self.answered_at is None
        return promised and self.is_readable and self.proposal.status is not Status.WITHDRAWN

    @property
    def days_overdue(self) -> int:
        """How many days ago the answer was promised; none while it may still come in time."""
        if self.answer_due_on is None or not self.awaits_answer:
            return 0
        return max((clock.local(clock.now()).date() - self.answer_due_on).days, 0)


class CommentEdit(Model):
    """What a comment said before an edit made later than its first fifteen minutes."""

    __tablename__ = "comment_edit"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    body: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)


class CommentTally(Model):
    """How many comments of a proposal the public can read or see a place of, by stance."""

    __tablename__ = "comment_tally"
    __table_args__ = (
        UniqueConstraint("proposal_id", "stance"),
        CheckConstraint("comments >= 0", name="never_negative"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    stance: Mapped[Stance]
    comments: Mapped[int] = mapped_column(default=0)
