"""A resident suggests other words, others support them, and the council answers each."""

from collections.abc import Callable

from tests.journeys.visit import Visit

PROPOSAL = "/councils/kelderby/proposals/safeguarding-hub-attendance"
DESK = "/desk/kelderby/proposals/safeguarding-hub-attendance/suggestions"
# Each way of telling has a place of its own, since answered words leave the draft changed.
PLACES = {1280: "necessity", 320: "proportionality"}


def test_suggested_words_are_supported_answered_and_stand_in_the_draft(
    visitor: Callable[..., Visit], script: bool, width: int
) -> None:
    mark = f"{'s' if script else 'p'}{width}"
    here = f"{PROPOSAL}/parts/{PLACES[width]}"
    first, second = f"suggests-{mark}@example.org", f"also-{mark}@example.org"
    # One word in each stands nowhere else, so that it is whole in the marked text.
    long, short = f"gentler{mark}", f"seldom{mark}"
    kept = f"Only when nothing {long} would help."
    author = visitor()
    _suggest(author, here, first, f"Only when nothing {long} helps.")
    _suggest(visitor(), here, second, f"As {short} as can be.")

    supporter = visitor()
    _support(supporter, here, long, f"supports-{mark}@example.org")

    officer = visitor()
    officer.play("Colin Brathwaite")
    officer.goto(DESK)
    _open(officer, short)
    officer.sees("1 other suggestion for these words")
    officer.choose("Decline")
    officer.click("Send the answer")
    officer.sees("Give the reason. The author receives it.")
    officer.fill("Your reason", "The law asks us to say when.")
    officer.click("Send the answer")
    officer.sees("Declined. The draft stays as it is.")
    _open(officer, long)
    officer.choose("Accept in part")
    officer.fill("What shall stand in the draft", kept)
    officer.fill("Your reason", "We took your words, and made them a promise for later.")
    officer.click("Send the answer")
    officer.sees("Your words stand in the draft.")
    officer.follow("Open the draft")
    assert officer.page.get_by_text(kept).count()

    author.page.goto("/demo/mail")
    letter = author.letter(second, "Why we did not take up your words")
    assert "The law asks us to say when." in letter.inner_text()
    letter = author.letter(first, "We take up some of your words")
    author.press(letter.locator("a[href*='/comments/']"))
    author.goto(here)
    author.sees("The law asks us to say when.")
    author.sees("Accepted in part")


def test_other_words_are_suggested_by_keyboard_alone(visitor: Callable[..., Visit]) -> None:
    visit = visitor()
    visit.play("Wendy Askew")
    visit.goto(f"{PROPOSAL}/parts/plain_summary")
    page = visit.page
    while page.evaluate("document.activeElement.parentElement.id") != "suggest":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert _focused(visit) == "suggest-words"
    page.keyboard.press("Control+End")
    page.keyboard.type(" Families are told first.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.locator("#suggest-stance-1").is_checked()
    page.keyboard.press("Tab")
    assert _focused(visit) == "suggest-credit"
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Publish my suggestion"
    page.keyboard.press("Enter")
    visit.sees("Your suggestion is published.")
    assert not page.locator("form .draft-notice").count()
    page.wait_for_function("document.activeElement.textContent.startsWith('Your suggestion')")
    assert page.locator("#suggested ins").first.inner_text().endswith("Families are told first.")
    visit.check()


def _focused(visit: Visit) -> str:
    return str(visit.page.evaluate("document.activeElement.id"))


def _suggest(visit: Visit, here: str, email: str, words: str) -> None:
    """Write other words without an account, and confirm them from the mail."""
    visit.goto(here)
    visit.page.locator("#suggest summary").click()
    form = visit.page.locator("#suggest form")
    form.locator("textarea[name=words]").fill(words)
    form.locator("input[name=stance][value=support_with_changes]").check()
    form.locator("input[name=email]").fill(email)
    visit.click("Send my suggestion")
    letter = visit.letter(email, "Confirm your suggestion")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, publish my suggestion")


def _support(visit: Visit, here: str, words: str, email: str) -> None:
    """Follow the link below the words, give an address, and confirm."""
    visit.goto(here)
    said = visit.page.locator("article.comment").filter(has_text=words)
    visit.press(said.get_by_role("link", name="Support these words"))
    visit.page.locator("input[name=email]").fill(email)
    visit.press(visit.page.locator("main form button[type=submit]").first)
    letter = visit.letter(email, "Confirm that you support a suggestion")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, I support them")
    visit.goto(here)
    said = visit.page.locator("article.comment").filter(has_text=words)
    assert "· 1" in said.get_by_text("Support these words").first.inner_text()


def _open(officer: Visit, words: str) -> None:
    """Choose a suggestion in the list by its words."""
    row = officer.page.locator(".d-suggested > li").filter(has_text=words)
    officer.press(row.locator("h3 a"))
