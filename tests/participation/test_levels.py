"""What somebody gave moves with how surely the council knows them, and counters move with it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.accounts.models import Verification
from consult.core.db import db
from consult.councils import queries as councils
from consult.councils import rules as residence
from consult.councils.models import Place
from consult.participation import queries, rules
from consult.participation.models import Stance, Vote
from consult.participation.tasks import close_tallies
from consult.proposals.models import Status
from tests.councils.codes import printed
from tests.factories import a_council, a_person, a_proposal, a_residence

CLAIMED = Verification.ADDRESS_CLAIMED


def levels_of(proposal):
    return [vote.level for vote in db.session.query(Vote).filter_by(proposal_id=proposal.id)]


def say(person, council):
    residence.choose_ward(person, council, Place.IN_AREA, "Millbrook")
    rules.move_levels(person, council)


def test_votes_in_open_and_paused_rounds_move_and_those_elsewhere_stay(clock):
    council, person = a_council(), a_person()
    open_, paused, elsewhere = (
        a_proposal(council=council),
        a_proposal(council=council),
        a_proposal(),
    )
    for proposal in (open_, paused, elsewhere):
        rules.cast_vote(person, proposal, Stance.SUPPORT)
    paused.status = Status.PAUSED
    db.session.flush()

    say(person, council)

    assert levels_of(open_) == levels_of(paused) == [CLAIMED]
    assert levels_of(elsewhere) == [Verification.EMAIL_VERIFIED]
    assert queries.recount() == []


@pytest.mark.parametrize("is_counted", [True, False])
def test_after_the_close_nothing_moves_counted_or_not(clock, is_counted):
    proposal, person = a_proposal(), a_person()
    rules.cast_vote(person, proposal, Stance.OPPOSE)
    clock.at(proposal.closes_at)
    if is_counted:
        close_tallies()

    say(person, proposal.council)

    assert levels_of(proposal) == [Verification.EMAIL_VERIFIED]
    assert queries.recount() == []


def test_nobody_elses_vote_moves():
    proposal, person = a_proposal(), a_person()
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)

    say(person, proposal.council)

    assert levels_of(proposal) == [Verification.EMAIL_VERIFIED]


def test_one_council_learns_nothing_from_another():
    here, there, person = a_proposal(), a_proposal(), a_person()
    a_residence(person, there.council)

    rules.cast_vote(person, here, Stance.SUPPORT)
    rules.cast_vote(person, there, Stance.SUPPORT)

    assert levels_of(here) == [Verification.EMAIL_VERIFIED]
    assert levels_of(there) == [Verification.ADDRESS_VERIFIED]


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["support", "oppose", "withdraw", "ward", "outside", "letter", "forget"]),
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_counters_equal_a_recount_whatever_people_say_and_do(steps):
    council = a_council()
    proposals = [a_proposal(council=council) for _ in range(2)]
    people = [a_person() for _ in range(3)]
    codes = printed(council, len(steps) + 1)

    for who, what in steps:
        act(people[who], what, proposals, codes)

    assert queries.recount() == []
    for person in people:
        level = councils.level_in(person, council)
        held = db.session.query(Vote).filter_by(voter_id=person.id)
        assert {vote.level for vote in held} <= {level}


def act(person, what, proposals, codes):
    council = proposals[0].council
    if what == "withdraw":
        rules.withdraw_vote(person, proposals[0])
    elif what in ("support", "oppose"):
        for proposal in proposals:
            rules.cast_vote(person, proposal, Stance(what))
    elif what == "ward":
        residence.choose_ward(person, council, Place.IN_AREA, "Thorn Hill")
    elif what == "outside":
        residence.choose_ward(person, council, Place.OUTSIDE)
    elif what == "forget":
        residence.forget_residence(person, council)
    elif councils.level_in(person, council) is not Verification.ADDRESS_VERIFIED:
        residence.use_code(person, council, codes.pop())
    rules.move_levels(person, council)
