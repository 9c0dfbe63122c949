"""Somebody follows a proposal, gives a view, finds both on one page, and stops the mail."""

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_follows_finds_it_again_and_stops(
    visit: Visit, request: pytest.FixtureRequest
) -> None:
    told = request.node.callspec.params
    email = f"mine-{'s' if told['script'] else 'p'}{told['width']}@example.org"
    follow = visit.page.locator("#follow")
    visit.goto(OPEN)
    follow.get_by_text("Follow by e-mail").click()
    follow.get_by_label("Your e-mail address").fill(email)
    visit.press(follow.get_by_role("button", name="Send me a link to confirm"))
    visit.sees("Check your e-mail")
    letter = visit.letter(email, "Confirm that you want to follow")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, send me mail about it")
    visit.sees("You follow this proposal.")

    visit.page.locator("#vote input[name=stance][value=unsure]").check()
    visit.press(visit.page.locator("#vote").get_by_role("button", name="Send my view"))
    visit.goto("/account/contributions")
    visit.sees("On version")
    visit.sees("Change it or take it back")
    visit.click("Stop following")
    visit.sees("You follow no proposal.")

    visit.goto(OPEN)
    visit.press(follow.get_by_role("button", name="Follow by e-mail"))
    visit.sees("You follow this proposal.")
