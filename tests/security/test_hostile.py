"""Addresses and answers that somebody made up: refused, never a fault, and never in the logs."""

import base64
import json

import pytest

from consult.core import logs
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_person, a_proposal

pytestmark = pytest.mark.either
UNKNOWN = "00000000-0000-0000-0000-000000000000"


def _cursor(*parts):
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


CURSORS = [
    _cursor("9999-12-31T23:59:59-23:59", UNKNOWN),
    _cursor("0001-01-01T00:00:00+23:59", UNKNOWN),
    _cursor("2026-01-01T00:00:00", UNKNOWN),
    _cursor("2026-01-01T00:00:00+00:00", "\x00"),
    _cursor(2**63, UNKNOWN),
    _cursor([], {}),
    "%ff",
    "!",
]


@pytest.mark.parametrize("cursor", CURSORS)
def test_a_cursor_nobody_was_given_is_not_found(browser, cursor):
    proposal = a_proposal(Status.OPEN)
    room = f"/councils/{proposal.council.slug}"

    for address in (f"{room}/proposals/{proposal.slug}/comments", f"{room}/moderation"):
        assert browser.get(f"{address}?after={cursor}").status_code == 404


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**60])
def test_a_version_no_proposal_could_have_is_not_found(browser, number):
    proposal = a_proposal(Status.OPEN)
    room = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"

    assert browser.get(f"{room}/versions/{number}").status_code == 404


@pytest.mark.parametrize(
    "address", ["/councils/%00", "/changelog?proposal=%00", "/invitations/%00", "/account?next=%00"]
)
def test_a_hidden_character_in_an_address_is_not_found(browser, address):
    assert browser.get(address).status_code == 404


def test_a_way_back_longer_than_its_column_is_left_out(browser):
    answer = browser.post(
        "/account/sign-in", {"email": "somebody@example.org", "next": "/" + "a" * 600}
    )

    assert answer.status_code == 303


ELSEWHERE = (
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
)


@pytest.mark.parametrize("back", ELSEWHERE)
def test_signing_in_leads_nowhere_else(browser, back):
    browser.sign_in(a_person())

    answer = browser.get("/account/sign-in", query_string={"next": back})

    assert answer.location == "/account"


def test_mail_is_kept_nowhere_on_its_way(browser):
    assert browser.get("/demo/mail").headers["Cache-Control"] == "no-store"


def test_a_fault_is_logged_without_what_people_typed():
    try:
        try:
            raise ValueError("resident@example.org")
        except ValueError as error:
            secret = "resident@example.org"
            raise RuntimeError(secret) from error
    except RuntimeError:
        event = logs.where_it_broke(None, "error", {"event": "broken", "exc_info": True})

    assert [one["kind"] for one in event["exception"]] == ["RuntimeError", "ValueError"]
    assert "test_hostile.py" in event["exception"][0]["lines"][0]
    assert "resident@example.org" not in json.dumps(event)


def test_an_unpublished_proposal_is_nowhere_public(browser):
    for status in (Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY, Status.SCHEDULED):
        council = a_council()
        proposal = a_proposal(status, council=council, version_number=0)
        room = f"/councils/{council.slug}/proposals/{proposal.slug}"
        browser.sign_in(a_member(a_council()))

        for end in ("", "/comments", "/results", "/versions", "/versions/1", "/timeline",
                    "/preparation", "/decision"):  # fmt: skip
            assert browser.get(room + end).status_code == 404, (status, end)
        for end in ("/vote", "/comments"):
            sent = {"stance": "support", "body": "Words.", "email": "x@example.org"}
            assert browser.post(room + end, sent).status_code == 404, (status, end)
