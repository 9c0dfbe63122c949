"""A complete draft is explained, agreed to by a second person, and opens by itself."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.visit import PATIENCE, Visit
from tests.server import ROOT, Server

PUBLIC = "/councils/kelderby/proposals"
DESK = "/desk/kelderby/proposals"
SOON = {True: timedelta(seconds=25), False: timedelta(seconds=25)}
REASONS = {
    "G2-impacts": "Both are published as drafts, so that residents can change them.",
    "G3-length": "The meetings are in the first two weeks, before the holidays.",
}


class Draft:
    """A draft with every section filled in; its opening is set once its story nears it."""

    def __init__(self, server: Server, *, script: bool, width: int) -> None:
        told = f"{'with' if script else 'without'} {width}"
        self.server, self.script = server, script
        self.title = f"Tell the hub on the day {told}"
        self.slug = f"hub-on-the-day-{told.replace(' ', '-')}"
        self.desk, self.page = f"{DESK}/{self.slug}", f"{PUBLIC}/{self.slug}"
        self.write("draft", self.title, f"KMB-DSP-2000-{width + script}")

    def open_soon(self) -> None:
        """Leave just time enough to agree and to put it on the calendar."""
        self.opens_at = datetime.now(UTC) + SOON[self.script]
        self.write("opens", self.opens_at.isoformat())

    def write(self, act: str, *given: str) -> None:
        command = [sys.executable, "-m", "tests.journeys.prepared", act, self.slug, *given]
        subprocess.run(command, cwd=ROOT, env=self.server.environment, check=True)


@pytest.fixture
def draft(server: Server, script: bool, width: int) -> Draft:
    return Draft(server, script=script, width=width)


def test_a_draft_is_agreed_and_opens(
    draft: Draft, visit: Visit, visitor: Callable[..., Visit]
) -> None:
    second, resident = visitor(), visitor()
    visit.play("Sadia Rahman")
    second.play("Colin Brathwaite")
    _explain(visit, draft)
    draft.open_soon()
    _send(visit, draft)
    _agree(second, draft)
    _schedule(visit, draft)
    resident.goto(draft.page, status=404)
    _wait_until_open(resident, draft)
    _everybody_reads(resident, draft)
    visit.goto(draft.desk)
    assert _status(visit) == "Open"


def _explain(officer: Visit, draft: Draft) -> None:
    """The overview says what must still be said; sending before that is refused in words."""
    officer.goto(draft.desk)
    assert _status(officer) == "Draft"
    assert "2 things to do" in _panel(officer, "ready-h")
    assert "each warning has a reason" in _panel(officer, "next-h")
    officer.goto(f"{draft.desk}/steps/send")
    officer.click("Send for agreement")
    officer.sees("Write a reason first for: Publish the assessments and Give people enough time.")

    for check, reason in REASONS.items():
        officer.goto(draft.desk)
        officer.press(officer.page.locator(f"#overview a[href$='/checks/{check}']"))
        officer.click("Save the reason")
        officer.sees("Write the reason in a sentence or two.")
        officer.page.get_by_role("textbox").fill(reason)
        officer.click("Save the reason")
        assert reason in _panel(officer, "ready-h")
    assert "Ready" in _panel(officer, "ready-h").splitlines()


def _send(officer: Visit, draft: Draft) -> None:
    officer.goto(draft.desk)
    officer.follow("Send for agreement")
    officer.sees("A second person reads the whole text, the checklist and your reasons.")
    officer.click("Send for agreement")
    assert _status(officer) == "Waiting for agreement"
    assert not officer.page.get_by_role("link", name="Agree to this text").count()


def _agree(second: Visit, draft: Draft) -> None:
    letter = second.letter("colin.brathwaite@kelderby.example", draft.title)
    second.press(letter.locator(f"a[href$='{draft.desk}']"))
    assert _status(second) == "Waiting for agreement"
    second.follow("Agree to this text")
    second.click("I agree")
    second.sees("Read it first, then tick this.")
    second.choose("I have read the whole text, the checklist and the reasons")
    second.click("I agree")
    assert _status(second) == "Agreed"
    assert "Agrees" in _panel(second, "agree-h").splitlines()


def _schedule(officer: Visit, draft: Draft) -> None:
    officer.goto(draft.desk)
    assert _status(officer) == "Agreed"
    officer.follow("Put it on the calendar")
    assert datetime.now(UTC) < draft.opens_at, "The story took so long that there is none to tell"
    officer.click("Put it on the calendar")
    assert _status(officer) == "Opens on its date"
    assert officer.page.get_by_role("link", name="Take it off the calendar").count()


def _wait_until_open(resident: Visit, draft: Draft) -> None:
    """Nobody presses anything: the worker keeps the clock."""
    until = time.monotonic() + (draft.opens_at - datetime.now(UTC)).total_seconds() + PATIENCE
    while resident.page.request.get(draft.page).status != 200:
        assert time.monotonic() < until, f"{draft.page} did not open"
        resident.page.wait_for_timeout(200)
    assert datetime.now(UTC) >= draft.opens_at


def _everybody_reads(resident: Visit, draft: Draft) -> None:
    resident.goto(draft.page)
    resident.sees(draft.title)
    resident.sees("Open for your views")
    assert resident.page.locator("#vote").get_by_role("button", name="Send my view").count()
    resident.goto(f"{draft.page}/preparation")
    for reason in REASONS.values():
        resident.sees(reason)
    resident.does_not_see("Sadia Rahman")
    resident.goto(f"{draft.page}/timeline")
    resident.sees("Published, version 1.")
    resident.sees("by the clock")
    resident.goto("/councils/kelderby")
    resident.sees(draft.title)


def _status(visit: Visit) -> str:
    return visit.page.locator(".desk-head__meta .d-tag, .desk-head__meta strong").first.inner_text()


def _panel(visit: Visit, heading: str) -> str:
    return visit.page.locator(f"section[aria-labelledby={heading}]").inner_text()
