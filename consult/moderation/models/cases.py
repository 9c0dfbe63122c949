"""What waits for moderators: one list for all that somebody has to decide."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l, clock
from consult.core.db import Model
from consult.participation.models import Comment
from consult.proposals.models import Proposal


class CaseKind(StrEnum):
    """Why something waits."""

    HELD = "held"
    REPORTED = "reported"
    APPEALED = "appealed"
    LEGAL = "legal"
    SECOND = "second"
    SUSPENSION = "suspension"

    @property
    def label(self) -> str:
        """What moderators read."""
        return str(CASE_KINDS[self])

    @property
    def plural(self) -> str:
        """What the list of them is called."""
        return str(KINDS_OF_CASES[self])


CASE_KINDS = {
    CaseKind.HELD: _l("Held"),
    CaseKind.REPORTED: _l("Reported"),
    CaseKind.APPEALED: _l("Appeal"),
    CaseKind.LEGAL: _l("Legal"),
    CaseKind.SECOND: _l("Needs a second moderator"),
    CaseKind.SUSPENSION: _l("Suspension proposed"),
}

KINDS_OF_CASES = {
    **CASE_KINDS,
    CaseKind.APPEALED: _l("Appeals"),
    CaseKind.SUSPENSION: _l("Suspensions"),
}

OF_THE_WORDS = tuple(kind for kind in CaseKind if kind not in (CaseKind.LEGAL, CaseKind.SUSPENSION))

CLAIM = timedelta(minutes=15)  # how long a moderator has a case to themselves

AT_RISK, ORDINARY = 0, 1  # the rank of a case: somebody may come to harm, or nobody may

_OPEN = "settled_at IS NULL"
_ONE_OF_A_COMMENT = f"{_OPEN} AND comment_id IS NOT NULL AND kind <> 'legal'"


class Case(Model):
    """Something that waits for a moderator; a comment has at most one open case of each kind.

    Of legal notices a comment may have several, each with its own time.
    """

    __tablename__ = "moderation_case"
    __table_args__ = (
        Index(
            "ix_moderation_case_waiting",
            "council_id",
            "rank",
            "due_at",
            "id",
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index(
            "uq_moderation_case_open",
            "comment_id",
            "kind",
            unique=True,
            sqlite_where=text(_ONE_OF_A_COMMENT),
            postgresql_where=text(_ONE_OF_A_COMMENT),
        ),
    )

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"))
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id"), index=True)
    comment_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id"), index=True)
    kind: Mapped[CaseKind]
    rank: Mapped[int] = mapped_column(default=ORDINARY)
    why: Mapped[str | None] = mapped_column(String(40))
    due_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    claimed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    claimed_at: Mapped[datetime | None]

    proposal: Mapped[Proposal | None] = relationship()
    comment: Mapped[Comment | None] = relationship()
    claimed_by: Mapped[Person | None] = relationship()

    @property
    def is_overdue(self) -> bool:
        """It should have been decided by now."""
        return self.settled_at is None and self.due_at < clock.now()

    @property
    def claimed_until(self) -> datetime | None:
        """Until when somebody has it to themselves; nothing once that time is over."""
        if self.claimed_by_id is None or self.claimed_at is None:
            return None
        until = self.claimed_at + CLAIM
        return until if until > clock.now() else None

    @property
    def holder_id(self) -> UUID | None:
        """Who has it to themselves now."""
        return self.claimed_by_id if self.claimed_until else None

    @property
    def minutes_left(self) -> int:
        """For how many more minutes somebody has it, begun ones counted whole."""
        until = self.claimed_until
        return -int((clock.now() - until).total_seconds() // 60) if until else 0
