"""A moderator removes details and hides a comment; everybody learns why, and nobody what."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
PUBLIC = (
    OPEN, f"{OPEN}/comments", f"{OPEN}/timeline", "/councils/kelderby/moderation",
    "/councils/kelderby/changelog", "/councils/kelderby/changelog.atom",
    "/councils/kelderby/changelog.json", "/changelog.json",
)  # fmt: skip


@pytest.fixture(params=[(True, 1280), (False, 320)], ids=["wide", "plain"])
def window(request: pytest.FixtureRequest) -> dict[str, int | bool]:
    """How all people of one story look at it."""
    return {"script": request.param[0], "width": request.param[1]}


def _comment(visit: Visit, name: str, words: str) -> str:
    visit.play(name)
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("input[name=stance][value=oppose][id^=comment]").check()
    visit.page.locator("#comment-body").fill(words)
    visit.click("Publish my comment")
    visit.sees(words)
    article = visit.page.locator("article.comment").filter(has_text=words).first
    there = article.get_attribute("id")
    assert there is not None
    return there.removeprefix("comment-")


def _is_nowhere(visit: Visit, secret: str, comment: str) -> None:
    for path in (*PUBLIC, f"{OPEN}/comments/{comment}"):
        answer = visit.page.request.get(path)
        assert answer.ok, path
        assert secret not in answer.text(), f"{path} shows {secret!r}"


def test_details_are_removed(window: dict[str, int | bool], visitor: Callable[..., Visit]) -> None:
    number = "Oona Blythe" if window["script"] else "Oona Farquhar"
    author, moderator, reader = (visitor(**window) for _ in range(3))
    comment = _comment(author, "Faisal Q", f"Ask {number} about the letters.")
    reader.play("Wendy Askew")
    reader.goto(f"{OPEN}/comments/{comment}/report")
    reader.choose("It shows somebody’s private details")
    reader.click("Send report")

    moderator.play("Niamh Farrell")
    moderator.goto("/desk/kelderby/queue?kind=reported")
    moderator.press(moderator.page.locator(f"a[href$='/queue/{comment}']").first)
    moderator.choose("Remove details")
    moderator.click("Decide", exact=True)
    moderator.sees("There is a problem")
    moderator.fill("Words 1", number)
    moderator.page.locator("#spans-0-detail").select_option("name")
    moderator.page.get_by_label("Reason", exact=True).select_option("personal_data")
    moderator.fill("Add a sentence for the author", "Her name was there for all to see.")
    moderator.click("Decide", exact=True)

    reader.goto(f"{OPEN}/comments/{comment}")
    reader.sees("name removed")
    _is_nowhere(reader, number, comment)
    letter = reader.letter("wendy.askew", comment)
    assert "removed details from the comment" in letter.inner_text()
    assert number not in letter.inner_text()
    reader.goto("/councils/kelderby/moderation?act=redact&found=report&reason=personal_data")
    reader.sees("Details removed")

    author.goto(f"{OPEN}/comments/{comment}")
    author.sees("We removed details from your comment")
    author.sees("Her name was there for all to see.")
    author.page.get_by_text("What you wrote. Only you see this here").click()
    author.sees(f"Ask {number} about the letters.")
    letter = author.letter("faisal", comment)
    assert number not in letter.inner_text()


def test_a_comment_is_hidden(window: dict[str, int | bool], visitor: Callable[..., Visit]) -> None:
    insult = f"a pack of thieving {'liars' if window['script'] else 'crooks'}"
    author, moderator, reader = (visitor(**window) for _ in range(3))
    comment = _comment(author, "Claire Ormsby", f"They are {insult}, all of them.")

    reader.goto(f"{OPEN}/comments/{comment}/report")
    reader.choose("It threatens or insults somebody")
    reader.click("Send report")

    moderator.play("Oscar Lund")
    moderator.goto("/desk/kelderby/queue")
    moderator.press(moderator.page.locator(f"a[href$='/queue/{comment}']").first)
    moderator.choose("Hide")
    moderator.page.get_by_label("Reason", exact=True).select_option("abuse_or_threat")
    moderator.fill("Add a sentence for the author", "Say it again without calling names.")
    moderator.click("Decide", exact=True)

    reader.goto(f"{OPEN}/comments/{comment}")
    reader.sees("Hidden by a moderator")
    _is_nowhere(reader, insult, comment)
    reader.goto("/councils/kelderby/moderation")
    reader.sees("Hidden")

    author.goto(f"{OPEN}/comments/{comment}")
    author.sees("We hid your comment")
    author.sees("Say it again without calling names.")
    letter = author.letter("claire.ormsby", "Say it again without calling names.")
    assert insult not in letter.inner_text()
