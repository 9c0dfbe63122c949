"""Reports, moderation actions, and the restricted store of originals."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.participation.models import Comment


class Act(StrEnum):
    """What a moderator may do with a comment."""

    HIDE = "hide"
    REDACT = "redact"
    RESTORE = "restore"
    KEEP = "keep"

    @property
    def label(self) -> str:
        """What moderators choose."""
        return str(ACTS[self])

    @property
    def public_label(self) -> str:
        """What everybody reads once it is done."""
        return str(DONE[self])


ACTS = {
    Act.HIDE: _l("Hide"),
    Act.REDACT: _l("Remove details"),
    Act.RESTORE: _l("Show again"),
    Act.KEEP: _l("Leave as it is"),
}


DONE = {
    Act.HIDE: _l("Hidden"),
    Act.REDACT: _l("Details removed"),
    Act.RESTORE: _l("Shown again"),
    Act.KEEP: _l("Left as it is"),
}


class Reason(StrEnum):
    """Why something may be hidden or redacted; criticism and tone are never reasons."""

    ABUSE_OR_THREAT = "abuse_or_threat"
    HATE = "hate"
    PERSONAL_DATA = "personal_data"
    PERSONAL_DATA_CHILD = "personal_data_child"
    DEFAMATION_RISK = "defamation_risk"
    CONTEMPT_OR_LEGAL = "contempt_or_legal"
    CONFIDENTIAL_CASE = "confidential_case"
    ILLEGAL_OTHER = "illegal_other"
    IMPERSONATION = "impersonation"
    SPAM_OR_ADVERT = "spam_or_advert"
    DUPLICATE_ACCOUNT = "duplicate_account"
    OFF_TOPIC = "off_topic"
    ELECTION_SENSITIVE = "election_sensitive"
    UNREADABLE = "unreadable"
    AUTHOR_REQUEST = "author_request"

    @property
    def label(self) -> str:
        """What people read."""
        return str(REASONS[self])


REASONS = {
    Reason.ABUSE_OR_THREAT: _l("Threats or personal abuse"),
    Reason.HATE: _l("Hate about a protected characteristic"),
    Reason.PERSONAL_DATA: _l("Someone’s private details"),
    Reason.PERSONAL_DATA_CHILD: _l("A child’s private details"),
    Reason.DEFAMATION_RISK: _l("Serious claim about a named person"),
    Reason.CONTEMPT_OR_LEGAL: _l("Could affect a court case"),
    Reason.CONFIDENTIAL_CASE: _l("About a live case"),
    Reason.ILLEGAL_OTHER: _l("Breaks the law"),
    Reason.IMPERSONATION: _l("Pretends to be somebody else"),
    Reason.SPAM_OR_ADVERT: _l("Advertising or spam"),
    Reason.DUPLICATE_ACCOUNT: _l("Same person posting as several"),
    Reason.OFF_TOPIC: _l("Not about this proposal"),
    Reason.ELECTION_SENSITIVE: _l("Pre-election rules: party or candidate content"),
    Reason.UNREADABLE: _l("Cannot be read"),
    Reason.AUTHOR_REQUEST: _l("The author asked for it"),
}


class FoundBy(StrEnum):
    """How a comment came to a moderator's eyes."""

    REPORT = "report"
    OWN_CHECK = "own_check"

    @property
    def label(self) -> str:
        """What people read."""
        return str(FOUND_BY[self])


FOUND_BY = {
    FoundBy.REPORT: _l("A report"),
    FoundBy.OWN_CHECK: _l("A moderator’s own check"),
}


class Report(Model):
    """Somebody tells the moderators about a comment."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("comment_id", "reporter_key"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), index=True)
    reporter_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    reporter_key: Mapped[str] = mapped_column(String(64))
    reason: Mapped[Reason]
    words: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("moderation_action.id"))

    comment: Mapped[Comment] = relationship()


class ModerationAction(Model):
    """One act on one comment, with its reason: the statement of reasons of DOMAIN 5.2."""

    __tablename__ = "moderation_action"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    moderator_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), index=True)
    act: Mapped[Act]
    reason: Mapped[Reason | None]
    explanation: Mapped[str | None] = mapped_column(Text)
    found_by: Mapped[FoundBy] = mapped_column(default=FoundBy.OWN_CHECK)
    log_seq: Mapped[int | None]

    comment: Mapped[Comment] = relationship()
    moderator: Mapped[Person] = relationship()


class Original(Model):
    """What a hidden or redacted comment said, with its edits; for its author and moderators only.

    A comment that was redacted before it was hidden also keeps the text that the public read, so
    that showing it again never brings removed details back by accident.
    """

    __tablename__ = "original"
    __table_args__ = (UniqueConstraint("comment_id"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    body: Mapped[str] = mapped_column(Text)
    edits: Mapped[list[Any]] = mapped_column(default=list)
    redacted: Mapped[dict[str, Any] | None]
    keep_until: Mapped[datetime]

    comment: Mapped[Comment] = relationship()


class OriginalReading(Model):
    """Somebody of the staff looked at an original."""

    __tablename__ = "original_reading"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
