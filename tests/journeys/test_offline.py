"""What was said at an event is typed in by one, checked by another, and followed by its author."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
DESK = "/desk/kelderby/proposals/safeguarding-hub-attendance/offline"


def test_a_response_on_paper_counts_and_is_followed(
    visitor: Callable[..., Visit], script: bool, width: int
) -> None:
    said = f"Write to us in large print, please. {script} {width}"
    typist = visitor()
    typist.play("Sadia Rahman")
    batch = _begin(typist)
    code = _type_in(typist, said)
    typist.click("Send to be checked")
    typist.sees("Somebody else has to compare this batch with the originals.")

    checker = visitor()
    checker.play("Colin Brathwaite")
    checker.goto(batch)
    checker.sees(said)
    checker.click("All is right: let it count")
    checker.sees("These responses count and stand beside those given here.")

    author = visitor()
    author.goto("/receipt")
    author.fill("Your receipt code", "2222 2222 2222")
    author.click("Show me")
    author.sees("We do not know this code. Check each letter and figure.")
    author.fill("Your receipt code", code.lower())
    author.click("Show me")
    author.sees("Your response counts.")
    author.follow("See your words and what came of them")
    author.sees(said)
    author.sees("On paper")


def _begin(typist: Visit) -> str:
    """A batch, and its address."""
    typist.goto(DESK)
    typist.click("Begin", exact=True)
    typist.sees("Choose how the responses came.")
    typist.choose("On paper")
    typist.fill("Where do they come from?", "Box at Holm Park library")
    typist.fill("When did they come?", datetime.now(UTC).date().isoformat())
    typist.click("Begin", exact=True)
    return typist.page.url


def _type_in(typist: Visit, said: str) -> str:
    """One response, and its receipt code."""
    typist.fill("Number on the original", "1")
    typist.click("Add the response")
    typist.sees("Choose their view, or that they gave none.")
    typist.choose("Support with changes")
    typist.fill("What they said", said)
    typist.click("Add the response")
    typist.sees("It is shown only now.")
    return typist.page.locator(".d-receipt b").inner_text()
