"""The public log: every act with its reason, no words, no names, no stance while views hide."""

import csv
import io
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from consult.core import clock as core_clock
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, Outcome, Reason
from consult.moderation.rules import Order
from consult.participation.models import Stance
from consult.proposals.models import Status
from tests.factories import a_comment, a_member, a_person, a_proposal

ATOM = "{http://www.w3.org/2005/Atom}"
WORDS = "Zebra crossing at the marmalade works"


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def moderator(proposal):
    return a_member(proposal.council, Role.MODERATOR)


def hide(moderator, proposal, reason=Reason.HATE, age=timedelta(0), **given):
    comment = a_comment(proposal, body=WORDS, **given)
    with core_clock.at(core_clock.now() - age):
        return rules.act(moderator, comment, Order(Act.HIDE, reason))


def rows_of(page):
    return list(csv.DictReader(io.StringIO(page.text)))


def test_each_act_is_told_with_time_reason_stance_and_how_it_was_found(
    proposal, moderator, browser
):
    hide(moderator, proposal, stance=Stance.OPPOSE)

    page = browser.get(f"/councils/{proposal.council.slug}/moderation")

    cells = [cell.text.strip() for cell in page.select("tbody td")]
    assert cells[1:5] == ["Hidden", "Hate about a protected characteristic",
                          "A moderator’s own check", "Oppose"]  # fmt: skip
    assert ":" in cells[0] or "m" in cells[0].split(",")[1]


@pytest.mark.parametrize("end", ["", ".atom", ".csv", "/reports"])
def test_no_words_and_no_person_are_in_any_format(proposal, moderator, browser, end):
    author = a_person("Quilla Marchbanks")
    hide(moderator, proposal, author=author)

    page = browser.get(f"/councils/{proposal.council.slug}/moderation{end}")

    assert page.status_code == 200
    for secret in ("marmalade", "Quilla", str(author.id), str(moderator.id), moderator.public_name):
        assert secret not in page.text


@pytest.mark.parametrize(
    "asked",
    ["act=hide", "reason=hate", "found=own_check", "stance=oppose", "from=2020-01", "to=2098-12"],
)
def test_a_filter_keeps_what_it_asks_for(proposal, moderator, browser, asked):
    kept = hide(moderator, proposal, stance=Stance.OPPOSE)
    other = hide(moderator, proposal, Reason.OFF_TOPIC, stance=Stance.SUPPORT)
    rules.act(moderator, other.comment, Order(Act.RESTORE))

    page = browser.get(f"/councils/{proposal.council.slug}/moderation.csv?{asked}")

    found = {row["id"] for row in rows_of(page)}
    assert str(kept.id) in found
    assert (
        rows_of(browser.get(f"/councils/{proposal.council.slug}/moderation.csv?to=2020-01")) == []
    )
    if asked.startswith(("reason", "stance")):
        assert found == {str(kept.id)}


def test_a_filter_by_proposal_and_by_appeal(proposal, moderator, browser):
    action = hide(moderator, proposal)
    elsewhere = a_proposal(council=proposal.council)
    hide(moderator, elsewhere)
    rules.make_appeal(action.comment.author, action.comment)
    judge = a_member(proposal.council, Role.MODERATOR)
    rules.decide_appeal(judge, action.comment, rules.Ruling(Outcome.UPHELD, "It stands."))
    address = f"/councils/{proposal.council.slug}/moderation.csv"

    by_proposal = rows_of(browser.get(f"{address}?proposal={elsewhere.reference}"))
    by_appeal = rows_of(browser.get(f"{address}?appeal=upheld"))

    assert {row["proposal"] for row in by_proposal} == {elsewhere.slug}
    assert [row["id"] for row in by_appeal] == [str(action.id)]


@pytest.mark.parametrize(
    "asked", ["act=burn", "reason=critical", "stance=angry", "appeal=won", "from=soon", "after=x",
              "proposal=K-000", "found=ghost"]
)  # fmt: skip
def test_what_was_never_offered_is_not_found(proposal, browser, asked):
    assert browser.get(f"/councils/{proposal.council.slug}/moderation?{asked}").status_code == 404


def test_no_stance_is_told_while_a_round_hides_how_views_divide(browser):
    proposal = a_proposal(Status.OPEN, hides_results=True)
    moderator = a_member(proposal.council, Role.MODERATOR)
    hide(moderator, proposal, stance=Stance.OPPOSE)
    address = f"/councils/{proposal.council.slug}/moderation"

    page, feed = browser.get(address), browser.get(f"{address}.atom")
    table, asked = browser.get(f"{address}.csv"), browser.get(f"{address}.csv?stance=oppose")

    assert "Told when the round closes" in page.one("tbody").text
    assert "Oppose" not in page.one("tbody").text
    assert "Oppose" not in feed.text
    assert [row["stance"] for row in rows_of(table)] == [""]
    assert rows_of(asked) == []


def test_the_feed_is_atom_and_leads_on(proposal, moderator, browser):
    for number in range(51):
        hide(moderator, proposal, age=timedelta(minutes=number))
    address = f"/councils/{proposal.council.slug}/moderation.atom"

    first = ET.fromstring(browser.get(address).text)  # noqa: S314 - our own
    onward = next(
        link.get("href") for link in first.findall(f"{ATOM}link") if link.get("rel") == "next"
    )
    second = ET.fromstring(browser.get(onward.split("localhost", 1)[1]).text)  # noqa: S314

    ids = [
        entry.findtext(f"{ATOM}id")
        for feed in (first, second)
        for entry in feed.iter(f"{ATOM}entry")
    ]
    assert len(ids) == len(set(ids)) == 51
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert first.findtext(f"{ATOM}updated")


def test_a_log_of_any_length_costs_the_same(proposal, moderator, browser, at_most):
    for number in range(25):
        hide(moderator, proposal, age=timedelta(minutes=number))

    with at_most(12):
        page = browser.get(f"/councils/{proposal.council.slug}/moderation?act=hide")

    assert len(page.select("tbody tr")) == 20
    further = browser.get(page.one(".more a")["href"])
    assert len(further.select("tbody tr")) == 5
