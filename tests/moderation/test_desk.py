"""A moderator's own lists, and one mail on a working day."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from consult.core import clock as core_clock
from consult.core.db import db
from consult.core.errors import Invalid, NotFound
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import CaseKind
from consult.moderation.rules.desk import MOST_VIEWS
from consult.moderation.sought import Sought
from tests.factories import a_comment, a_member, a_proposal
from tests.moderation.cases import a_report

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
LATE = Sought(is_overdue=True)


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def moderator(proposal):
    return a_member(proposal.council, Role.MODERATOR)


def letters_to(person):
    return list(db.session.scalars(select(Mail).filter_by(to=person.email)))


def test_a_list_is_kept_under_its_name_and_named_again_replaced(proposal, moderator):
    rules.name_view(moderator, proposal.council, "Late", LATE)
    rules.name_view(moderator, proposal.council, "Late", Sought(kind=CaseKind.HELD))

    assert [view.asked for view in queries.named_views(moderator, proposal.council)] == [
        {"kind": "held"}
    ]


def test_there_are_twelve_lists_at_most(proposal, moderator):
    for number in range(MOST_VIEWS):
        rules.name_view(moderator, proposal.council, f"List {number}", LATE)

    rules.name_view(moderator, proposal.council, "List 1", LATE)
    with pytest.raises(Invalid, match="Delete one"):
        rules.name_view(moderator, proposal.council, "One more", LATE)


def test_nobody_sees_or_deletes_anothers_list(proposal, moderator):
    view = rules.name_view(moderator, proposal.council, "Late", LATE)
    other = a_member(proposal.council, Role.MODERATOR)

    assert queries.named_views(other, proposal.council) == []
    with pytest.raises(NotFound):
        rules.forget_view(other, proposal.council, view.id)
    rules.forget_view(moderator, proposal.council, view.id)
    assert queries.named_views(moderator, proposal.council) == []


def test_the_desk_keeps_shows_and_deletes_a_list(proposal, moderator, browser):
    browser.sign_in(moderator)
    there = f"/desk/{proposal.council.slug}/queue"

    unnamed = browser.post(f"{there}/views", data={"name": " ", "overdue": "yes"})
    kept = browser.post(f"{there}/views", data={"name": "Late ones", "overdue": "yes"})
    page = browser.get(kept.location)

    assert unnamed.status_code == 422
    assert "Type a name for this list." in unnamed.words
    assert page.one(".d-named a").text == "Late ones"
    assert page.one(".d-named a")["aria-current"] == "true"
    browser.post(page.one(".d-named form")["action"])
    assert not browser.get(there).select(".d-named a")


def test_one_mail_a_working_day_tells_what_waits_and_nothing_of_it(proposal, moderator):
    comment = a_comment(proposal, body="Marmalade for all")
    a_report(comment)

    with core_clock.at(MONDAY):
        assert rules.send_digests() == 1
        assert rules.send_digests() == 0

    letter = letters_to(moderator)[-1]
    assert letter.subject == "1 thing waits at your desk"
    assert "Reported: 1" in letter.text
    assert "armalade" not in letter.text


@pytest.mark.parametrize(
    "moment",
    [datetime(2026, 11, 23, 7, 59, tzinfo=UTC), datetime(2026, 11, 22, 12, tzinfo=UTC)],
    ids=["before eight", "on a Sunday"],
)
def test_no_mail_goes_out_of_hours(proposal, moderator, moment):
    a_report(a_comment(proposal))

    with core_clock.at(moment):
        assert rules.send_digests() == 0


def test_no_mail_where_nothing_waits_or_nobody_wants_it(proposal, moderator, browser):
    with core_clock.at(MONDAY):
        assert rules.send_digests() == 0
    a_report(a_comment(proposal))
    browser.sign_in(moderator)
    there = f"/desk/{proposal.council.slug}/queue"

    browser.post(browser.get(there).one(".d-digest")["action"])
    with core_clock.at(MONDAY):
        assert rules.send_digests() == 0
    browser.post(browser.get(there).one(".d-digest")["action"])
    with core_clock.at(MONDAY):
        assert rules.send_digests() == 1
    assert browser.post(f"{there}/digest/perhaps").status_code == 404
