"""Two moderators do not collide over one comment."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

QUEUE = "/desk/kelderby/queue"
OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.fixture(params=[(True, 1280), (False, 320)], ids=["wide", "plain"])
def window(request: pytest.FixtureRequest) -> dict[str, int | bool]:
    """How all people of one story look at it."""
    return {"script": request.param[0], "width": request.param[1]}


def _report_some(visit: Visit, number: int) -> None:
    """Report comments that anybody can read, as a resident without an account."""
    visit.goto(f"{OPEN}/comments")
    ids = visit.page.locator("article.comment").evaluate_all(
        "found => found.map(one => one.id.replace('comment-', ''))"
    )
    for comment in ids[:number]:
        visit.goto(f"{OPEN}/comments/{comment}/report")
        visit.choose("It threatens or insults somebody")
        visit.click("Send report")


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
