"""What somebody typed survives a reload, a lost connection and a session that ended."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
KEPT = "We kept what you wrote here."
UNSENT = "We could not send this."


def _write(visit: Visit, words: str) -> None:
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").first.click()
    visit.page.locator("#comment-body").fill(words)
    visit.page.locator("input[name=stance][value=question][id^=comment]").check()


def _body(visit: Visit) -> str:
    return visit.page.locator("#comment-body").input_value()


@pytest.mark.usefixtures("width")
def test_a_reload_loses_nothing_until_it_is_thrown_away(visit: Visit) -> None:
    words = "Half a thought about the hub"
    _write(visit, words)
    visit.page.locator("#comment-email").fill("half@example.org")
    visit.page.wait_for_timeout(400)

    visit.goto(f"{OPEN}/comments")

    visit.sees(KEPT)
    assert _body(visit) == words
    assert visit.page.locator("#comment-email").input_value() == ""
    assert "half@example.org" not in visit.page.evaluate("JSON.stringify(localStorage)")

    visit.page.get_by_role("button", name="Discard it").click()
    assert _body(visit) == ""
    visit.goto(f"{OPEN}/comments")
    assert not visit.page.get_by_text(KEPT).is_visible()
    assert _body(visit) == ""


@pytest.mark.usefixtures("width")
def test_a_lost_connection_loses_nothing(visit: Visit, request: pytest.FixtureRequest) -> None:
    words = "Typed in a tunnel"
    _write(visit, words)
    email = f"tunnel-{request.node.callspec.params['width']}@example.org"
    visit.page.locator("#comment-email").fill(email)
    send = visit.page.get_by_role("button", name="Send my comment")

    visit.page.context.set_offline(True)
    send.click()
    visit.sees(UNSENT)
    assert _body(visit) == words
    visit.complaints.clear()

    visit.page.context.set_offline(False)
    visit.click("Try again")
    visit.sees("Check your e-mail")
    visit.goto(f"{OPEN}/comments")
    assert not visit.page.get_by_text(KEPT).is_visible()
    assert _body(visit) == ""


def test_a_view_sent_without_a_connection_can_be_sent_again(visit: Visit) -> None:
    vote = visit.page.locator("#vote")
    visit.goto(OPEN)
    vote.locator("input[name=stance][value=oppose]").check()
    vote.get_by_text("Add a reason").click()
    vote.get_by_label("Your reason").fill("Because of the tunnel")

    visit.page.context.set_offline(True)
    vote.get_by_role("button", name="Send my view").click()
    visit.sees(UNSENT)
    visit.complaints.clear()
    visit.page.context.set_offline(False)
    visit.press(vote.get_by_role("button", name="Try again"))

    visit.sees("One more step")
    assert vote.locator("input[name=reason]").input_value() == "Because of the tunnel"


@pytest.mark.usefixtures("script", "width")
def test_a_session_that_ends_half_way_loses_nothing(
    visit: Visit, visitor: Callable[..., Visit]
) -> None:
    words = "Typed while signed in"
    visit.play("Niamh Farrell")
    _write(visit, words)
    visit.page.context.clear_cookies()

    visit.click("Publish my comment")

    visit.sees("You were signed out")
    assert _body(visit) == words
    assert visit.page.locator("#comment-email").is_visible()
