"""What somebody gave is counted by how surely the council knows them, until the round closes."""

from collections.abc import Callable

from consult.accounts.models import Person, Verification
from consult.accounts.queries import hold_person
from consult.core.db import db
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.proposals.models import Proposal, Status

Move = Callable[[Person, Council, Verification], None]

MOVES: list[Move] = []


def move_levels(person: Person, council: Council) -> None:
    """Count all that somebody gave in a council at the level at which it knows them now."""
    hold_person(person, to_change=True)
    level = councils.level_in(person, council)
    for move in MOVES:
        move(person, council, level)


def still_counts(proposal: Proposal) -> bool:
    """Tell whether levels may still move; if so, the round stays open until the end of this."""
    db.session.refresh(proposal, with_for_update={"read": True})
    return proposal.status_now in (Status.OPEN, Status.PAUSED)
