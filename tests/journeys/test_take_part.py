"""A visitor reads, gives a view, changes it, comments and is heard, with no account beforehand."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
TITLE = "Helping the safeguarding hub see the whole picture"


def _address(request: pytest.FixtureRequest, who: str) -> str:
    told = request.node.callspec.params
    return f"{who}-{'s' if told['script'] else 'p'}{told['width']}@example.org"


def _view(visit: Visit, stance: str) -> None:
    visit.page.locator(f"#vote input[name=stance][value={stance}]").check()


def _confirm(visit: Visit, to: str, about: str, button: str) -> None:
    """Open the letter's link, which only shows a button; press it."""
    letter = visit.letter(to, about)
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click(button)


def _vote_as_visitor(visit: Visit, email: str, stance: str) -> None:
    visit.goto(OPEN)
    _view(visit, stance)
    visit.press(visit.page.locator("#vote").get_by_role("button", name="Send my view"))
    visit.sees("One more step")
    visit.page.locator("#vote").get_by_label("Your e-mail address").fill(email)
    visit.press(visit.page.locator("#vote").get_by_role("button", name="Send me the e-mail"))


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_votes_and_changes_the_vote(visit: Visit, request: pytest.FixtureRequest) -> None:
    email = _address(request, "votes")
    vote = visit.page.locator("#vote")
    visit.goto(OPEN)
    visit.sees(TITLE)
    visit.press(vote.get_by_role("button", name="Send my view"))
    visit.sees("There is a problem")
    assert visit.page.get_by_text("Choose what you think of this change.").count()

    _vote_as_visitor(visit, "not an address", "oppose")
    visit.sees("There is a problem")
    assert vote.get_by_label("Your e-mail address").input_value() == "not an address"
    if visit.script:
        assert visit.page.url.endswith(OPEN), "With scripts the page stays where it is"

    vote.get_by_label("Your e-mail address").fill(email)
    visit.press(vote.get_by_role("button", name="Send me the e-mail"))
    visit.sees("Check your e-mail")
    _confirm(visit, email, "Confirm your view", "Yes, count my view")
    assert OPEN in visit.page.url
    assert "Oppose" in vote.locator(".held").inner_text()

    vote.get_by_text("Change or take back my view").click()
    _view(visit, "support")
    before = visit.page.url
    visit.press(vote.get_by_role("button", name="Change my view"))
    assert "Support" in vote.locator(".held").inner_text()
    if visit.script:
        assert visit.page.url == before, "The panel was swapped in place"
    visit.goto("/account/contributions")
    visit.sees("Support")


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_comments_and_another_reports_it(
    visit: Visit, visitor: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    email = _address(request, "comments")
    words = f"Please tell parents by letter as well. {email.partition('@')[0]}"
    visit.goto(f"{OPEN}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("#comment-body").fill(words)
    visit.page.locator("#comment-email").fill(email)
    visit.click("Send my comment")
    visit.sees("There is a problem")
    visit.sees("Choose where you stand, or that you have a question.")
    assert visit.page.locator("#comment-body").input_value() == words
    assert visit.page.locator("#comment-email").input_value() == email

    visit.page.locator("input[name=stance][value=question][id^=comment]").check()
    visit.click("Send my comment")
    visit.sees("Check your e-mail")

    other = visitor()
    other.goto(f"{OPEN}/comments")
    other.does_not_see(words)
    _confirm(visit, email, "Confirm your comment", "Yes, publish my comment")
    visit.sees(words)

    other.goto(f"{OPEN}/comments")
    other.sees(words)
    comment = other.page.locator("article.comment").filter(has_text=words)
    other.press(comment.get_by_role("link", name="Report"))
    other.click("Send report")
    other.sees("Choose what is wrong with this comment.")
    other.choose("It is not about this proposal")
    other.fill("Anything a moderator should know", "It was asked before.")
    other.click("Send report")
    other.sees("Thank you. A moderator will look at it")
