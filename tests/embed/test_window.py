from datetime import timedelta

import pytest

from consult.core import clock as moments
from tests.embed.steps import address, press
from tests.factories import a_person, a_proposal


@pytest.fixture
def person(app):
    return a_person("Ann Okafor")


def test_the_window_asks_whoever_is_signed_in_and_says_what_it_allows(browser, proposal, person):
    page = browser.sign_in(person).get(address(proposal, "yourself"))

    assert "Take part on www.thornmere.example as Ann Okafor?" in page.words
    assert page.headers["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.select("[data-pass]") == []


def test_the_window_sends_a_stranger_to_sign_in(browser, proposal):
    page = browser.get(address(proposal, "yourself"))

    assert page.status_code == 303
    assert page.location.startswith("/account/sign-in?next=")


def test_the_window_cannot_be_opened_for_a_site_that_is_not_on_the_list(browser, proposal, person):
    browser.sign_in(person)
    where = address(proposal, "yourself", "https://evil.example")

    asked, pressed = browser.get(where), browser.post(where)

    assert asked.status_code == pressed.status_code == 409
    assert asked.select(".site-header")
    assert "You cannot take part on this site." in asked.words


def test_the_window_needs_a_site_to_name(browser, proposal, person):
    browser.sign_in(person)

    assert browser.get(address(proposal, "yourself", "")).status_code == 409
    assert browser.post(address(proposal, "yourself", "")).status_code == 409


@pytest.mark.parametrize("seconds", [0, 0.3, 0.69])
def test_a_press_meant_for_the_page_before_is_asked_for_once_more(
    browser, proposal, person, clock, seconds
):
    asked = browser.sign_in(person).get(address(proposal, "yourself"))

    early = press(browser, proposal, asked, seconds)

    assert early.status_code == 409
    assert "Please press once more" in early.one("[data-focus]").text
    assert early.select("[data-pass]") == []
    assert press(browser, proposal, early, seconds + 0.8).status_code == 200


def test_a_third_click_in_a_row_gets_nothing_either(browser, proposal, person, clock):
    page = browser.sign_in(person).get(address(proposal, "yourself"))
    begun = moments.now()

    for n in range(1, 5):
        with moments.at(begun + timedelta(seconds=n * 0.4)):
            page = press(browser, proposal, page, 0.2)

        assert page.status_code == 409
        assert page.select("[data-pass]") == []


def test_the_window_says_nothing_of_pressing_again_to_whoever_took_their_time(
    browser, proposal, person
):
    page = browser.sign_in(person).get(address(proposal, "yourself"))

    assert "press once more" not in page.words
    assert press(browser, proposal, page, 60).select("[data-pass]")


@pytest.mark.parametrize("sent", ["", "nonsense", "a" * 9000, None])
def test_a_press_without_the_moment_of_asking_is_asked_for_once_more(
    browser, proposal, person, sent
):
    browser.sign_in(person)
    given = {} if sent is None else {"asked": sent}

    page = browser.post(address(proposal, "yourself"), given)

    assert page.status_code == 409
    assert page.select("[data-pass]") == []


def test_the_moment_of_asking_holds_for_one_person_one_proposal_and_one_site(
    browser, another_browser, proposal, person
):
    other = a_proposal(council=proposal.council)
    theirs = another_browser().sign_in(a_person()).get(address(proposal, "yourself"))
    elsewhere = browser.sign_in(person).get(address(other, "yourself"))
    later = moments.now() + timedelta(seconds=5)

    for page in (theirs, elsewhere):
        asked = page.one("input[name=asked]")["value"]
        with moments.at(later):
            answer = browser.post(address(proposal, "yourself"), {"asked": asked})

        assert answer.status_code == 409
        assert answer.select("[data-pass]") == []


def test_a_window_left_open_for_too_long_asks_again(browser, proposal, person):
    page = browser.sign_in(person).get(address(proposal, "yourself"))

    assert press(browser, proposal, page, 31 * 60).status_code == 409
