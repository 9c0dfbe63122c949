"""A council's position on the Online Safety Act."""

import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.changelog.sentences import sentence
from consult.core.db import db
from consult.core.errors import Forbidden
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Position, RiskAnswer, SafetyPosition
from consult.moderation.safety import KINDS, Level, switches
from tests.factories import a_council, a_member

WHY = "People only comment on what we publish."
LIMITED = Position.EXEMPT_LIMITED_FUNCTIONALITY


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def owner(council):
    return a_member(council, Role.OWNER)


def test_a_position_is_public_with_its_reasons_and_in_the_record(browser, council, owner):
    browser.sign_in(owner)
    there = f"/desk/{council.slug}/legal/safety"

    answer = browser.post(there, data={"position": LIMITED.value, "reasons": WHY})

    facts = changelog.entries_after(0, [Fact.SETTINGS_CHANGED])
    assert answer.status_code == 303
    assert WHY in browser.get(f"/councils/{council.slug}/safety").words
    assert [fact.fields["what"] for fact in facts] == [f"safety_{LIMITED.value}"]
    assert WHY not in repr(facts)


def test_saying_it_again_is_a_review_only_after_a_year(council, owner, clock):
    rules.take_position(owner, council, LIMITED, WHY)
    rules.take_position(owner, council, LIMITED, WHY)
    assert not queries.is_review_due(council)
    assert db.session.query(SafetyPosition).count() == 1

    clock.forward(days=365)
    assert queries.is_review_due(council)
    rules.take_position(owner, council, LIMITED, WHY)

    assert not queries.is_review_due(council)
    assert len(queries.positions(council)) == 2


def test_only_owners_say_it(council):
    with pytest.raises(Forbidden):
        rules.take_position(a_member(council, Role.MODERATOR), council, LIMITED, WHY)


def test_a_position_without_reasons_is_not_taken(browser, council, owner):
    page = browser.sign_in(owner).post(
        f"/desk/{council.slug}/legal/safety", data={"position": LIMITED.value}
    )

    assert page.status_code == 422
    assert "Give the reasons" in page.words


def test_suggestions_break_the_exemption_and_comments_do_not():
    without = [switch for switch in switches(has_suggestions=False) if switch.matters]
    broken = [switch for switch in switches(has_suggestions=True) if switch.matters]

    assert without == []
    assert ["wording" in str(switch.label) for switch in broken] == [True]


def test_each_answer_about_a_risk_is_kept_with_its_day(
    browser, another_browser, council, owner, clock
):
    there = f"/desk/{council.slug}/legal/safety/fraud"
    browser.sign_in(owner)
    said = {"likelihood": "low", "impact": "medium", "measures": "Links are checked."}

    browser.post(there, data=said)
    browser.post(there, data=said)
    clock.forward(days=30)
    browser = another_browser().sign_in(owner)
    browser.post(there, data=said | {"likelihood": "high"})

    assert [answer.likelihood for answer in queries.risk_answers(council)["fraud"]] == [
        Level.HIGH,
        Level.LOW,
    ]
    assert db.session.query(RiskAnswer).count() == 2
    assert "Links are checked." in browser.get(f"/desk/{council.slug}/legal/safety").words


def test_there_are_seventeen_kinds_and_no_other(browser, council, owner):
    assert len(KINDS) == 17
    browser.sign_in(owner)
    assert browser.get(f"/desk/{council.slug}/legal/safety/weather").status_code == 404


@pytest.mark.parametrize("position", Position)
def test_the_record_has_a_sentence_for_each_position(council, owner, position):
    rules.take_position(owner, council, position, WHY)
    fact = changelog.entries_after(0, [Fact.SETTINGS_CHANGED])[0]

    assert "position on the Online Safety Act" in sentence(fact)


def test_owners_are_reminded_after_a_year(browser, council, owner, clock):
    rules.take_position(owner, council, LIMITED, WHY)
    rules.complain(council, "", "bo@example.org", "A leak")
    clock.forward(days=366)
    browser.sign_in(owner)

    page = browser.get(f"/desk/{council.slug}")

    assert "Look at the position on the Online Safety Act" in page.words
    assert "Answer 1 complaint about personal data" in page.words
