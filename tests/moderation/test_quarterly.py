"""The report on a quarter: counts as they were, small ones not told."""

import csv
import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core import clock as core_clock
from consult.councils.models import Role
from consult.moderation import panels, queries, rules
from consult.moderation.models import Act, CaseKind, Reason
from consult.moderation.panels.quarterly import duration, protected, tables_of
from consult.moderation.quarters import quarter_of
from consult.moderation.rules import Order
from consult.participation.models import Stance
from consult.proposals.models import Status
from tests.factories import a_comment, a_council, a_member, a_proposal


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def moderator(proposal):
    return a_member(proposal.council, Role.MODERATOR)


def now():
    return quarter_of(core_clock.now())


def comments(proposal, number, **given):
    return [a_comment(proposal, **given) for _ in range(number)]


def hide(moderator, comment, reason=Reason.HATE):
    return rules.act(moderator, comment, Order(Act.HIDE, reason))


def test_comments_are_counted_by_view_and_language_with_what_was_hidden(proposal, moderator):
    for comment in comments(proposal, 7, stance=Stance.OPPOSE)[:6]:
        hide(moderator, comment)
    comments(proposal, 3, stance=Stance.SUPPORT, language="cy")

    counted = queries.quarterly(proposal.council, now())

    oppose, welsh = counted.by_stance[Stance.OPPOSE], counted.by_language["cy"]
    assert (oppose.posted, oppose.hidden) == (7, 6)
    assert (welsh.posted, welsh.hidden) == (3, 0)
    assert counted.acts[Act.HIDE] == counted.reasons[Reason.HATE] == 6


def test_what_came_before_or_is_of_another_council_is_left_out(proposal, moderator):
    with core_clock.at(core_clock.now() - timedelta(days=100)):
        hide(moderator, a_comment(proposal, created_at=core_clock.now()))
    elsewhere = a_proposal(council=a_council())
    hide(a_member(elsewhere.council, Role.MODERATOR), a_comment(elsewhere))

    counted = queries.quarterly(proposal.council, now())

    assert sum(counted.acts.values()) == 0
    assert all(share.posted == 0 for share in counted.by_stance.values())


def test_views_are_left_out_while_a_round_hides_them():
    proposal = a_proposal(Status.OPEN, hides_results=True)
    comments(proposal, 9, stance=Stance.OPPOSE)

    counted = queries.quarterly(proposal.council, now())

    assert counted.by_stance[Stance.OPPOSE].posted == 0
    assert counted.by_language["en"].posted == 9


def test_the_clock_tells_the_middle_the_most_and_what_was_late(proposal, moderator):
    started = core_clock.now() - timedelta(days=20)
    for number, comment in enumerate(comments(proposal, 10)):
        with core_clock.at(started):
            rules.report(None, comment, Reason.HATE, None, "k" * 64)
        with core_clock.at(started + timedelta(hours=number + 1)):
            rules.act(moderator, comment, Order(Act.KEEP))
    with core_clock.at(started):
        rules.report(None, a_comment(proposal), Reason.HATE, None, "k" * 64)

    with core_clock.at(core_clock.now()):
        counted = queries.quarterly(proposal.council, quarter_of(started))

    reported = counted.clocks[CaseKind.REPORTED]
    assert (reported.took.number, reported.took.middle, reported.took.most) == (10, 330, 540)
    assert (reported.late, reported.waiting) == (0, 1)


def test_small_numbers_are_not_told_nor_what_would_tell_them(proposal, moderator, browser):
    opposed = comments(proposal, 30, stance=Stance.OPPOSE)
    for comment in opposed[:3]:
        hide(moderator, comment)
    for comment in opposed[3:20]:
        hide(moderator, comment, Reason.OFF_TOPIC)

    page = browser.get(f"/councils/{proposal.council.slug}/moderation/{now().name}")

    assert "Hate about a protected characteristic" not in page.words
    assert "others: fewer than 5 each." in page.words
    assert "Small numbers are not told" in page.words


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=2, max_size=6))
def test_a_small_number_never_stands_alone_among_those_held_back(counts):
    """Whoever knows what all come to cannot take the others from it and know a small one."""
    shown = protected(dict(enumerate(counts)))
    held = [counts[key] for key, count in shown.items() if count is None]

    assert all(count is None or count == counts[key] >= 5 for key, count in shown.items())
    assert len(held) != 1
    if held and len(held) < len(counts):
        assert sum(held) >= 5


def test_the_file_says_what_the_page_says(proposal, moderator, browser):
    for comment in comments(proposal, 1200)[:6]:
        hide(moderator, comment)
    address = f"/councils/{proposal.council.slug}/moderation/{now().name}"

    rows = list(csv.DictReader(io.StringIO(browser.get(f"{address}/figures.csv").text)))

    told = {(row["table"], row["row"], row["column"]): row["value"] for row in rows}
    assert told["act", "Hide", "Number"] == "6"
    assert told["language", "English", "Posted"] == "1200"
    assert told["language", "English", "Hidden"] == "–"


def test_reports_are_listed_back_to_the_first_act(proposal, moderator, browser):
    council = proposal.council.slug
    assert browser.get(f"/councils/{council}/moderation/{now().name}").status_code == 404
    with core_clock.at(core_clock.now() - timedelta(days=100)):
        hide(moderator, a_comment(proposal))

    page = browser.get(f"/councils/{council}/moderation/reports")

    assert len(page.select("#quarters li")) == 2
    assert "so far" in page.words
    for link in page.select("#quarters li a"):
        assert browser.get(link["href"]).status_code == 200
    for wrong in ("2020-q1", "2026-q9", "nonsense", "2098-q1"):
        assert browser.get(f"/councils/{council}/moderation/{wrong}").status_code == 404


def test_a_report_costs_the_same_however_much_happened(proposal, moderator, browser, at_most):
    for comment in comments(proposal, 12):
        hide(moderator, comment)

    with at_most(12):
        page = browser.get(f"/councils/{proposal.council.slug}/moderation/{now().name}")

    assert page.status_code == 200


def test_two_views_that_can_be_told_are_drawn(proposal, moderator):
    for stance in (Stance.OPPOSE, Stance.SUPPORT):
        for comment in comments(proposal, 10, stance=stance)[:5]:
            hide(moderator, comment)

    panel = panels.quarter_panel(proposal.council, now())

    assert {bar.rate for bar in panel.context["bars"]} <= {500}
    assert [table.key for table in tables_of(queries.quarterly(proposal.council, now()))][:2] == [
        "stance", "language",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (119, "119 minutes"), (120, "2 hours"), (2879, "48 hours"), (2880, "2 days")],
)
def test_how_long_something_took_is_said_in_its_largest_unit(minutes, words):
    assert duration(minutes) == words
