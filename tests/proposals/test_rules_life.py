from datetime import timedelta

import pytest

from consult.changelog.models import Fact
from consult.core import clock as clocks
from consult.core.errors import Invalid, Refused
from consult.proposals import queries, rules
from consult.proposals.models import Status
from tests.factories import a_proposal
from tests.proposals.drafting import NOON, a_draft, an_open, facts_of

SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


def test_a_deadline_never_moves_closer(clock):
    officer, _second, proposal = an_open(clock)
    was = proposal.closes_at

    with pytest.raises(Invalid) as refused:
        rules.extend_deadline(officer, proposal, was - SECOND, "Sooner.")

    assert refused.value.field == "closes_at"
    assert proposal.closes_at == was


def test_more_time_moves_the_round_and_is_told(clock):
    officer, _second, proposal = an_open(clock)
    later = proposal.closes_at + timedelta(days=14)

    rules.extend_deadline(officer, proposal, later, "Schools asked for it.")
    rules.extend_deadline(officer, proposal, later, "Schools asked for it.")

    assert queries.current_round(proposal).closes_at == later
    told = [fields for kind, fields in facts_of(proposal) if kind is Fact.DEADLINE_EXTENDED]
    assert [fields["reason"] for fields in told] == ["Schools asked for it."]


def test_more_time_comes_too_late_once_it_has_closed(clock):
    officer, _second, proposal = an_open(clock)
    clock.at(proposal.closes_at)

    with pytest.raises(Refused):
        rules.extend_deadline(officer, proposal, clocks.now() + timedelta(days=9), "More.")


def test_a_pause_stops_views_and_says_why(clock):
    officer, _second, proposal = an_open(clock)

    rules.pause(officer, proposal, "A mistake in the text.")
    rules.pause(officer, proposal, "A mistake in the text.")

    assert not proposal.is_open
    assert facts_of(proposal)[-1][1] == {
        "was": "open",
        "now": "paused",
        "reason": "A mistake in the text.",
    }
    rules.resume(officer, proposal)
    assert proposal.is_open


def test_a_pause_does_not_outlast_the_deadline(clock):
    officer, _second, proposal = an_open(clock)
    rules.pause(officer, proposal, "A mistake in the text.")
    clock.at(proposal.closes_at)

    with pytest.raises(Refused):
        rules.resume(officer, proposal)


@pytest.mark.parametrize("step", [rules.pause, rules.withdraw])
def test_a_public_step_needs_a_reason(clock, step):
    officer, _second, proposal = an_open(clock)

    with pytest.raises(Invalid):
        step(officer, proposal, "  ")


def test_what_is_withdrawn_stays_readable_and_ends(clock):
    officer, _second, proposal = an_open(clock)

    rules.withdraw(officer, proposal, "The grant was cut.")
    rules.withdraw(officer, proposal, "The grant was cut.")

    assert proposal.is_public
    assert not proposal.is_open
    assert [f["now"] for k, f in facts_of(proposal) if k is Fact.PHASE_CHANGED][-1] == "withdrawn"


def test_a_draft_is_withdrawn_without_a_word_to_the_public():
    officer, proposal = a_draft()

    rules.withdraw(officer, proposal, "Not needed.")

    assert facts_of(proposal) == []
    assert not proposal.is_public


def test_a_decided_proposal_is_neither_withdrawn_nor_edited():
    proposal = a_proposal(Status.DECIDED)

    with pytest.raises(Refused):
        rules.withdraw(proposal.author, proposal, "Too late.")
    with pytest.raises(Refused):
        rules.publish_version(proposal.author, proposal, "A change.", is_material=True)
    with pytest.raises(Refused):
        rules.save_section(proposal.author, proposal, "change", {"today": "Else."})


def test_a_new_version_waits_for_a_second_person(clock):
    officer, second, proposal = an_open(clock)
    rules.save_section(officer, proposal, "change", {"why_now": "The grant ends in March."})

    with pytest.raises(Refused):
        rules.publish_version(officer, proposal, "Why now.", is_material=True)
    with pytest.raises(Refused):
        rules.agree(officer, proposal)
    rules.agree(second, proposal)
    rules.publish_version(officer, proposal, "Why now.", is_material=True)

    assert proposal.version_number == 2
    assert proposal.is_open
    assert queries.version(proposal, 1).content.get("why_now") != "The grant ends in March."
    kind, fields = facts_of(proposal)[-1]
    assert kind is Fact.PROPOSAL_EDITED
    assert (fields["version"], fields["material"]) == (2, "yes")


def test_publishing_the_same_version_twice_makes_one(clock):
    officer, second, proposal = an_open(clock)
    rules.save_section(officer, proposal, "change", {"why_now": "The grant ends in March."})
    rules.agree(second, proposal)

    rules.publish_version(officer, proposal, "Why now.", is_material=True)
    rules.publish_version(officer, proposal, "Why now.", is_material=True)

    assert proposal.version_number == 2


def test_more_time_does_not_undo_an_agreement(clock):
    officer, second, proposal = an_open(clock)
    rules.save_section(officer, proposal, "change", {"why_now": "The grant ends in March."})
    rules.agree(second, proposal)

    later = proposal.closes_at + timedelta(days=7)
    rules.extend_deadline(officer, proposal, later, "More time.")
    version = rules.publish_version(officer, proposal, "Why now.", is_material=True)

    assert clocks.local(later).isoformat() == version.content["closes_at"]


def test_dates_and_address_stand_once_published(clock):
    officer, _second, proposal = an_open(clock)

    for values in ({"closes_at": "2026-06-01T09:00:00+01:00"}, {"hide_results": True}):
        with pytest.raises(Invalid):
            rules.save_section(officer, proposal, "consultation", values)
    with pytest.raises(Invalid):
        rules.save_section(officer, proposal, "title", {"slug": "elsewhere"})


def test_another_round_has_a_number_and_takes_views_again(clock):
    officer, _second, proposal = an_open(clock)
    clock.at(proposal.closes_at + timedelta(days=3))
    rules.begin_considering(officer, proposal)
    rules.begin_co_design(officer, proposal)
    until = clocks.now() + timedelta(days=21)

    rules.reopen(officer, proposal, until)
    rules.reopen(officer, proposal, until)

    assert [each.number for each in queries.rounds(proposal)] == [1, 2]
    assert proposal.is_open


def test_a_decision_is_drafted_returned_and_signed(clock):
    officer, _second, proposal = an_open(clock)
    with pytest.raises(Refused):
        rules.mark_decision_drafted(proposal)
    clock.at(proposal.closes_at)
    rules.begin_considering(officer, proposal)

    rules.mark_decision_drafted(proposal)
    rules.mark_decision_returned(proposal)
    rules.mark_decision_drafted(proposal)
    rules.mark_decided(proposal, clocks.now())
    rules.mark_decided(proposal, clocks.now() + SECOND)

    assert proposal.status is Status.DECIDED
    assert proposal.decided_at == clocks.now()
