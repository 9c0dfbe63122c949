"""A visitor ticks what is true for them and learns what would change, from a link that says it."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_asks_what_changes_for_them(visit: Visit, visitor: Callable[..., Visit]) -> None:
    visit.goto(OPEN)
    visit.follow("What changes for me?")
    visit.choose("I run a business here")
    visit.click("Show what changes for me")
    visit.sees("You are not one of the people this is about")

    visit.follow("Start again")
    visit.choose("I have a child at school, or I go to school")
    visit.click("Show what changes for me")
    visit.sees("You are one of the people this is about")
    visit.sees("Absence reason codes")
    visit.does_not_see("Social care flag")

    visit.choose("A social worker helps my child or my family")
    visit.click("Show what changes for me")
    visit.sees("Social care flag")
    assert visit.page.context.cookies() == []

    other = visitor()
    other.goto(visit.page.url.removeprefix(visit.address))
    other.sees("Social care flag")
    other.follow("Give your view")
    other.sees("Send my view")
