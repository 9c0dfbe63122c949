from uuid import UUID

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import VotesAside
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.proposals.models import Proposal
from tests.factories import a_member
from tests.moderation.asides import one_person_thrice, proposed
from tests.participation.grids import ADDRESS, NO
from tests.participation.test_races import at_once


def staged(app) -> tuple[UUID, UUID, list[UUID], list[UUID]]:
    with app.app_context(), writing():
        proposal, people = one_person_thrice()
        aside = proposed(proposal, people)
        seconds = [a_member(proposal.council, Role.MODERATOR).id for _ in range(2)]
        participation.withdraw_vote(people[0], proposal)
        return proposal.id, aside.id, [one.id for one in people], seconds


@pytest.mark.parametrize("round_", range(3))
def test_what_is_given_while_moderators_agree_does_not_slip_through(rows, round_):
    proposal_id, aside_id, people, seconds = staged(rows)

    def voting(person_id, stance):
        proposal = db.session.get(Proposal, proposal_id)
        participation.cast_vote(db.session.get(Person, person_id), proposal, stance)

    def answering(person_id):
        proposal = db.session.get(Proposal, proposal_id)
        participation.give_views(db.session.get(Person, person_id), proposal, {ADDRESS: NO})

    def agreeing(second):
        rules.agree_aside(db.session.get(Person, second), db.session.get(VotesAside, aside_id))

    wrong = at_once(
        rows,
        [
            lambda: voting(people[0], Stance.SUPPORT),
            lambda: voting(people[1], Stance.UNSURE),
            lambda: answering(people[2]),
            *(lambda second=second: agreeing(second) for second in seconds),
        ],
    )

    assert wrong == []
    with rows.app_context():
        assert participated.recount() == []
        assert participated.vote_count(db.session.get(Proposal, proposal_id)) == 1
        db.session.rollback()
