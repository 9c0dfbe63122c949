"""Setting what some people gave on a proposal aside, so that it counts nowhere, and back."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import select

from consult.accounts.models import Person
from consult.core.db import db
from consult.participation import queries
from consult.participation.models import SetAside
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal

Count = Callable[[Proposal, Collection[UUID], bool], None]

COUNTS: list[Count] = []


def hold_count(proposal: Proposal, people: Collection[UUID]) -> None:
    """Keep what these people gave as it is: the people first, as whoever gives something does."""
    wanted = select(Person.id).where(Person.id.in_(people)).order_by(Person.id)
    db.session.execute(wanted.with_for_update(read=True)).all()
    proposals.locked_proposal(proposal)


def set_aside(proposal: Proposal, people: Collection[UUID]) -> None:
    """Let nothing that these people gave or will give on a proposal count."""
    hold_count(proposal, people)
    known = queries.set_aside_among(proposal, people)
    new = sorted(set(people) - known)
    db.session.add_all([SetAside(proposal_id=proposal.id, person_id=one) for one in new])
    _count(proposal, new, aside=True)


def bring_back(proposal: Proposal, people: Collection[UUID]) -> None:
    """Let what these people gave count again, as it stands now."""
    hold_count(proposal, people)
    known = sorted(queries.set_aside_among(proposal, people))
    for mark in queries.marks_of(proposal, known):
        db.session.delete(mark)
    _count(proposal, known, aside=False)


def _count(proposal: Proposal, people: Collection[UUID], *, aside: bool) -> None:
    """Whoever gives something holds the proposal, so nothing is given meanwhile."""
    db.session.flush()
    for count in COUNTS if people else ():
        count(proposal, people, aside)
