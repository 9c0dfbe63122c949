"""From closing to the decision: reading, working out, another round, decided."""

from datetime import datetime

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.proposals import queries
from consult.proposals.models import Proposal, Round, Status
from consult.proposals.rules.clockwork import held, move
from consult.proposals.rules.publishing import role_of

READING = (Status.CONSIDERING, Status.CO_DESIGN)


def begin_considering(person: Person, proposal: Proposal) -> None:
    """Begin to read what residents said."""
    _step(person, proposal, (Status.CLOSED, Status.CO_DESIGN), Status.CONSIDERING)


def begin_co_design(person: Person, proposal: Proposal) -> None:
    """Begin to work out changes together with residents."""
    _step(person, proposal, (Status.CLOSED, Status.CONSIDERING), Status.CO_DESIGN)


def _step(person: Person, proposal: Proposal, before: tuple[Status, ...], after: Status) -> None:
    proposal = held(proposal)
    if proposal.status is after:
        return
    if proposal.status not in before:
        raise Refused(_("This step comes after closing and before a decision."))
    move(proposal, after, by=role_of(person, proposal.council))


def reopen(person: Person, proposal: Proposal, closes_at: datetime) -> None:
    """Ask residents again, in another round."""
    proposal = held(proposal)
    if proposal.status is Status.OPEN and proposal.closes_at == closes_at:
        return
    if proposal.status not in (Status.CLOSED, *READING):
        raise Refused(_("Only a proposal that has closed can be opened again."))
    now, last = clock.now(), queries.current_round(proposal)
    if closes_at <= now:
        raise Invalid("closes_at", _("Choose a moment that is still to come."))
    db.session.add(
        Round(
            proposal=proposal,
            number=(last.number if last else 0) + 1,
            opens_at=now,
            closes_at=closes_at,
        )
    )
    proposal.closes_at = closes_at
    proposal.draft = {**proposal.draft, "closes_at": clock.local(closes_at).isoformat()}
    move(proposal, Status.OPEN, by=role_of(person, proposal.council))


def mark_decision_drafted(proposal: Proposal, by: str = "officer") -> None:
    """A decision waits for its signature."""
    proposal = held(proposal)
    if proposal.status is Status.DECISION_DRAFTED:
        return
    if proposal.status not in (Status.CLOSED, *READING):
        raise Refused(_("A decision can be drafted only once the proposal has closed."))
    move(proposal, Status.DECISION_DRAFTED, by=by)


def mark_decision_returned(proposal: Proposal, by: str = "decision_maker") -> None:
    """The decision goes back to those who drafted it."""
    proposal = held(proposal)
    if proposal.status is Status.CONSIDERING:
        return
    if proposal.status is not Status.DECISION_DRAFTED:
        raise Refused(_("No decision waits for a signature."))
    move(proposal, Status.CONSIDERING, by=by)


def mark_decided(proposal: Proposal, at: datetime, by: str = "decision_maker") -> None:
    """The decision is signed; from now on the text stands for good."""
    proposal = held(proposal)
    if proposal.is_decided:
        return
    if proposal.status is not Status.DECISION_DRAFTED:
        raise Refused(_("No decision waits for a signature."))
    proposal.decided_at = at
    move(proposal, Status.DECIDED, by=by, at=at)
