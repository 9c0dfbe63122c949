"""Votes, comments, their counters, and what waits for a confirmed address."""

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
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person, Verification
from consult.core import _l, clock
from consult.core.db import Model
from consult.proposals.models import Proposal


class Stance(StrEnum):
    """What somebody thinks of the whole; a question is a comment's only."""

    SUPPORT = "support"
    SUPPORT_WITH_CHANGES = "support_with_changes"
    OPPOSE = "oppose"
    UNSURE = "unsure"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(STANCES[self])


STANCES = {
    Stance.SUPPORT: _l("Support"),
    Stance.SUPPORT_WITH_CHANGES: _l("Support with changes"),
    Stance.OPPOSE: _l("Oppose"),
    Stance.UNSURE: _l("Not sure"),
    Stance.QUESTION: _l("Question"),
}
VOTES = (Stance.SUPPORT, Stance.SUPPORT_WITH_CHANGES, Stance.OPPOSE, Stance.UNSURE)


class Vote(Model):
    """One person's current stance on one proposal; changing one's mind replaces it."""

    __tablename__ = "vote"
    __table_args__ = (
        UniqueConstraint("proposal_id", "voter_id"),
        CheckConstraint("stance <> 'question'", name="a_question_is_no_vote"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    voter_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    stance: Mapped[Stance]
    reason: Mapped[str | None] = mapped_column(Text)
    level: Mapped[Verification]
    version_number: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

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


class Visibility(StrEnum):
    """What the public sees of a comment."""

    SHOWN = "shown"
    REDACTED = "redacted"
    HIDDEN = "hidden"
    DELETED = "deleted"


class Comment(Model):
    """Somebody's words with a stance; a hidden or deleted one keeps its place, not its words."""

    __tablename__ = "comment"
    __table_args__ = (
        UniqueConstraint("author_id", "fingerprint"),
        Index("ix_comment_newest", "proposal_id", "parent_id", "created_at", "id"),
        Index("ix_comment_discussed", "proposal_id", "parent_id", "replies", "created_at", "id"),
    )

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"), index=True)
    part_id: Mapped[str | None] = mapped_column(String(80))
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
    replies: Mapped[int] = mapped_column(default=0)
    edited_at: Mapped[datetime | None]
    is_official: Mapped[bool] = mapped_column(default=False)

    proposal: Mapped[Proposal] = relationship()
    author: Mapped[Person] = relationship()
    parent: Mapped["Comment | None"] = relationship(remote_side="Comment.id")

    @property
    def is_readable(self) -> bool:
        """The public can read its words."""
        return self.visibility in (Visibility.SHOWN, Visibility.REDACTED)


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


class Pending(Model):
    """A vote or comment that waits for its author to confirm an address; it counts for nothing."""

    __tablename__ = "pending"
    __table_args__ = (UniqueConstraint("email", "fingerprint"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    kind: Mapped[str] = mapped_column(String(20))
    payload: Mapped[dict[str, Any]]
    fingerprint: Mapped[str] = mapped_column(String(64))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    tries: Mapped[int] = mapped_column(default=0)
    expires_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()
