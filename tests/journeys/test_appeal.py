"""A comment is hidden, its author appeals by one press, and somebody else brings it back."""

from collections.abc import Callable

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"


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


def test_a_hidden_comment_comes_back_after_an_appeal(
    visitor: Callable[..., Visit], script: bool, width: int
) -> None:
    way = {"script": script, "width": width}
    words = f"These lists go to far too many people, and nobody asked us, {width}{script}."
    author, hider, judge, reader = (visitor(**way) for _ in range(4))
    comment = _comment(author, "Faisal Q", words)

    hider.play("Niamh Farrell")
    hider.goto(f"/desk/kelderby/queue/{comment}")
    hider.choose("Hide")
    hider.page.get_by_label("Reason", exact=True).select_option("off_topic")
    hider.click("Decide", exact=True)

    letter = author.letter("faisal", f"{comment}/notice")
    assert words not in letter.inner_text()
    author.goto(f"{OPEN}/comments/{comment}/notice")
    author.sees(words)
    author.sees("Talk about the proposal")
    author.page.get_by_text("Say why, if you like").click()
    author.fill("Why we should look again", "It is about the proposal.")
    author.click("Appeal", exact=True)
    author.sees("at the latest")
    author.check()

    hider.goto(f"/desk/kelderby/queue/{comment}")
    hider.sees("Somebody else decides")
    hider.check()

    judge.play("Oscar Lund")
    judge.goto("/desk/kelderby/queue")
    judge.press(judge.page.locator(f"a[href$='/queue/{comment}']").first)
    judge.sees("It is about the proposal.")
    judge.click("Show the original")
    judge.sees(words)
    judge.click("Decide the appeal")
    judge.sees("Choose whether the decision was right.")
    judge.choose("It was wrong: show the comment again")
    judge.fill("Your reason, for the author", f"Sorry, it is, {width}{script}.")
    judge.click("Decide the appeal")
    judge.sees("The decision was wrong")
    judge.check()

    reader.goto(f"{OPEN}/comments/{comment}")
    reader.sees(words)
    reader.sees("Shown again after an appeal")
    reader.check()
    reader.goto("/councils/kelderby/moderation")
    reader.sees("The decision was wrong")
    letter = author.letter("faisal", f"Sorry, it is, {width}{script}.")
    assert words not in letter.inner_text()
    author.goto(f"{OPEN}/comments/{comment}/notice")
    author.sees("Your comment is shown again")
    author.check()


def test_an_appeal_is_taken_back(visitor: Callable[..., Visit], script: bool, width: int) -> None:
    way = {"script": script, "width": width}
    words = f"Please ask the schools before you start, {width}{script}."
    author, hider = visitor(**way), visitor(**way)
    comment = _comment(author, "Claire Ormsby", words)
    hider.play("Oscar Lund")
    hider.goto(f"/desk/kelderby/queue/{comment}")
    hider.choose("Hide")
    hider.page.get_by_label("Reason", exact=True).select_option("off_topic")
    hider.click("Decide", exact=True)

    author.goto(f"{OPEN}/comments/{comment}/notice")
    author.click("Appeal", exact=True)
    author.click("Take my appeal back")
    author.sees("You took your appeal back")
    author.check()
