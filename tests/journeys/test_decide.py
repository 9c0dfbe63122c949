"""After closing: every comment is answered, one drafts, another signs, and all learn of it."""

import time
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.journeys.visit import PATIENCE, Visit

CLOSED = "/councils/dyffryn-arwen/proposals/one-resident-account"
WORK = "/desk/dyffryn-arwen/proposals/one-resident-account"
HEADLINE = "We will go ahead, one choice at a time"
CHANGE = "Leave whenever you like"
COMMENTER = "Leanne F"


class Desk(NamedTuple):
    """Who takes part in a decision, each with a browser of their own."""

    moderator: Visit
    officer: Visit
    signs: Visit


@pytest.fixture
def desk(visitor: Callable[..., Visit]) -> Desk:
    """One works with scripts on a wide screen, one on a telephone, one without scripts."""
    people = Desk(visitor(), visitor(width=320), visitor(script=False))
    for visit, name in zip(
        people, ("Elin Mostyn", "Carys Beynon", "Councillor Mair Penry"), strict=True
    ):
        visit.play(name)
    return people


def test_from_comments_to_a_signed_decision(desk: Desk, visitor: Callable[..., Visit]) -> None:
    moderator, officer, signs = desk
    officer.goto(f"{WORK}/decision")
    officer.sees("When nothing is left in this list, you can send it for signature.")
    _settle_all_comments(moderator)
    _answer_all_themes(officer)
    _write(officer)
    assert not signs.page.get_by_role("button", name="Sign and publish").count()
    officer.goto(f"{WORK}/decision")
    officer.click("Send for signature")

    officer.goto(f"{WORK}/decision/report")
    assert not officer.page.get_by_role("button", name="Sign and publish").count()
    signs.goto(f"{WORK}/decision/report")
    signs.sees(HEADLINE)
    signs.click("Sign and publish")
    signs.sees("Confirm that you have read the whole report.")
    signs.page.locator("input[name=read_all]").check()
    signs.click("Sign and publish")
    _everybody_learns(visitor)


def _settle_all_comments(moderator: Visit) -> None:
    """Put what is left under a new theme, and answer one comment by itself."""
    moderator.goto(f"{WORK}/themes/new")
    moderator.click("Save", exact=True)
    moderator.sees("Name the theme.")
    moderator.fill("Name of the theme", "Other things people asked")
    moderator.fill("What people mean, in one or two sentences", "People ask how it will work.")
    moderator.click("Save", exact=True)
    moderator.goto(f"{WORK}/themes")
    moderator.press(moderator.page.locator("a[href*='/themes/comments/']").first)
    moderator.click("Save", exact=True)
    moderator.sees("Choose an outcome.")
    moderator.choose("Outside this proposal")
    moderator.fill("Reason", "The help desk can look at this account.")
    moderator.click("Save", exact=True)

    moderator.goto(f"{WORK}/themes")
    ticks = moderator.page.locator(".d-tick input")
    while ticks.count():
        for tick in ticks.all():
            tick.check()
        moderator.page.get_by_label("Put the ticked comments under").select_option(
            label="Other things people asked"
        )
        moderator.click("Put them there")
        moderator.goto(f"{WORK}/themes")
    moderator.sees("Every comment has an outcome. Well done.")


def _answer_all_themes(officer: Visit) -> None:
    todo = officer.page.locator("#answers-h").locator("xpath=ancestor::section")
    todo = todo.locator("li").filter(has_text="No answer yet").locator("a")
    officer.goto(f"{WORK}/decision")
    assert todo.count()
    while todo.count():
        officer.press(todo.first)
        officer.choose("Agreed")
        officer.fill("Answer", "We will tell people before anything changes.")
        officer.click("Save", exact=True)
        officer.goto(f"{WORK}/decision")


def _write(officer: Visit) -> None:
    officer.goto(f"{WORK}/decision/statement")
    officer.page.get_by_label("Outcome").select_option("adopted_with_changes")
    officer.fill("The decision in one sentence", HEADLINE)
    officer.click("Save", exact=True)
    officer.sees("There is a problem")
    assert officer.page.get_by_label("The decision in one sentence").input_value() == HEADLINE
    officer.fill("What will happen, and why", "The account opens in spring. Nothing is linked.")
    officer.fill("How the views were read", "Two moderators read every comment.")
    officer.fill("Who decides", "Cabinet Member for Communities")
    officer.click("Save", exact=True)

    officer.goto(f"{WORK}/decision/changes/new")
    officer.fill("What this change is about", CHANGE)
    officer.fill("As first proposed", "People ask in writing to leave.")
    officer.fill("What we will do instead", "People leave with one button.")
    officer.page.locator("input[name=themes]").first.check()
    officer.click("Save", exact=True)

    officer.goto(f"{WORK}/decision/ending")
    officer.page.get_by_label("What people asked for").first.fill("Bins and parking as well.")
    officer.page.get_by_label("Why it was not changed").first.fill("That is another proposal.")
    officer.fill("Who sees it differently", "Some would rather have no account at all.")
    officer.fill("First sharing", "2027-04-01")
    officer.fill("Checked again on", "2028-04-01")
    officer.click("Save", exact=True)


def _everybody_learns(visitor: Callable[..., Visit]) -> None:
    for given in ({"width": 320}, {"script": False, "width": 320}, {}):
        reader = visitor(**given)
        reader.goto(f"{CLOSED}/decision")
        reader.sees(HEADLINE)
        reader.sees("You said, we heard, we will")
        reader.page.locator(".redline").get_by_text(CHANGE).wait_for()
        reader.goto("/councils/dyffryn-arwen/changelog")
        reader.page.locator("main").get_by_text("decision").first.wait_for()
        reader.goto("/")
        reader.sees(HEADLINE)

    commenter = visitor(width=320)
    commenter.play(COMMENTER)
    commenter.goto("/account/contributions")
    commenter.follow("See what came of it")
    commenter.sees("You said")
    commenter.sees("The council answered")
    assert _letters(commenter, "leanne") == 1


def _letters(visit: Visit, to: str) -> int:
    """How many mails told them what came of their words, once everybody's have been sent."""
    until = time.monotonic() + PATIENCE
    while (counted := _in_mailbox(visit, to)) == 0:
        assert time.monotonic() < until, f"No mail told {to} what came of their words"
    return counted


def _in_mailbox(visit: Visit, to: str) -> int:
    """How many of the mails in the mailbox were sent to them about it, page by page."""
    count, path = 0, "/demo/mail"
    while path:
        visit.page.goto(path)
        mails = visit.page.locator(".letter").filter(has_text=f"To {to}")
        mails = mails.filter(has_text="What came of your comment: One resident account")
        count += mails.filter(has_not_text="waiting to be sent").count()
        older = visit.page.get_by_role("link", name="Older mail")
        path = older.get_attribute("href") or "" if older.count() else ""
    return count
