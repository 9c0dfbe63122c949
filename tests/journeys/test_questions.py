"""A resident asks, the council answers in public, and whoever asked is told where."""

from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

PROPOSAL = "/councils/kelderby/proposals/safeguarding-hub-attendance"
DESK = "/desk/kelderby/questions"


@pytest.mark.usefixtures("script", "width")
def test_a_question_is_promised_an_answer_and_gets_it(
    visit: Visit, visitor: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    told = request.node.callspec.params
    email = f"asks-{'s' if told['script'] else 'p'}{told['width']}@example.org"
    words = f"Who tells us when a flag is wrong? {email.partition('@')[0]}"
    answer = f"The school does, within a week. {email.partition('@')[0]}"

    visit.goto(f"{PROPOSAL}/comments")
    visit.page.get_by_text("Write a comment").click()
    visit.page.locator("input[name=stance][value=question][id^=comment]").check()
    visit.page.locator("#comment-body").fill(words)
    visit.page.locator("#comment-email").fill(email)
    visit.click("Send my comment")
    letter = visit.letter(email, "Confirm your comment")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, publish my comment")
    visit.goto(f"{PROPOSAL}/questions?show=waiting")
    asked = visit.page.locator("article.comment").filter(has_text=words)
    assert "Answer promised by" in asked.inner_text()

    officer = visitor()
    officer.play("Colin Brathwaite")
    officer.goto(DESK)
    officer.press(officer.page.locator(".d-q__item").filter(has_text=words))
    officer.click("Publish the answer")
    officer.sees("There is a problem")
    officer.fill("Your answer", answer)
    officer.click("Publish the answer")
    officer.sees("Questions from residents")
    officer.does_not_see(words)

    visit.page.goto("/demo/mail")
    letter = visit.letter(email, "Your question is answered")
    assert answer not in letter.inner_text()
    visit.press(letter.locator("a[href*='/comments/']"))
    visit.sees(answer)
    visit.sees("Answered on")
    visit.goto(f"{PROPOSAL}/questions?show=answered")
    visit.sees(answer)
