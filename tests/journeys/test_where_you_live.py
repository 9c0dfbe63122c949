"""A visitor votes, says where they live, proves it by a letter, and is asked who they are."""

import csv
import io
import re
from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit

COUNCIL = "/councils/kelderby"
OPEN = f"{COUNCIL}/proposals/safeguarding-hub-attendance"
DESK = "/desk/kelderby/residents"


def _codes(visit: Visit, number: int) -> list[str]:
    """The owner has codes made and gets them as a file."""
    visit.play("Wendy Askew")
    visit.goto("/desk/kelderby/team")
    visit.follow("Where residents live")
    visit.fill("How many codes?", str(number))
    with visit.page.expect_download() as started:
        visit.named("Make the codes and download them").click()
    text = started.value.path().read_text()
    return [row["code"] for row in csv.DictReader(io.StringIO(text))]


def _verified(visit: Visit) -> int:
    visit.goto(f"{OPEN}/results")
    text = visit.page.locator(".who a").nth(1).inner_text()
    return int(re.sub(r"\D", "", text))


def _votes(visit: Visit, email: str) -> None:
    vote = visit.page.locator("#vote")
    visit.goto(OPEN)
    vote.locator("input[name=stance][value=support]").check()
    visit.press(vote.get_by_role("button", name="Send my view"))
    vote.get_by_label("Your e-mail address").fill(email)
    visit.press(vote.get_by_role("button", name="Send me the e-mail"))
    letter = visit.letter(email, "Confirm your view")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, count my view")


@pytest.mark.usefixtures("script", "width")
def test_a_resident_says_where_they_live_and_is_counted_accordingly(
    visit: Visit, visitor: Callable[..., Visit], request: pytest.FixtureRequest
) -> None:
    told = request.node.callspec.params
    (code,) = _codes(visitor(), 1)
    _votes(visit, f"lives-{'s' if told['script'] else 'p'}{told['width']}@example.org")
    before = _verified(visit)
    visit.goto(OPEN)
    visit.follow("Tell us your ward")
    visit.sees("You are heard either way")

    visit.fill("Your postcode", "ZZ9 9ZZ")
    visit.click("Look up my ward")
    visit.sees("There is a problem")
    assert visit.page.get_by_label("Your postcode").input_value() == "ZZ9 9ZZ"
    visit.fill("Your postcode", "zz1 2aa")
    visit.click("Look up my ward")
    visit.sees("You said where you live")
    visit.sees("Your ward:")
    visit.does_not_see("ZZ1 2AA")

    visit.fill("The code from your letter", "BBBB-CCCC-DDDD")
    visit.click("Check my code")
    visit.sees("This is not a code of this council. Check each letter and digit.")
    visit.fill("The code from your letter", code.lower())
    visit.click("Check my code")
    visit.sees("Your address is checked")

    assert _verified(visit) == before + 1
    visit.follow("Verified only")
    assert visit.page.locator(".who a[aria-current]").inner_text().startswith("Verified only")

    visit.goto(f"{COUNCIL}/about-you")
    visit.click("Forget where I live")
    visit.does_not_see("Your address is checked")
    assert _verified(visit) == before


@pytest.mark.usefixtures("script", "width")
def test_questions_about_equality_may_be_answered_or_left(
    visit: Visit, request: pytest.FixtureRequest
) -> None:
    told = request.node.callspec.params
    _votes(visit, f"asked-{'s' if told['script'] else 'p'}{told['width']}@example.org")

    visit.follow("Answer a few questions about you")
    visit.sees("You do not have to answer.")
    visit.choose("25 to 34")
    visit.page.get_by_label("Prefer not to say").nth(1).check()
    visit.click("Send my answers")

    visit.sees("Thank you. There is nothing more to answer here.")
    visit.goto(f"{OPEN}/results")
    visit.does_not_see("by their own account")


def test_an_owner_uploads_a_list_and_reads_what_is_wrong_with_it(visit: Visit) -> None:
    visit.play("Rhys Llewelyn")
    visit.goto("/desk/dyffryn-arwen/residents")
    faulty = {"name": "a.csv", "mimeType": "text/csv", "buffer": b"postcode,ward\nZZ1,Nowhere\n"}

    visit.page.get_by_label("A list of postcodes and wards").set_input_files([faulty])
    visit.click("Upload the list")

    visit.sees("Line 2: “ZZ1” is not a UK postcode.")
