"""A visitor answers a round's questions page by page, checks, confirms and changes an answer."""

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
DESK = "/desk/kelderby/proposals/safeguarding-hub-attendance/questionnaire"


def _address(request: pytest.FixtureRequest) -> str:
    told = request.node.callspec.params
    return f"answers-{'s' if told['script'] else 'p'}{told['width']}@example.org"


def _rank(visit: Visit, *places: str) -> None:
    for select, place in zip(visit.page.locator(".q-rank select").all(), places, strict=True):
        select.select_option(place)


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_answers_checks_confirms_and_changes(
    visit: Visit, request: pytest.FixtureRequest
) -> None:
    email = _address(request)
    visit.goto(OPEN)
    visit.follow("Answer the questions")
    visit.follow("Start")

    visit.click("Continue")
    visit.sees("There is a problem")
    visit.sees("Choose an answer.")
    visit.choose("Any long absence")
    visit.click("Continue")
    visit.choose("The parents")
    visit.choose("The school")
    visit.click("Back")
    assert visit.page.get_by_label("Any long absence").is_checked()
    visit.click("Continue")
    visit.choose("The parents")
    visit.choose("The school")
    visit.click("Continue")
    visit.choose("2")
    visit.click("Continue")
    _rank(visit, "1", "1", "")
    visit.click("Continue")
    visit.sees("Give each number to one answer only.")
    _rank(visit, "2", "1", "")
    visit.click("Continue")
    visit.click("Continue")
    visit.page.locator("#answer").fill(f"Tell people first. {email}")
    visit.click("Continue")

    visit.sees("Check your answers before you send them")
    assert visit.page.context.cookies() == [], "nothing is kept before sending"
    visit.sees("1. Parents can see who looked")
    visit.click("How sure are you")
    visit.choose("4")
    visit.click("Continue")
    visit.sees("4 / 5")
    visit.click("Send me the e-mail")
    visit.sees("There is a problem")
    visit.fill("Your e-mail address", email)
    visit.click("Send me the e-mail")
    visit.sees("Check your e-mail")

    letter = visit.letter(email, "Confirm your answers")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, count my answers")
    visit.sees("Your answers count")
    code = visit.page.locator(".govuk-panel strong").inner_text()
    assert len(code) == 14

    visit.follow("Change my answers")
    assert visit.page.get_by_label("Any long absence").is_checked()
    visit.choose("A concern that somebody has reported")
    visit.click("Continue")
    visit.goto(f"{OPEN}/questionnaire/check")
    visit.sees("A concern that somebody has reported")
    visit.click("Send my answers")
    visit.sees("Your answers count")
    assert visit.page.locator(".govuk-panel strong").inner_text() == code

    visit.goto("/account/contributions")
    visit.sees(code)
    visit.goto(f"{OPEN}/results")
    visit.sees("Answers to the council’s questions")
    visit.does_not_see(email)


@pytest.mark.usefixtures("script", "width")
def test_an_officer_finds_answered_questions_frozen_and_staff_read_what_was_written(
    visit: Visit,
) -> None:
    visit.play("Sadia Rahman")

    visit.goto(DESK)

    visit.sees("Somebody has answered, so the questions stay as they are.")
    assert not visit.page.get_by_role("link", name="Add a question").count()
    visit.follow("Read the answers")
    visit.sees("Only staff read these answers.")
    visit.goto(f"{DESK}/preview")
    visit.sees("Residents see one of these on each page.")


@pytest.mark.usefixtures("script", "width")
def test_an_officer_writes_a_question_of_a_draft(visit: Visit) -> None:
    visit.play("Sadia Rahman")
    visit.goto("/desk/kelderby/proposals/start")
    told = "script" if visit.script else "plain"
    wide = (visit.page.viewport_size or {})["width"]
    visit.page.locator("input[name=title]").fill(f"Asking {told} {wide}")
    visit.press(visit.page.locator("main form button[type=submit]").first)
    visit.goto(f"/desk/kelderby/proposals/asking-{told}-{wide}/questionnaire")

    visit.follow("Add a question")
    visit.fill("Question", "Which of these matter?")
    visit.choose("Table of choices")
    visit.fill("Answers to choose from", "A lot\nA little\nNot at all")
    visit.click("Save")
    visit.sees("There is a problem")
    visit.fill("Lines of the table", "Schools\nPolice")
    visit.click("Save")

    visit.sees("Which of these matter?")
    visit.follow("Preview as a resident")
    assert visit.page.get_by_role("group", name="Police").count() == 1
