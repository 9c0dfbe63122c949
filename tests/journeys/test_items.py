"""A visitor goes item by item, confirms, changes and takes back; and does it by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
ITEMS = f"{OPEN}/items"


def _address(request: pytest.FixtureRequest, who: str) -> str:
    told = request.node.callspec.params
    return f"{who}-{'s' if told['script'] else 'p'}{told['width']}@example.org"


def _line(visit: Visit, part: str) -> Locator:
    return visit.page.locator("fieldset.ask__item").filter(has_text=part).first


def _pick(visit: Visit, part: str, answer: str) -> None:
    _line(visit, part).get_by_label(answer, exact=True).check()


@pytest.mark.usefixtures("script", "width")
def test_a_visitor_answers_item_by_item(
    visit: Visit, visitor: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    email = _address(request, "items")
    visit.goto(OPEN)
    visit.follow("Go item by item")
    visit.sees("What would you be comfortable with?")
    visit.click("Send my answers")
    visit.sees("There is a problem")
    visit.sees("Choose an answer for one line at least.")

    _pick(visit, "Child’s name", "Fine")
    wanted = _line(visit, "Address")
    assert not wanted.get_by_label("Each look is written down").is_visible()
    _pick(visit, "Address", "Only with safeguards")
    wanted.get_by_label("Each look is written down").check()
    wanted.get_by_label("Something else").fill("Ask the family first.")
    _pick(visit, "Wearland Police", "No")
    if visit.script:
        visit.sees("3 of 10")
    visit.fill("Your e-mail address", "not an address")
    visit.click("Send my answers")
    visit.sees("There is a problem")
    assert wanted.get_by_label("Something else").input_value() == "Ask the family first."
    assert _line(visit, "Wearland Police").get_by_label("No", exact=True).is_checked()

    visit.fill("Your e-mail address", email)
    visit.click("Send my answers")
    visit.sees("Check your e-mail")
    letter = visit.letter(email, "Confirm your answers")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.sees("Address: Only with safeguards (Each look is written down; words of your own)")
    visit.click("Yes, count my answers")
    assert visit.page.url.endswith(ITEMS)
    visit.sees("3 of 10")
    assert _line(visit, "Child’s name").get_by_label("Fine", exact=True).is_checked()

    _pick(visit, "Child’s name", "No")
    visit.click("Send my answers")
    assert _line(visit, "Child’s name").get_by_label("No", exact=True).is_checked()
    visit.page.get_by_text("Take back an answer").click()
    visit.click("Take back Wearland Police")
    visit.sees("2 of 10")
    visit.page.get_by_text("Take back an answer").click()
    visit.click("Take back all my answers")
    visit.sees("0 of 10")

    other = visitor()
    other.goto(f"{OPEN}/results")
    other.sees("What people say so far, item by item")
    other.follow("Verified")
    assert "who=verified" in other.page.url
    other.does_not_see("Ask the family first.")


@pytest.mark.usefixtures("script", "width")
def test_the_grid_is_filled_in_by_keyboard_alone(
    visit: Visit, request: pytest.FixtureRequest
) -> None:
    email, page = _address(request, "keys"), visit.page
    visit.goto(ITEMS)
    page.locator("#view-1-0").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert _focused(visit) == "view-2-0"
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert page.locator("#view-2-1").is_checked()
    page.keyboard.press("Tab")
    assert _focused(visit) == "safe-2-0", "The safeguards come after the answer that asks for them"
    page.keyboard.press("Space")
    for _step in range(6):
        page.keyboard.press("Tab")
    assert _focused(visit) == "own-2"
    page.keyboard.type("Ask me first.")
    while _focused(visit) != "items-email":
        page.keyboard.press("Tab")
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Send my answers"
    page.keyboard.press("Enter")
    visit.sees("Check your e-mail")
    visit.check()
    letter = visit.letter(email, "Confirm your answers").inner_text()
    assert "Child’s name: Fine" in letter
    assert "Date of birth: Only with safeguards (Only named staff may open it" in letter


def _focused(visit: Visit) -> str:
    return str(visit.page.evaluate("document.activeElement.id"))
