from datetime import timedelta

import pytest

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import AT_RISK, CaseKind, Reason
from consult.moderation.sought import Sought
from tests.factories import a_comment, a_council, a_member, a_proposal


def a_waiting(proposal, kind=CaseKind.REPORTED, age=timedelta(0), **given):
    with clock.at(clock.now() - age):
        comment = a_comment(proposal)
        if kind is CaseKind.REPORTED:
            rules.report(None, comment, given.get("reason", Reason.HATE), None, "k" * 64)
            return queries.open_case(comment, kind)
        return rules.open_case(kind, comment, **given)


def found(council, reader=None, **asked):
    page = queries.queue(council, None, Sought.read(asked), reader)
    return [line.case for line in page.items]


def test_whoever_is_at_risk_comes_before_what_is_due_sooner():
    proposal = a_proposal()
    soon = a_waiting(proposal, age=timedelta(days=30))
    grave = a_waiting(proposal, CaseKind.HELD, rank=AT_RISK, why="danger")

    assert found(proposal.council) == [grave, soon]


def test_a_choice_shows_only_what_it_names():
    proposal, other = a_proposal(), None
    other = a_proposal(council=proposal.council)
    council = proposal.council
    held = a_waiting(proposal, CaseKind.HELD, why="private")
    late = a_waiting(other, age=timedelta(days=30))
    legal = rules.open_legal_case(council, None, None)

    assert found(council, kind="held") == [held]
    assert found(council, kind="legal") == [legal]
    assert found(council, kind="appealed") == []
    assert found(council, overdue="yes") == [late]
    assert found(council, proposal=other.slug) == [late]
    assert found(council, reason="hate") == [late]
    assert found(council, reason="personal_data") == [held]
    assert found(council, reason="off_topic") == []


def test_what_somebody_took_is_theirs_for_a_quarter_of_an_hour():
    proposal = a_proposal()
    council = proposal.council
    moderator = a_member(council, Role.MODERATOR)
    taken, free, lapsed = (a_waiting(proposal) for _ in range(3))
    for case, age in ((taken, 14), (lapsed, 16)):
        case.claimed_by_id = moderator.id
        case.claimed_at = clock.now() - timedelta(minutes=age)
    db.session.flush()

    assert found(council, moderator, kind="mine") == [taken]
    assert found(council, claimed="taken") == [taken]
    assert set(found(council, claimed="free")) == {free, lapsed}
    figures = queries.queue_figures(council, moderator)
    assert (figures.waiting, figures.mine) == (3, 1)
    assert queries.queue_figures(council).mine == 0


def test_the_figures_name_each_kind_and_what_is_late():
    proposal = a_proposal()
    a_waiting(proposal, age=timedelta(days=30))
    a_waiting(proposal, CaseKind.HELD, why="private")

    figures = queries.queue_figures(proposal.council)

    assert (figures.kinds[CaseKind.HELD], figures.kinds[CaseKind.REPORTED]) == (1, 1)
    assert figures.overdue == 1
    assert queries.queue_figures(a_council()).next_due is None


@pytest.mark.parametrize(
    "asked", [{"kind": "secret"}, {"reason": "criticism"}, {"claimed": "by me"}, {"overdue": "1"}]
)
def test_what_nobody_offers_is_not_chosen(asked):
    assert Sought.read(asked) == Sought()


def test_an_address_carries_the_choice():
    sought = Sought.read({"kind": "mine", "overdue": "yes", "proposal": "a", "reason": "hate"})

    assert Sought.read(sought.words) == sought


def test_the_page_says_what_is_late_and_keeps_the_choice(browser, at_most):
    proposal = a_proposal()
    for _ in range(25):
        a_waiting(proposal, age=timedelta(days=30))
    rules.open_legal_case(proposal.council, None, None)
    a_waiting(proposal, CaseKind.HELD, why="private")
    browser.sign_in(a_member(proposal.council, Role.MODERATOR))
    queue = f"/desk/{proposal.council.slug}/queue"

    with at_most(12):
        page = browser.get(f"{queue}?kind=reported&overdue=yes")

    assert page.one(".d-pills [aria-current]").text == "Reported 25"
    assert "overdue since" in page.select(".d-q li")[0].text
    assert "25 overdue" in page.words
    more = browser.get(page.one(".more a")["href"])
    assert len(more.select(".d-q__item")) == 5
    assert "Nothing that you asked for waits" in browser.get(f"{queue}?kind=mine").words
    legal = browser.get(f"{queue}?kind=legal")
    assert "names no single comment" in legal.words
