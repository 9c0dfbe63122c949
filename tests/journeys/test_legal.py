"""A serious claim is answered by its author; a complaint about personal data has its outcome."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


@pytest.fixture(params=[(True, 320), (False, 1280), (True, 1280)])
def window(request: pytest.FixtureRequest) -> dict[str, int | bool]:
    """How all people of one story look at it."""
    return {"script": request.param[0], "width": request.param[1]}


def _comment(visit: Visit, words: str) -> str:
    visit.play("Faisal Q")
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("input[name=stance][value=oppose][id^=comment]").check()
    visit.page.locator("#comment-body").fill(words)
    visit.click("Publish my comment")
    there = visit.page.locator("article.comment").filter(has_text=words).first.get_attribute("id")
    assert there is not None
    return there.removeprefix("comment-")


def test_a_serious_claim(window: dict[str, int | bool], visitor: Callable[..., Visit]) -> None:
    person = f"Ada {'Quill' if window['script'] else 'Quince'} {window['width']}"
    author, moderator, reader = (visitor(**window) for _ in range(3))
    comment = _comment(author, f"{person} takes bribes from landlords.")

    reader.goto(f"{OPEN}/comments/{comment}/report")
    reader.follow("It makes a serious claim about me")
    reader.fill("Which words in the comment", "takes bribes")
    reader.fill("What do they say about you", "That I am corrupt.")
    reader.fill("What is untrue", "I never took any.")
    reader.fill("Your full name", person)
    reader.choose("I do not know enough about the author to bring a claim against them")
    reader.choose("No")
    reader.click("Give notice")
    reader.sees("so that we can answer")
    reader.fill("Your e-mail address", f"ada{window['width']}@example.org")
    reader.click("Give notice")
    reader.sees("We have your notice")

    moderator.play("Oscar Lund")
    moderator.goto("/desk/kelderby/queue")
    moderator.goto("/desk/kelderby/legal")
    moderator.press(moderator.page.locator("a.d-q__item").first)
    moderator.choose("Write to the author")
    moderator.click("Do this")
    moderator.sees("Waiting for the author")
    there = moderator.page.url

    letter = author.letter("faisal", "takes bribes").inner_text()
    assert f"ada{window['width']}@example.org" not in letter
    notice = there.rsplit("/", 1)[1]
    author.goto(f"{OPEN}/comments/{comment}/claim/{notice}")
    author.choose("No, I want it to stay")
    author.click("Send my answer")
    author.sees("the law asks for this")
    author.choose("Yes, take it down")
    author.click("Send my answer")
    author.sees("The author agrees to take it down")

    moderator.goto(there)
    moderator.choose("Take it down and tell the complainant")
    moderator.click("Do this")
    moderator.sees("Closed: the words were taken down")
    reader.goto(f"{OPEN}/comments/{comment}")
    reader.sees("Hidden by a moderator")
    reader.letter(f"ada{window['width']}@example.org", "no longer public")


def test_a_complaint(window: dict[str, int | bool], visitor: Callable[..., Visit]) -> None:
    resident, owner = (visitor(**window) for _ in range(2))
    address = f"bo{window['width']}{'s' if window['script'] else 'n'}@example.org"

    resident.goto("/councils/kelderby")
    resident.follow("Complain about data protection")
    resident.fill("What went wrong", "My file went to a neighbour.")
    resident.fill("Your e-mail address", address)
    resident.click("Send complaint")
    resident.sees("We have your complaint")
    resident.letter(address, "Its number is")

    owner.play("Wendy Askew")
    owner.goto("/desk/kelderby/legal/complaints")
    owner.press(owner.page.locator("a.d-q__item").first)
    owner.fill("What should the person know", "We erred and changed how we post files.")
    owner.choose("This is the outcome. It closes the complaint")
    owner.click("Send by e-mail")
    owner.sees("Outcome")
    resident.letter(address, "We erred and changed how we post files.")

    owner.goto("/desk/kelderby/legal/safety")
    owner.goto("/desk/kelderby/legal/safety/fraud")
    for page in ("legal", "safety"):
        resident.goto(f"/councils/kelderby/{page}")
