"""How ready a draft is: what it lacks, what the checklist says, which reasons were given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, cast

import rfc8785

from consult.proposals import content as contents
from consult.proposals import readiness
from consult.proposals.fields import Field
from consult.proposals.models import CheckReason, Proposal
from consult.proposals.readiness import Check

DATES = ("opens_at", "closes_at")


@dataclass(frozen=True)
class Preparation:
    """The checklist of a draft with the reasons written beside it."""

    missing: Sequence[Field]
    checks: Sequence[Check]
    reasons: Mapping[str, CheckReason]

    @property
    def blocking(self) -> list[Check]:
        """What must be put right."""
        return readiness.blocking(self.checks)

    @property
    def without_reason(self) -> list[Check]:
        """Warnings that nobody has answered."""
        words = {key: reason.reason for key, reason in self.reasons.items()}
        return readiness.needs_reason(self.checks, words)

    @property
    def is_ready(self) -> bool:
        """Nothing stands in the way of showing it to residents."""
        return not (self.missing or self.blocking or self.without_reason)

    @property
    def passed(self) -> int:
        """How many checks are met, or do not matter here."""
        return sum(check.state != "failed" for check in self.checks)


def preparation(proposal: Proposal, reasons: Sequence[CheckReason]) -> Preparation:
    """Ask the checklist about the draft."""
    nation = cast("Literal['England', 'Wales']", proposal.council.nation)
    context = readiness.Context.of(proposal.draft, nation=nation)
    return Preparation(
        contents.all_missing(proposal.draft),
        readiness.checklist(proposal.draft, context),
        {reason.check_id: reason for reason in reasons},
    )


def document_hash(document: Any) -> str:
    """One hash for one content, however it is spelt."""
    return sha256(rfc8785.dumps(document)).hexdigest()


def draft_hash(proposal: Proposal, reasons: Sequence[CheckReason]) -> str:
    """What a second person agrees to; once published, the dates have rules of their own."""
    draft = dict(proposal.draft)
    if proposal.version_number:
        draft = {key: value for key, value in draft.items() if key not in DATES}
    return document_hash(
        {"draft": draft, "reasons": {reason.check_id: reason.reason for reason in reasons}}
    )
