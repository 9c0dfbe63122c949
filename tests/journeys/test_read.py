"""Somebody reads what others say: in another order, by words, and as new comments arrive."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
UNPINNED = "article.comment:not(:has(.comment__pinned))"
NEWS = """() => document.querySelector(".news").dispatchEvent(new Event("poll"))"""


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_sorts_filters_and_searches(visit: Visit) -> None:
    comments = visit.page.locator("article.comment")
    visit.goto(OPEN)
    visit.press(visit.page.locator("#comments").get_by_role("link", name="Search and filter"))
    visit.sees("Pinned by the moderators")
    assert comments.first.locator(".comment__pinned").count() == 1
    assert comments.first.locator(".replies .official").count() == 1
    _sort(visit, "Most helpful")
    marks = visit.page.locator(f"{UNPINNED} .comment__foot .num").all_inner_texts()
    assert len(marks) > 1
    assert [int(one) for one in marks] == sorted(map(int, marks), reverse=True)
    _sort(visit, "Most discussed")
    assert visit.page.locator(UNPINNED).first.locator(".replies").count() == 1
    _sort(visit, "Oldest")
    assert _times(visit) == sorted(_times(visit))
    _sort(visit, "Newest")
    assert _times(visit) == sorted(_times(visit), reverse=True)

    _sort(visit, "Views unlike yours")
    visit.sees("Choose your own view")
    visit.page.locator("#read-unlike").select_option("support")
    visit.press(visit.page.locator(".read--unlike").get_by_role("button", name="Show"))
    assert comments.count() > 0
    assert visit.page.locator("article.comment > .comment__by .stance-tag--support").count() == 0

    visit.page.goto(f"{OPEN}/comments")
    visit.page.locator("#read-stance").select_option("question")
    visit.page.get_by_label("with the council’s reply").check()
    visit.press(visit.page.locator(".read__words").get_by_role("button", name="Show"))
    visit.sees("Only what matches is shown.")
    assert comments.count() > 0
    assert visit.page.locator("article.comment:not(:has(.stance-tag--question))").count() == 0

    visit.page.goto(f"{OPEN}/comments")
    part = visit.page.locator("#read-part option").nth(1).get_attribute("value")
    visit.page.locator("#read-part").select_option(part)
    visit.page.locator(".read__words").get_by_role("button", name="Show").click()
    visit.sees("Only what matches is shown.")
    assert comments.count() == visit.page.locator(f".comment__about a[href$='{part}']").count() > 0

    visit.page.goto(f"{OPEN}/comments")
    visit.page.get_by_label("Search the comments").fill("SCHOOL")
    visit.press(visit.page.locator(".read__words").get_by_role("button", name="Show"))
    assert "school" in visit.page.locator(".comment__text mark").first.inner_text().lower()
    visit.page.get_by_label("Search the comments").fill("zzyzx")
    visit.press(visit.page.locator(".read__words").get_by_role("button", name="Show"))
    visit.sees("No comment matches.")
    visit.follow("Show all comments")
    assert comments.count() > 5


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_searches_all_councils(visit: Visit) -> None:
    visit.goto("/")
    visit.page.get_by_role("searchbox", name="Search proposals and comments").fill("attendance")
    visit.press(visit.page.locator(".look").get_by_role("button", name="Search"))
    visit.sees("Helping the safeguarding hub see the whole picture")
    assert visit.page.locator(".hit mark").count() > 2
    visit.press(visit.page.locator("section[aria-labelledby=found-comments] a").first)
    visit.sees("The comment and its replies")

    visit.goto("/search?q=a")
    visit.sees("Type a word of two letters or more.")
    visit.goto("/search?q=zzyzx")
    visit.sees("Nothing holds all of these words.")
    visit.goto("/search")
    visit.sees("Capitals and accents make no difference.")


@pytest.mark.usefixtures("script", "width")
def test_a_resident_marks_a_comment_and_a_visitor_confirms_a_mark(
    visit: Visit, visitor: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    told = request.node.callspec.params
    email = f"reads-{'s' if told['script'] else 'p'}{told['width']}@example.org"
    visit.goto(f"{OPEN}/comments?sort=oldest")
    visit.press(visit.page.locator(".comment__foot").get_by_role("link", name="Helpful").first)
    visit.sees("Did this comment help you?")
    visit.fill("Your e-mail address", email)
    visit.click("Send me the e-mail")
    visit.sees("Check your e-mail")
    letter = visit.letter(email, "Confirm that a comment helped you")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, it helped me")
    visit.sees("Marked as helpful")

    visit.goto(f"{OPEN}/comments?sort=newest")
    before = visit.page.url
    button = visit.page.locator(".helpful button", has_not_text="Marked as helpful").first
    article = visit.page.locator("article.comment").filter(has=button).first
    which = article.get_attribute("id")
    visit.press(button)
    marked = visit.page.locator(f"#{which} .helpful button")
    assert "Marked as helpful" in marked.inner_text()
    if visit.script:
        assert visit.page.url == before, "Only the button was swapped"
    visit.press(marked)
    assert "Marked as helpful" not in visit.page.locator(f"#{which} .helpful").inner_text()


def test_new_comments_are_announced_without_moving_the_page(visitor: Callable[..., Visit]) -> None:
    visit, writer = visitor(width=320), visitor(script=False)
    words, email = "Here is something new.", "news@example.org"
    visit.goto(f"{OPEN}/comments")
    before = visit.page.locator("article.comment").nth(3).bounding_box()
    writer.goto(f"{OPEN}/comments")
    writer.page.get_by_text("Write a comment").click()
    writer.page.locator("#comment-body").fill(words)
    writer.page.locator("#comment-email").fill(email)
    writer.page.locator("input[name=stance][value=unsure][id^=comment]").check()
    writer.click("Send my comment")
    letter = writer.letter(email, "Confirm your comment")
    writer.press(letter.locator("a[href*='/confirm/link/']"))
    writer.click("Yes, publish my comment")

    visit.page.evaluate(NEWS)
    visit.sees("1 new comment")
    visit.check()
    assert visit.page.locator("article.comment").nth(3).bounding_box() == before
    visit.does_not_see(words)
    visit.page.locator(".news a").click()
    visit.sees(words)
    visit.does_not_see("1 new comment")


def _sort(visit: Visit, order: str) -> None:
    """Follow the link of an order; axe looks at one page of them, not at each."""
    sorts = visit.page.locator(".filters")
    sorts.get_by_role("link", name=order).click()
    sorts.locator("[aria-current=true]", has_text=order).wait_for()


def _times(visit: Visit) -> list[str]:
    """When the comments were written, in the order on the page, without the one put first."""
    times = visit.page.locator(f"{UNPINNED} > .comment__by time")
    return [str(one) for one in times.evaluate_all("all => all.map((one) => one.dateTime)")]
