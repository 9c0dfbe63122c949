"""The log's tables: exact bytes, tree nodes, one head; and a reading copy to filter by."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Base


class Fact(StrEnum):
    """Every kind of fact there is; the list is closed."""

    PROPOSAL_PUBLISHED = "proposal.published"
    PROPOSAL_EDITED = "proposal.edited"
    PHASE_CHANGED = "phase.changed"
    DEADLINE_EXTENDED = "deadline.extended"
    TALLY_CLOSED = "tally.closed"
    TALLY_WITHOUT = "tally.without"
    COMMENT_PUBLISHED = "comment.published"
    COMMENT_CHANGED = "comment.changed"
    COMMENT_PINNED = "comment.pinned"
    MODERATION_ACTION = "moderation.action"
    APPEAL_DECIDED = "appeal.decided"
    ACCOUNT_LIMITED = "account.limited"
    VOTES_SET_ASIDE = "votes.set_aside"
    VOTES_BROUGHT_BACK = "votes.brought_back"
    SUGGESTION_ANSWERED = "suggestion.answered"
    RESPONSES_ADDED = "responses.added"
    SUMMARY_PUBLISHED = "summary.published"
    DECISION_PUBLISHED = "decision.published"
    SETTINGS_CHANGED = "settings.changed"


class Entry(Base):
    """One entry, as the exact bytes that were hashed, with copies of what readers filter by."""

    __tablename__ = "entry"
    __table_args__ = (
        Index("ix_entry_council", "council_id", "seq"),
        Index("ix_entry_proposal", "proposal_id", "seq"),
        Index("ix_entry_kind", "kind", "seq"),
    )

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    kind: Mapped[Fact]
    at: Mapped[datetime]
    council_id: Mapped[UUID | None]
    proposal_id: Mapped[UUID | None]
    subject_id: Mapped[UUID | None] = mapped_column(index=True)


class Node(Base):
    """A tree hash: level 0 the leaves, level k the root of each full tile of 256 below."""

    __tablename__ = "node"

    level: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    idx: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class LogHead(Base):
    """One row: how many entries there are; locking it makes one writer at a time."""

    __tablename__ = "log_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    size: Mapped[int] = mapped_column(BigInteger, default=0)


def guards(table: str) -> list[tuple[str, str]]:
    """The statements, by database, after which a table only grows."""
    refuse = "SELECT RAISE(ABORT, 'the log only grows')"
    update, delete = (
        f"CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb.upper()} ON {table} BEGIN {refuse}; END"
        for verb in ("update", "delete")
    )
    body = "$$ BEGIN RAISE EXCEPTION 'the log only grows'; END $$"
    function = f"CREATE FUNCTION {table}_keeps() RETURNS trigger LANGUAGE plpgsql AS {body}"
    trigger = f"CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
    call = f"{trigger} FOR EACH STATEMENT EXECUTE FUNCTION {table}_keeps()"
    return [
        ("sqlite", update),
        ("sqlite", delete),
        ("postgresql", function),
        ("postgresql", call),
    ]


APPEND_ONLY = ("entry", "node")
