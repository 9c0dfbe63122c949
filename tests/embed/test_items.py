import pytest

from consult.participation import queries, rules
from consult.participation.models import Comfort
from tests.embed.sites import HOST, a_site
from tests.embed.steps import FRAMED, address, get_pass
from tests.factories import a_person
from tests.participation.grids import ADDRESS, NAME, NO, POLICE, asking, depends
from tests.participation.letters import link_and_code

GIVEN = {f"view:{NAME}": "fine", f"view:{POLICE}": "no", "version": "1"}


@pytest.fixture
def proposal(app):
    ours = asking()
    a_site(ours.council)
    return ours


def act(browser, proposal, which, given):
    return browser.post(address(proposal, which), given, headers=FRAMED)


def hidden(page, form="form"):
    return {each["name"]: each["value"] for each in page.select(f"{form} input[type=hidden]")}


def said(person, proposal):
    return {part: view.view for part, view in queries.views_of(person, proposal).items()}


def test_the_grid_stands_in_the_frame(browser, proposal, at_most):
    with at_most(12):
        page = browser.get(f"/embed/{proposal.council.slug}/{proposal.slug}?view=items&host={HOST}")

    assert "Child’s name" in page.words
    assert "Wearland Police" in page.words
    assert len(page.select("fieldset.item")) == 5


def test_a_visitors_answers_count_once_the_mailed_link_is_opened(browser, proposal):
    first = act(browser, proposal, "items", GIVEN)
    kept = hidden(first)
    assert kept[f"view:{NAME}"] == "fine"

    sent = act(browser, proposal, "items", kept | {"email": "ann@example.org"})
    assert "We have sent a message to" in sent.words
    link, _code = link_and_code()
    browser.post(link)

    assert queries.item_turnout(proposal)
    assert queries.recount() == []


def test_no_answer_is_asked_for_before_an_address_is(browser, proposal):
    page = act(browser, proposal, "items", {"version": "1"})

    assert page.status_code == 422
    assert "Answer at least one of these." in page.words
    assert page.select("input[name=email]") == []


def test_answers_to_an_older_text_are_asked_for_again(browser, proposal):
    page = act(browser, proposal, "items", GIVEN | {"version": "7"})

    assert page.status_code == 422
    assert "The text has changed since you opened it." in page.words


def test_with_a_pass_they_count_at_once_and_what_stood_before_comes_back(
    browser, another_browser, proposal
):
    person = a_person()
    rules.give_views(person, proposal, {NAME: NO, ADDRESS: depends(own="Ask me")})
    held = get_pass(browser, proposal, person)

    done = act(another_browser(), proposal, "items", GIVEN | {"person": held})
    assert "Your view counts" in done.words
    assert said(person, proposal) == {
        NAME: Comfort.FINE,
        ADDRESS: Comfort.WITH_SAFEGUARDS,
        POLICE: Comfort.NO,
    }
    act(another_browser(), proposal, "as/undo", hidden(done, "form[action*='/as/undo']"))

    assert said(person, proposal) == {NAME: Comfort.NO, ADDRESS: Comfort.WITH_SAFEGUARDS}
    assert queries.recount() == []


def test_the_frame_shows_what_its_person_said_before(browser, another_browser, proposal):
    person = a_person()
    rules.give_views(person, proposal, {NAME: NO})
    held = get_pass(browser, proposal, person)

    page = another_browser().post(
        address(proposal, "as") + "&view=items", {"person": held}, headers=FRAMED
    )

    assert [each["value"] for each in page.select("input[checked]")] == ["no"]


def test_answers_that_changed_elsewhere_are_not_overwritten_by_undo(
    browser, another_browser, proposal
):
    person = a_person()
    held = get_pass(browser, proposal, person)
    done = act(another_browser(), proposal, "items", GIVEN | {"person": held})
    rules.give_views(person, proposal, {NAME: NO})

    page = act(another_browser(), proposal, "as/undo", hidden(done, "form[action*='/as/undo']"))

    assert page.status_code == 409
    assert said(person, proposal) == {NAME: Comfort.NO, POLICE: Comfort.NO}
