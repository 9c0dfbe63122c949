"""Which of the waiting cases a moderator asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from consult.moderation.models import CaseKind, Reason

YES = "yes"
OWN = "mine"
TAKEN, FREE = "taken", "free"
LONGEST = 120  # of a proposal's name in an address


@dataclass(frozen=True)
class Sought:
    """A choice of cases; an empty one is all of them."""

    kind: CaseKind | None = None
    is_mine: bool = False
    proposal: str = ""
    reason: Reason | None = None
    is_overdue: bool = False
    claimed: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self:
        """Read a choice from an address; what nobody offers is not chosen."""
        kind, reason = given.get("kind", ""), given.get("reason", "")
        claimed = given.get("claimed", "")
        return cls(
            kind=CaseKind(kind) if kind in set(CaseKind) else None,
            is_mine=kind == OWN,
            proposal=given.get("proposal", "")[:LONGEST],
            reason=Reason(reason) if reason in set(Reason) else None,
            is_overdue=given.get("overdue") == YES,
            claimed=claimed if claimed in (TAKEN, FREE) else "",
        )

    @property
    def words(self) -> dict[str, str]:
        """The same choice as an address carries it."""
        said = {
            "kind": OWN if self.is_mine else self.kind or "",
            "proposal": self.proposal,
            "reason": self.reason or "",
            "overdue": YES if self.is_overdue else "",
            "claimed": self.claimed,
        }
        return {name: str(value) for name, value in said.items() if value}

    def of(self, kind: CaseKind | None = None, *, is_mine: bool = False) -> Self:
        """The same choice among cases of another kind."""
        return replace(self, kind=kind, is_mine=is_mine)
