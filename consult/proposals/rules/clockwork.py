"""What happens on the second: opening and closing, by the clock and once only."""

from datetime import datetime

from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.proposals import queries
from consult.proposals.models import Proposal, Round, Status
from consult.proposals.rules.publishing import make_version

SYSTEM = "system"


def tick(now: datetime | None = None) -> None:
    """Open and close what is due; doing it twice, or two at once, does no more."""
    now = now or clock.now()
    for proposal in queries.due_to_open(now):
        _open(queries.locked_proposal(proposal), now)
    for proposal in queries.due_to_close(now):
        _close(queries.locked_proposal(proposal), now)


def held(proposal: Proposal) -> Proposal:
    """The proposal as the clock has it, kept from others until the transaction ends."""
    proposal = queries.locked_proposal(proposal)
    _open(proposal, clock.now())
    _close(proposal, clock.now())
    return proposal


def open_now(proposal: Proposal) -> None:
    """Open a scheduled proposal whose moment has come."""
    held(proposal)


def close(proposal: Proposal) -> None:
    """Close a proposal whose last second has passed."""
    held(proposal)


def _open(proposal: Proposal, now: datetime) -> None:
    opens_at, closes_at = proposal.opens_at, proposal.closes_at
    if proposal.status is not Status.SCHEDULED or opens_at is None or closes_at is None:
        return
    if now < opens_at:
        return
    make_version(proposal, by=SYSTEM)
    db.session.add(Round(proposal=proposal, number=1, opens_at=opens_at, closes_at=closes_at))
    move(proposal, Status.OPEN, by=SYSTEM, at=opens_at)


def _close(proposal: Proposal, now: datetime) -> None:
    closes_at = proposal.closes_at
    if proposal.status not in queries.RUNNING or closes_at is None or now < closes_at:
        return
    period = queries.current_round(proposal)
    if period is not None:
        period.closed_at = closes_at
    move(proposal, Status.CLOSED, by=SYSTEM, at=closes_at)


def move(
    proposal: Proposal, status: Status, *, by: str, reason: str = "", at: datetime | None = None
) -> None:
    """Give a published proposal another status, and tell the public."""
    was, proposal.status = proposal.status, status
    proposal.status_since = at or clock.now()
    proposal.status_reason = reason or None
    db.session.flush()
    record(
        Fact.PHASE_CHANGED,
        council=proposal.council,
        proposal=proposal,
        by=by,
        was=was,
        now=status,
        reason=reason,
    )
