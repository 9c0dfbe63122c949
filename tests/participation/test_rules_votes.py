from datetime import timedelta

import pytest

from consult.accounts.models import Verification
from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation import queries, rules
from consult.participation.models import Stance, Vote
from consult.participation.tasks import close_tallies
from consult.proposals.models import Round, Status, Version
from tests.factories import a_person, a_proposal, a_residence


def test_a_person_holds_one_vote_however_often_they_vote():
    proposal, person = a_proposal(), a_person()
    for stance in (Stance.SUPPORT, Stance.OPPOSE, Stance.OPPOSE):
        rules.cast_vote(person, proposal, stance)

    assert db.session.query(Vote).count() == 1
    assert queries.vote_of(person, proposal).stance is Stance.OPPOSE
    assert queries.vote_tally(proposal)[Stance.SUPPORT] == 0
    assert queries.vote_tally(proposal)[Stance.OPPOSE] == 1
    assert queries.recount() == []


def test_a_withdrawn_vote_no_longer_counts_and_withdrawing_again_is_quiet():
    proposal, person = a_proposal(), a_person()
    rules.cast_vote(person, proposal, Stance.UNSURE)
    rules.withdraw_vote(person, proposal)
    rules.withdraw_vote(person, proposal)

    assert queries.vote_count(proposal) == 0
    assert queries.vote_of(person, proposal) is None
    assert queries.recount() == []


def test_votes_are_told_apart_by_how_surely_the_voter_is_known():
    proposal, known = a_proposal(), a_person()
    level = a_residence(known, proposal.council).level
    rules.cast_vote(a_person(), proposal, Stance.SUPPORT)
    rules.cast_vote(known, proposal, Stance.SUPPORT)

    tally = queries.tally_by_level(proposal)[Stance.SUPPORT]
    assert tally[level] == 1
    assert sum(tally.values()) == 2


def test_a_voter_who_becomes_verified_moves_between_the_counters():
    proposal, person = a_proposal(), a_person()
    level = Verification.ORGANISATION
    rules.cast_vote(person, proposal, Stance.SUPPORT)
    person.verification = level
    rules.cast_vote(person, proposal, Stance.SUPPORT)

    assert queries.tally_by_level(proposal)[Stance.SUPPORT][level] == 1
    assert queries.vote_count(proposal) == 1
    assert queries.recount() == []


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (Status.PAUSED, "paused"),
        (Status.CONSIDERING, "closed on"),
        (Status.WITHDRAWN, "withdrew"),
    ],
)
def test_nobody_votes_when_it_is_not_open(status, why):
    proposal = a_proposal(status=status)

    with pytest.raises(Refused, match=why):
        rules.cast_vote(a_person(), proposal, Stance.SUPPORT)
    assert db.session.query(Vote).count() == 0


def test_the_last_second_counts_and_the_closing_second_does_not(clock):
    proposal, early, late = a_proposal(), a_person(), a_person()
    clock.at(proposal.closes_at - timedelta(seconds=1))
    rules.cast_vote(early, proposal, Stance.SUPPORT)
    clock.at(proposal.closes_at)

    with pytest.raises(Refused, match="closed on"):
        rules.cast_vote(late, proposal, Stance.SUPPORT)
    with pytest.raises(Refused, match="closed on"):
        rules.withdraw_vote(early, proposal)
    assert queries.vote_count(proposal) == 1


def test_a_question_is_no_vote():
    with pytest.raises(Invalid):
        rules.cast_vote(a_person(), a_proposal(), Stance.QUESTION)


def test_a_reason_of_1000_characters_is_taken_and_one_more_is_not():
    proposal, person = a_proposal(), a_person()
    assert rules.cast_vote(person, proposal, Stance.SUPPORT, "x" * 1000).reason == "x" * 1000

    with pytest.raises(Invalid, match="1,000"):
        rules.cast_vote(person, proposal, Stance.SUPPORT, "x" * 1001)


def test_a_vote_on_an_older_text_is_behind_until_it_is_confirmed():
    proposal, person = a_proposal(), a_person()
    vote = rules.cast_vote(person, proposal, Stance.SUPPORT)
    db.session.add(
        Version(proposal=proposal, number=2, title="T", content={}, body_html="", is_material=True)
    )
    proposal.version_number = 2
    db.session.flush()
    assert queries.material_since(vote)

    rules.confirm_vote(person, proposal)

    assert not queries.material_since(vote)
    assert queries.vote_count(proposal) == 1


def test_the_count_at_the_close_is_recorded_once(clock):
    proposal = a_proposal()
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)
    close_tallies()
    assert not changelog.entries_after(0, [Fact.TALLY_CLOSED])
    clock.at(proposal.closes_at)

    close_tallies()
    close_tallies()

    (fact,) = changelog.entries_after(0, [Fact.TALLY_CLOSED])
    assert str(fact.fields["total"]) == "1"
    assert db.session.query(Round).filter_by(proposal_id=proposal.id).one().counted_at
