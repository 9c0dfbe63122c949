from datetime import timedelta

import pytest

from consult.changelog.models import Entry, Fact
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.proposals import queries, rules
from consult.proposals.models import Status
from tests.factories import a_member
from tests.proposals.drafting import NOON, a_draft, a_scheduled, an_open, explain, facts_of

SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


def test_it_opens_on_the_second_and_not_before(clock):
    _officer, _second, proposal = a_scheduled()

    clock.at(proposal.opens_at - SECOND)
    rules.tick()
    assert proposal.status is Status.SCHEDULED
    assert not proposal.is_open

    clock.at(proposal.opens_at)
    assert proposal.is_open
    rules.tick()
    assert proposal.status is Status.OPEN
    assert proposal.version_number == 1


def test_it_closes_on_the_second_and_not_before(clock):
    _officer, _second, proposal = an_open(clock)

    clock.at(proposal.closes_at - SECOND)
    rules.tick()
    assert proposal.is_open

    clock.at(proposal.closes_at)
    assert not proposal.is_open
    rules.tick()
    assert proposal.status is Status.CLOSED
    assert queries.current_round(proposal).closed_at == proposal.closes_at


def test_ticking_again_does_no_more(clock):
    _officer, _second, proposal = an_open(clock)
    entries = db.session.query(Entry).count()

    rules.tick()
    rules.tick()

    assert len(queries.versions(proposal)) == 1
    assert len(queries.rounds(proposal)) == 1
    assert db.session.query(Entry).count() == entries


def test_a_worker_that_slept_opens_and_closes_in_order(clock):
    _officer, _second, proposal = a_scheduled()

    clock.at(proposal.closes_at + timedelta(days=1))
    rules.tick()

    told = [fields["now"] for kind, fields in facts_of(proposal) if kind is Fact.PHASE_CHANGED]
    assert told == ["open", "closed"]
    assert proposal.status_since == proposal.closes_at


def test_opening_tells_the_record_first_what_then_that(clock):
    _officer, _second, proposal = an_open(clock)

    kinds = [kind for kind, _fields in facts_of(proposal)]

    assert kinds == [Fact.PROPOSAL_PUBLISHED, Fact.PHASE_CHANGED]


def test_a_moment_that_has_passed_opens_at_once(clock):
    officer, proposal = a_draft()
    rules.send_for_agreement(officer, proposal)
    rules.agree(a_member(proposal.council, Role.OWNER), proposal)
    clock.at(NOON + timedelta(days=20))

    rules.schedule(officer, proposal)

    assert proposal.is_open
    assert proposal.version_number == 1


def test_a_proposal_that_would_open_closed_is_not_scheduled(clock):
    officer, proposal = a_draft()
    rules.send_for_agreement(officer, proposal)
    rules.agree(a_member(proposal.council, Role.OWNER), proposal)
    clock.at(NOON + timedelta(days=400))

    with pytest.raises(Refused):
        rules.schedule(officer, proposal)


def test_the_checklist_is_published_with_roles_and_without_names(clock):
    officer, proposal = a_draft(body="We will do it. " * 110)
    explain(officer, proposal)
    rules.send_for_agreement(officer, proposal)
    rules.agree(a_member(proposal.council, Role.OWNER), proposal)
    rules.schedule(officer, proposal)
    clock.at(proposal.opens_at)
    rules.tick()

    checklist = queries.current_version(proposal).checklist
    reasons = [check for check in checklist if check.get("reason")]

    assert len(checklist) == 16
    assert reasons
    assert {check["given_by"] for check in reasons} == {"officer"}
    assert officer.pseudonym not in str(checklist)


def test_a_published_version_cannot_be_changed(clock):
    _officer, _second, proposal = an_open(clock)
    version = queries.current_version(proposal)

    version.title = "Something else"
    with pytest.raises(ValueError, match="stays as it is"), db.session.begin_nested():
        db.session.flush()
    db.session.expire(version)
