"""A code of six digits lets in whoever reads the mail, not whoever guesses long enough."""

from itertools import count

import pytest

from consult.core.db import db
from consult.participation import rules
from consult.participation.models import Pending, Stance
from consult.participation.rules import pending as held_rules
from consult.proposals.models import Status
from tests.factories import a_proposal

pytestmark = pytest.mark.either
EMAIL = "resident@example.org"


@pytest.fixture
def proposal():
    return a_proposal(Status.OPEN)


@pytest.fixture
def code(monkeypatch):
    monkeypatch.setattr(held_rules, "new_code", lambda: "123456")
    return "123456"


def _spend(proposal, words, tries=5):
    held = rules.hold_vote(EMAIL, proposal, Stance.SUPPORT, words)
    for _again in range(tries):
        assert rules.confirm_code(held.id, "000000") is None
    return held


def test_asking_again_brings_no_further_guesses(proposal, code):
    for number in range(4):
        _spend(proposal, f"Reason {number}")
    last = rules.hold_vote(EMAIL, proposal, Stance.SUPPORT, "Another reason")

    assert rules.confirm_code(last.id, code) is None


def test_sending_the_same_again_forgets_no_wrong_code(proposal, code):
    for _again in range(4):
        _spend(proposal, "The same words")
    last = rules.hold_vote(EMAIL, proposal, Stance.SUPPORT, "The same words")

    assert rules.confirm_code(last.id, code) is None
    assert db.session.query(Pending).filter_by(email=EMAIL).count() == 5


def test_the_link_still_lets_its_owner_in(proposal, code, monkeypatch):
    for number in range(4):
        _spend(proposal, f"Reason {number}")
    tokens = (f"token-{number}" for number in count())
    monkeypatch.setattr(held_rules, "new_token", lambda: next(tokens))
    rules.hold_vote(EMAIL, proposal, Stance.SUPPORT, "Another reason")

    assert rules.confirm("token-0").pending.confirmed_at is not None


def test_a_few_wrong_codes_shut_nobody_out(proposal, code):
    held = _spend(proposal, "Reason", tries=4)

    assert rules.confirm_code(held.id, code).pending.confirmed_at is not None
