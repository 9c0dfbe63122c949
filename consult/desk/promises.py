"""Days by which the council has promised something in public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from consult.core import _
from consult.decisions.models import Decision
from consult.desk.todo import is_overdue, short
from consult.proposals.models import AFTER_CLOSE, Proposal, Status

WAITING = AFTER_CLOSE | {Status.OPEN, Status.PAUSED}


@dataclass(frozen=True)
class Promise:
    """One promise with its day."""

    day: date
    what: str
    proposal: Proposal

    @property
    def short_day(self) -> str:
        """Its day, for a narrow column."""
        return short(self.day)

    @property
    def is_overdue(self) -> bool:
        """Its day has passed."""
        return is_overdue(self.day)


def promises(proposals: Sequence[Proposal], decisions: Mapping[UUID, Decision]) -> list[Promise]:
    """What falls due, the earliest first."""
    found = []
    for proposal in proposals:
        if proposal.feedback_promised_on and proposal.status_now in WAITING:
            found.append(
                (proposal.feedback_promised_on, _("Feedback on what people said"), proposal)
            )
        decision = decisions.get(proposal.id)
        if decision is not None and decision.is_published:
            found += _of_decision(decision, proposal)
    dated = [Promise(day, what, proposal) for day, what, proposal in found]
    return sorted(
        dated, key=lambda promise: (promise.day, promise.what, promise.proposal.reference)
    )


def _of_decision(decision: Decision, proposal: Proposal) -> list[tuple[date, str, Proposal]]:
    days = [
        (decision.first_sharing_on, _("Sharing may start, not before")),
        (decision.review_on, _("Check how the sharing goes")),
    ]
    days += [(_day(step), str(step.get("what", ""))) for step in decision.next_steps if step]
    return [(day, what, proposal) for day, what in days if day and what and not is_overdue(day)]


def _day(step: Mapping[str, str]) -> date | None:
    try:
        return date.fromisoformat(str(step.get("by") or step.get("date") or ""))
    except ValueError:
        return None
