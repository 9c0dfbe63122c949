import pytest

from tests.proposals.drafting import NOON, a_draft
from tests.proposals.pages import at


@pytest.mark.parametrize(
    "name",
    [
        "before_after-²-aspect",
        f"before_after-{'9' * 5000}-aspect",
        "before_after-99999-aspect",
        "before_after",
        "title",
    ],
)
def test_a_field_that_the_page_never_had_is_refused_and_stores_nothing(browser, clock, name):
    clock.at(NOON)
    officer, proposal = a_draft()
    saves = proposal.draft_saves

    page = browser.sign_in(officer).post(at(proposal, "sections", "change"), {name: "Forged"})

    assert page.status_code == 422
    assert "This form has changed" in page.words
    assert proposal.draft_saves == saves


@pytest.mark.parametrize("typed", [["One", "Two"], "Hidden\x00letters"])
def test_a_field_sent_twice_or_with_hidden_letters_is_refused_beside_it(browser, clock, typed):
    clock.at(NOON)
    officer, proposal = a_draft()

    page = browser.sign_in(officer).post(at(proposal, "sections", "change"), {"today": typed})

    assert page.status_code == 422
    assert page.select("#today-error")


def test_save_and_go_on_leads_to_the_next_section(browser, clock):
    clock.at(NOON)
    officer, proposal = a_draft()
    browser.sign_in(officer)
    seen = browser.get(at(proposal, "sections", "body")).one("input[name=seen]")["value"]

    page = browser.post(
        at(proposal, "sections", "body"), {"seen": seen, "body": "Shorter.", "next": "yes"}
    )

    assert page.status_code == 303
    assert page.location.endswith("/sections/open_points")
