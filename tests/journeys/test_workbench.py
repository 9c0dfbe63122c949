"""Two moderators do not collide over one comment, and one clears a queue by keyboard alone."""

from collections.abc import Callable

import pytest

from consult.participation.queries import SORTS
from tests.journeys.visit import Visit

QUEUE = "/desk/kelderby/queue"
MANY = 20
OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.fixture(params=[(True, 1280), (False, 320)], ids=["wide", "plain"])
def window(request: pytest.FixtureRequest) -> dict[str, int | bool]:
    """How all people of one story look at it."""
    return {"script": request.param[0], "width": request.param[1]}


def _reportable(visit: Visit, sort: str) -> list[str]:
    """Where the comments of a list are reported; hidden ones cannot be."""
    visit.goto(f"{OPEN}/comments?sort={sort}")
    links = visit.page.locator("article.comment a[href$='/report']")
    return links.evaluate_all("found => found.map(one => one.getAttribute('href'))")


def _report_some(visit: Visit, number: int) -> None:
    """Report comments that anybody can read, as a resident without an account."""
    for place in _reportable(visit, "newest")[:number]:
        visit.goto(place)
        visit.choose("It threatens or insults somebody")
        visit.click("Send report")


def _report_all(visit: Visit) -> int:
    """Report every comment of many lists at once; tell how many could be reported."""
    places = {place for sort in SORTS for place in _reportable(visit, sort)}
    answers = [
        visit.page.request.post(
            place,
            form={"reason": "off_topic", "words": ""},
            headers={"Origin": visit.address},
            max_redirects=0,
        )
        for place in sorted(places)
    ]
    return sum(answer.status == 303 for answer in answers)


def test_two_moderators_do_not_collide(
    window: dict[str, int | bool], visitor: Callable[..., Visit]
) -> None:
    reporter, first, second = (visitor(**window) for _ in range(3))
    _report_some(reporter, 2)
    first.play("Niamh Farrell")
    first.goto(f"{QUEUE}?kind=reported&claimed=free")
    first.press(first.page.locator("a.d-q__item").last)
    first.click("Take it")
    first.sees("You have this")

    second.play("Oscar Lund")
    second.goto(first.page.url)
    second.sees("has this for")

    first.click("Let it go")
    first.sees("Nobody has this")
    first.goto(f"{QUEUE}/keys")
    first.sees("Next in the list")


def test_twenty_items_are_cleared_by_keyboard_alone(visitor: Callable[..., Visit]) -> None:
    reporter, moderator = (visitor(script=True, width=1280) for _ in range(2))
    assert _report_all(reporter) >= MANY
    moderator.play("Niamh Farrell")
    moderator.goto(QUEUE)
    page = moderator.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("#decide")

    for _ in range(MANY):
        before = page.url
        page.keyboard.press("p")
        page.keyboard.press("Enter")
        page.wait_for_function("was => location.href !== was", arg=before)
        page.wait_for_selector(".d-done:focus")
    moderator.check()

    page.keyboard.press("u")
    moderator.sees("waiting")


def test_two_are_decided_together_and_taken_back(visitor: Callable[..., Visit]) -> None:
    reporter, moderator = visitor(script=True, width=320), visitor(script=True, width=1280)
    _report_some(reporter, 2)
    moderator.play("Oscar Lund")
    page = moderator.page
    waiting = page.locator("ol.d-q--page > li")
    moderator.goto(f"{QUEUE}?kind=reported")
    all_before = waiting.count()
    moderator.goto(f"{QUEUE}?kind=reported&claimed=free")
    before = page.locator("input[name=c]").count()
    page.get_by_role("button", name="Tick all on this page").click()
    assert page.locator("input[name=c]:checked").count() == before
    page.get_by_role("button", name="Tick none").click()
    page.locator("h1").click()
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    moderator.sees("Next in the list")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    for _each in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    assert page.locator("input[name=c]:checked").count() == 2

    moderator.click("Decide the ticked ones together")
    moderator.choose("Leave as it is")
    moderator.click("See what would happen")
    moderator.sees("2 comments stay as they are")
    moderator.click("Leave 2 comments as they are")
    moderator.sees("2 comments were decided together.")

    moderator.click("Undo all")
    moderator.goto(f"{QUEUE}?kind=reported")
    assert waiting.count() == all_before
