import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.participation import rules
from consult.participation.models import Stance
from consult.proposals.models import Status
from tests.factories import a_member, a_person
from tests.participation.grids import ADDRESS, NAME, asking, depends


def words_of(browser, proposal, ask=""):
    return browser.get(f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/words{ask}")


@pytest.fixture
def proposal():
    return asking()


@pytest.fixture
def staff(browser, proposal):
    return browser.sign_in(a_member(proposal.council, Role.MODERATOR))


def test_staff_read_reasons_and_own_safeguards_without_names(staff, proposal):
    person = a_person("Ann Able")
    rules.cast_vote(person, proposal, Stance.OPPOSE, "The school\nalready rings me.")
    rules.give_views(person, proposal, {NAME: depends("family_told", own="Ask me first.")})

    page = words_of(staff, proposal)

    assert "The school already rings me." in page.one("#reasons li").text
    assert "Oppose" in page.one("#reasons li").text
    assert "Ask me first." in page.one("#safeguards li").text
    assert "Child’s name" in page.one("#safeguards li").text
    assert "Ann Able" not in page.text


def test_nobody_has_written_anything_yet(staff, proposal):
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)

    page = words_of(staff, proposal)

    assert "Nobody has given a reason yet." in page.words
    assert "Nobody has asked for another safeguard yet." in page.words


def test_while_results_are_hidden_nobody_reads_them(staff, proposal):
    proposal.hides_results = True
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE, "The school already rings me.")
    rules.give_views(a_person(), proposal, {ADDRESS: depends("family_told", own="Ask me first.")})

    page = words_of(staff, proposal)
    assert "hides results until it closes" in page.words
    assert "rings me" not in page.text
    assert "Ask me first" not in page.text
    proposal.status = Status.CLOSED
    db.session.flush()

    assert "rings me" in words_of(staff, proposal).text


@pytest.mark.parametrize("many", [1, 45])
def test_pages_hold_twenty_each_and_cost_the_same(staff, proposal, at_most, many):
    for number in range(many):
        person = a_person()
        rules.cast_vote(person, proposal, Stance.OPPOSE, f"Reason {number}.")
        rules.give_views(person, proposal, {NAME: depends("family_told", own=f"Only {number}.")})

    with at_most(12):
        page = words_of(staff, proposal)
    seen = [one.text for one in page.select("#reasons .d-words")]
    while links := page.select("#reasons .more a"):
        page = staff.get(links[0]["href"])
        seen += [one.text for one in page.select("#reasons .d-words")]

    assert len(page.select("#safeguards li")) == min(many, 20)
    assert seen == [f"Reason {number}." for number in reversed(range(many))]
