"""A visitor talks about parts beside the text; then the words change, and what was said stays."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.journeys.visit import Visit
from tests.journeys.worded import AFTER, BEFORE, GONE
from tests.server import ROOT, Server

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
CHANGES, GOES, STAYS = "Which two kinds, exactly?", "Decide with us.", "Why the address?"


@pytest.fixture
def text(server: Server, request: pytest.FixtureRequest) -> Callable[[str], str]:
    """The page of a text of its own, and the way to publish its next version."""
    told = request.node.callspec.params
    slug = f"beside-{'s' if told['script'] else 'p'}{told['width']}"

    def write(act: str) -> str:
        command = [sys.executable, "-m", "tests.journeys.worded", act, slug]
        subprocess.run(command, cwd=ROOT, env=server.environment, check=True)
        return f"/councils/kelderby/proposals/{slug}"

    return write


@pytest.mark.usefixtures("script", "width")
def test_comments_on_parts_live_on_when_the_words_change(
    visit: Visit, text: Callable[[str], str]
) -> None:
    here = text("opens")
    email = f"{here.rpartition('/')[2]}@example.org"
    visit.goto(here)
    _open(visit, _paragraph(visit, BEFORE))
    form = visit.page.locator("#part-comments form")
    form.get_by_role("button", name="Send my comment").click()
    visit.sees("There is a problem")
    visit.check()
    _write(visit, CHANGES)
    form.locator("input[name=email]").fill(email)
    form.get_by_role("button", name="Send my comment").click()
    visit.sees("Check your e-mail")
    letter = visit.letter(email, "Confirm your comment")
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click("Yes, publish my comment")

    for find, part, words in ((_item, "Address", STAYS), (_paragraph, GONE, GOES)):
        visit.page.goto(here)
        _open(visit, find(visit, part))
        _write(visit, words)
        form.get_by_role("button", name="Publish my comment").click()
        _comment(visit, words).wait_for()
        _back(visit)
    visit.page.goto(here)
    assert "1 comment" in _paragraph(visit, BEFORE).inner_text()
    assert "1 comment" in _item(visit, "Address").inner_text()

    text("rewords")

    visit.goto(here)
    assert "1 comment" in _paragraph(visit, AFTER).inner_text()
    assert "1 comment" in _item(visit, "Address").inner_text()
    assert _paragraph(visit, GONE).count() == 0
    visit.goto(f"{here}/comments")
    assert "wording" not in _comment(visit, STAYS).inner_text()
    changed = _comment(visit, CHANGES)
    assert "About an earlier wording of" in changed.inner_text()
    changed.get_by_text("Both wordings").click()
    both = changed.locator(".wordings").inner_text()
    assert BEFORE in both
    assert AFTER in both
    visit.check()
    gone = _comment(visit, GOES)
    assert "About a part that is no longer in the text" in gone.inner_text()
    visit.press(gone.locator(".comment__about a"))
    visit.sees("No longer in the text. In version 1 it said:")
    visit.sees(GONE)
    visit.sees(GOES)


def test_the_panel_beside_a_part_is_worked_by_keyboard(visit: Visit) -> None:
    visit.goto(OPEN)
    link = visit.page.locator(".items .talk").first
    link.focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator(".beside--open").wait_for()
    assert visit.page.evaluate("document.activeElement.id") == "beside-h"
    visit.check()

    visit.page.keyboard.press("Escape")

    assert visit.page.locator(".beside--open").count() == 0
    assert link.evaluate("link => link === document.activeElement")


def _item(visit: Visit, label: str) -> Locator:
    named = visit.page.locator(".items__label").get_by_text(label, exact=True)
    return visit.page.locator(".items li").filter(has=named).first


def _paragraph(visit: Visit, words: str) -> Locator:
    full = visit.page.get_by_text("Read the full text")
    if not visit.page.locator(".prose__part").first.is_visible():
        full.click()
    return visit.page.locator(".prose__part").filter(has_text=words)


def _comment(visit: Visit, words: str) -> Locator:
    return visit.page.locator("article.comment").filter(has_text=words)


def _open(visit: Visit, part: Locator) -> None:
    """Follow the link of a part: beside it on a screen, below it on a telephone."""
    before = visit.page.url
    part.locator(".talk").click()
    panel = visit.page.locator("#beside")
    panel.locator("#beside-h").wait_for()
    if not visit.script:
        return
    assert visit.page.url == before, "With scripts the text stays where it is"
    visit.page.locator("#beside-h:focus").wait_for()
    above, below = part.locator(".talk").bounding_box(), panel.bounding_box()
    assert above
    assert below
    assert below["y"] >= above["y"] + above["height"], "On a telephone the panel is below"


def _write(visit: Visit, words: str) -> None:
    form = visit.page.locator("#part-comments form")
    form.locator("input[name=stance][value=question]").check()
    form.locator("textarea").fill(words)


def _back(visit: Visit) -> None:
    """Close the panel, or follow the link back to where the part stands in the text."""
    panel = visit.page.locator("#beside")
    if not visit.script:
        panel.get_by_role("link", name="Back to the text").click()
        visit.page.wait_for_url("**#on-*")
        return
    panel.get_by_role("link", name="Close").click()
    assert visit.page.evaluate("document.activeElement.className") == "talk"
