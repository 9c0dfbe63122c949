"""A comment is moved to where it belongs, and its author may write less until it is lifted."""

from collections.abc import Callable

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


def write(visit: Visit, words: str) -> None:
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("input[name=stance][value=unsure][id^=comment]").check()
    visit.page.locator("#comment-body").fill(words)
    visit.click("Publish my comment")


def test_moved_limited_and_free_again(
    script: bool, width: int, visitor: Callable[..., Visit]
) -> None:
    words = f"Who may look at it at night, told {width} wide?"
    author, moderator = visitor(), visitor()
    author.play("Claire Ormsby")
    write(author, words)
    article = author.page.locator("article.comment").filter(has_text=words).first
    comment = str(article.get_attribute("id")).removeprefix("comment-")
    desk = f"/desk/kelderby/queue/{comment}"

    moderator.play("Oscar Lund")
    moderator.goto(desk)
    moderator.follow("Move, group or cover the name")
    moderator.page.get_by_label("What is it about?").select_option(index=2)
    moderator.click("Move", exact=True)
    moderator.sees("Moved to another part")
    author.goto(f"{OPEN}/comments/{comment}")
    author.sees("Moved here by a moderator")
    letter = author.letter("claire.ormsby", comment)
    assert "You broke no rule." in letter.inner_text()
    moderator.click("Undo")
    moderator.goto(f"{desk}/place")

    moderator.goto(desk)
    moderator.follow("Limit or suspend the author")
    moderator.choose("1")
    moderator.page.get_by_label("Reason", exact=True).select_option("spam_or_advert")
    moderator.click("Decide", exact=True)
    moderator.sees("Limited to 1 a day until")
    write(author, f"One more thing, told {width} wide.")
    author.sees("You have written all you can today")
    assert author.letter("claire.ormsby", "Advertising or spam").is_visible()
    moderator.click("End this now")
    write(author, f"And now again, told {width} wide.")
    author.sees(f"And now again, told {width} wide.")
    author.goto("/councils/kelderby/moderation?act=move")
    author.sees("Moved to another part")
