"""Taking answers about equality, of which only counts remain."""

from collections.abc import Mapping

from sqlalchemy import delete, or_, select

from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.participation import queries
from consult.participation.counters import insert_into
from consult.participation.equality import fit
from consult.participation.models import EqualityAsked, EqualityTally
from consult.participation.rules.openness import check_open
from consult.proposals.models import Proposal, Status


def answer_equality(person: Person, proposal: Proposal, answers: Mapping[str, str]) -> None:
    """Count what somebody says about themself, once; what they said cannot be found again.

    Answers are added to counts and kept nowhere else: neither the person nor their answers to the
    other questions can be read from them. They are taken until the close and shown from then on,
    so that nobody sees a count move by one.
    """
    check_asks(proposal)
    check_open(proposal)
    if not queries.has_taken_part(person, proposal):
        raise Refused(_("Give your view first. These questions come after it."))
    try:
        good = fit(proposal.council.wards, answers)
    except ValueError as wrong:
        raise Invalid(str(wrong), _("Choose one of the answers.")) from wrong
    if not _is_first(person, proposal):
        return
    for question, answer in sorted(good.items()):
        made = insert_into(EqualityTally).values(
            proposal_id=proposal.id, question=question, answer=answer, people=1
        )
        db.session.execute(
            made.on_conflict_do_update(
                index_elements=["proposal_id", "question", "answer"],
                set_={"people": EqualityTally.people + 1},
            )
        )
    db.session.flush()


def forget_asked() -> None:
    """Forget who was asked, once a proposal takes no more answers for good."""
    over = select(Proposal.id).where(
        or_(Proposal.decided_at.is_not(None), Proposal.status == Status.WITHDRAWN)
    )
    db.session.execute(delete(EqualityAsked).where(EqualityAsked.proposal_id.in_(over)))


def check_asks(proposal: Proposal) -> None:
    """Know of no such questions where the council does not ask them."""
    if not proposal.council.asks_equality:
        raise NotFound()


def _is_first(person: Person, proposal: Proposal) -> bool:
    """Note that somebody was asked; whoever is asked twice is counted once."""
    made = insert_into(EqualityAsked).values(person_id=person.id, proposal_id=proposal.id)
    noted = made.on_conflict_do_nothing(index_elements=["person_id", "proposal_id"])
    return db.session.execute(noted.returning(EqualityAsked.person_id)).scalar() is not None
