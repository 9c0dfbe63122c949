"""Every public page answers a stranger, in few statements and without a cookie."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from consult.decisions import rules
from consult.proposals.models import Status
from tests.browser import Browser
from tests.decisions.stories import an_answered_story
from tests.factories import a_comment, a_council, a_proposal

ROOMS = ("", "/comments", "/results", "/versions", "/versions/1", "/timeline", "/preparation")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_answers_a_stranger(
    browser: Browser, room: str, at_most: Callable[[int], Any]
) -> None:
    proposal = a_proposal()
    for n in range(25):
        a_comment(proposal, body=f"Comment {n}")
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}{room}"

    with at_most(12):
        page = browser.get(here)

    assert page.status_code == 200
    assert proposal.title in page.text
    assert "Set-Cookie" not in page.headers
    assert "csrf" not in page.text


@pytest.mark.parametrize(
    "path",
    ["/", "/changelog", "/changelog.atom", "/changelog.json", "/rules", "/privacy",
     "/accessibility", "/health", "/.well-known/security.txt"],
)  # fmt: skip
def test_a_page_about_everything_answers(
    browser: Browser, path: str, at_most: Callable[[int], Any]
) -> None:
    for _ in range(3):
        a_proposal()

    with at_most(12):
        page = browser.get(path)

    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("path", ["", "/changelog", "/changelog.atom", "/moderation"])
def test_a_councils_page_shows_its_own_only(browser: Browser, path: str) -> None:
    ours, theirs = a_proposal(), a_proposal()

    page = browser.get(f"/councils/{ours.council.slug}{path}")

    assert page.status_code == 200
    assert theirs.title not in page.text


@pytest.mark.parametrize("status", [Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY])
def test_a_draft_is_not_found(browser: Browser, status: Status) -> None:
    proposal = a_proposal(status)

    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}")

    assert page.status_code == 404


def test_another_councils_proposal_is_not_found(browser: Browser) -> None:
    proposal, other = a_proposal(), a_council()

    page = browser.get(f"/councils/{other.slug}/proposals/{proposal.slug}")

    assert page.status_code == 404


def test_a_decision_page_exists_once_it_is_signed(
    browser: Browser, at_most: Callable[[int], Any]
) -> None:
    story = an_answered_story()
    here = f"/councils/{story.council.slug}/proposals/{story.proposal.slug}"
    before = browser.get(f"{here}/decision")
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    with at_most(12):
        after = browser.get(f"{here}/decision")

    assert before.status_code == 404
    assert after.status_code == 200
    assert "Six facts become one." in after.text
    assert "Ask everybody first" in after.text
    assert "Two panel members" in after.text


def test_a_comment_page_tells_what_came_of_it(
    browser: Browser, at_most: Callable[[int], Any]
) -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)
    here = f"/councils/{story.council.slug}/proposals/{story.proposal.slug}"

    with at_most(12):
        page = browser.get(f"{here}/comments/{story.comments[0].id}")

    assert "Six facts become one." in page.text
    assert "One flag, not six facts" in page.text


@pytest.mark.parametrize(
    "query", ["before=x", "before=-1", "from=2026-13", "kind=secrets", "proposal=NO-SUCH"]
)
def test_a_filter_that_means_nothing_is_not_found(browser: Browser, query: str) -> None:
    assert browser.get(f"/changelog?{query}").status_code == 404


def test_the_feed_is_json_with_the_record_in_it(browser: Browser) -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    feed = browser.get(f"/councils/{story.council.slug}/changelog.json").json

    kinds = [item["_consult"]["kind"] for item in feed["items"]]
    assert kinds[:3] == ["phase.changed", "decision.published", "summary.published"]


def test_feeds_are_well_formed_whatever_a_title_holds(browser: Browser) -> None:
    proposal = a_proposal(title="Fish & chips <for all>")

    feed = browser.get(
        f"/councils/{proposal.council.slug}/changelog.atom?kind=proposals&kind=comments"
    )

    assert ET.fromstring(feed.text).tag.endswith("feed")  # noqa: S314 - our own
