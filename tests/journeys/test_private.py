"""Private details are caught before anybody reads them, and words of danger find help."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.fixture(params=[(True, 1280), (False, 320)], ids=["wide", "plain"])
def window(request: pytest.FixtureRequest) -> dict[str, int | bool]:
    """How all people of one story look at it."""
    return {"script": request.param[0], "width": request.param[1]}


def _send(visit: Visit, words: str) -> None:
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("input[name=stance][value=oppose][id^=comment]").check()
    visit.page.locator("#comment-body").fill(words)
    visit.click("Publish my comment")


def test_a_resident_takes_out_an_address_and_keeps_a_number_from_the_public(
    window: dict[str, int | bool], visitor: Callable[..., Visit]
) -> None:
    number = f"01632 9604{'1' if window['script'] else '2'}7"
    author, moderator, reader = (visitor(**window) for _ in range(3))
    author.play("Faisal Q")
    _send(author, f"Ring me on {number}, or come to 14 Tallow Lane, about the letters.")
    author.sees("This looks private. Remove it?")
    marked = author.page.locator(".private mark").all_inner_texts()
    assert marked == [number, "14 Tallow Lane"]

    author.page.locator("#comment-body").fill(f"Ring me on {number} about the letters.")
    author.click("Keep it, for moderators only")
    author.sees("phone number removed")
    there = author.page.url.partition("#")[0]

    reader.goto(there)
    reader.sees("phone number removed")
    for path in (there, f"{OPEN}/comments", OPEN, "/councils/kelderby/changelog.json"):
        assert number not in reader.page.request.get(path).text()

    letter = author.letter("faisal", "We are checking your comment")
    assert number not in letter.inner_text()
    author.goto(there)
    author.sees("We are checking your comment")

    moderator.play("Niamh Farrell")
    moderator.goto(f"/desk/kelderby/queue/{there.rpartition('/')[2]}")
    moderator.click("Show the original")
    moderator.sees(number)
    moderator.choose("Remove details")
    moderator.click("Decide", exact=True)

    reader.goto("/councils/kelderby/moderation")
    reader.sees("Held for a check")
    reader.sees("An automatic check")
    author.goto(there)
    author.sees("We removed details from your comment")
    author.letter("faisal", "We removed details from your comment")


def test_whoever_may_be_in_danger_finds_help_and_the_duty_contact_is_told(
    window: dict[str, int | bool], visitor: Callable[..., Visit]
) -> None:
    words = f"I am going to kill myself. {'Today' if window['script'] else 'Tonight'}."
    author, moderator = visitor(**window), visitor(**window)
    author.play("Claire Ormsby")
    _send(author, words)
    there = author.page.url.partition("#")[0]

    letter = author.letter("data@kelderby.example", "Look now")
    assert words not in letter.inner_text()
    author.goto(there)
    author.sees("116 123")
    assert words not in moderator.page.request.get(there).text()

    moderator.play("Niamh Farrell")
    moderator.goto("/desk/kelderby/queue")
    first = moderator.page.locator("a.d-q__item").evaluate_all("all => all.map((a) => a.pathname)")
    assert f"/desk/kelderby/queue/{there.rpartition('/')[2]}" in first[:2]
