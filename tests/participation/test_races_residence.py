"""One code on two screens, and a vote while its level changes."""

import pytest

from consult.accounts.models import Person, Verification
from consult.core.db import db, writing
from consult.core.errors import Invalid
from consult.councils import rules as residence
from consult.councils.models import LetterCode, Residence
from consult.participation import queries, rules
from consult.participation.models import EqualityTally, Stance, Vote
from consult.proposals.models import Proposal
from tests.councils.codes import printed
from tests.factories import a_council, a_person, a_proposal
from tests.participation.test_races import at_once, voting


def stage(app, people):
    with app.app_context(), writing():
        proposal = a_proposal(council=a_council(asks_equality=True))
        codes = printed(proposal.council, 1)
        return proposal.id, codes[0], [a_person().id for _ in range(people)]


def using(proposal_id, person_id, code):
    def deed():
        person, proposal = db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)
        residence.use_code(person, proposal.council, code)
        rules.move_levels(person, proposal.council)

    return deed


@pytest.mark.parametrize("round_", range(2))
def test_a_code_used_by_two_people_at_once_is_good_for_one(rows, round_):
    proposal_id, code, (one, two) = stage(rows, 2)

    wrong = at_once(rows, [using(proposal_id, one, code), using(proposal_id, two, code)])

    assert [type(error) for error in wrong] == [Invalid]
    with rows.app_context():
        assert db.session.query(Residence).filter(Residence.verified_at.is_not(None)).count() == 1
        assert db.session.query(LetterCode).filter_by(is_used=True).count() == 1


@pytest.mark.parametrize("round_", range(3))
def test_a_vote_given_while_the_voter_is_verified_counts_as_verified(rows, round_):
    proposal_id, code, (voter,) = stage(rows, 1)

    wrong = at_once(rows, [voting(proposal_id, voter), using(proposal_id, voter, code)])

    assert wrong == []
    with rows.app_context():
        assert db.session.query(Vote).one().level is Verification.ADDRESS_VERIFIED
        assert queries.recount() == []


def test_answers_sent_twice_at_once_are_counted_once(rows):
    proposal_id, _code, (person_id,) = stage(rows, 1)
    with rows.app_context(), writing():
        voting(proposal_id, person_id, Stance.SUPPORT)()

    def answer():
        person, proposal = db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)
        rules.answer_equality(person, proposal, {"sex": "male"})

    assert at_once(rows, [answer, answer]) == []

    with rows.app_context():
        assert db.session.query(EqualityTally).one().people == 1
