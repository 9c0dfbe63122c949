"""When a notice has to be acted on, and two people at one notice at the same moment."""

from datetime import UTC, datetime, timedelta

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.councils.models import Council, Role
from consult.moderation import queries, rules
from consult.moderation.models import LegalNotice, LegalStep
from consult.moderation.notices import Event, Step
from consult.participation import rules as participation
from consult.participation.models import Comment
from tests.factories import a_comment, a_member
from tests.moderation.test_legal import MONDAY, a_notice, an_asked, particulars
from tests.participation.test_races import at_once

BO = rules.Reply(False, "Bo Finch", "1 Mill Lane")


@pytest.fixture(autouse=True)
def on_monday(clock):
    clock.at(MONDAY)


def another(notice, **given):
    comment = a_comment(
        notice.comment.proposal, author=notice.comment.author, body=f"Bribes {given}"
    )
    return rules.give_notice(comment, particulars(**given))


def test_after_the_authors_five_days_the_council_has_48_hours_without_the_weekend(clock):
    _moderator, notice = an_asked()
    midnight = datetime(2026, 11, 29, tzinfo=UTC)  # the night to a Sunday
    assert notice.due_at == midnight
    assert notice.case.due_at == datetime(2026, 12, 2, tzinfo=UTC)

    clock.at(midnight + timedelta(hours=1))

    assert not notice.case.is_overdue
    assert queries.next_events(notice) == [Event.NO_ANSWER]


def test_words_that_went_by_themselves_were_not_taken_down_after_a_notice():
    moderator, notice = a_notice()
    for n in range(2):
        before = another(notice, said=f"words {n}")
        participation.delete_comment(before.comment.author, before.comment)
        rules.take_step(moderator, before, Event.GONE)

    assert Event.REPOSTED not in queries.next_events(notice)


@pytest.mark.parametrize(("by", "is_again"), [("ada@example.org", True), ("bo@example.org", False)])
def test_only_what_the_same_person_had_taken_down_twice_goes_at_once(by, is_again):
    moderator, notice = a_notice()
    for n in range(2):
        before = another(notice, said=f"words {n}", email=by)
        rules.take_step(moderator, before, Event.CONTACT)
        rules.answer_notice(before.comment.author, before, rules.Reply(agrees=True))
        rules.take_step(moderator, before, Event.REMOVE)

    assert (Event.REPOSTED in queries.next_events(notice)) is is_again


def stage(app, *, disputed=False):
    with app.app_context(), writing():
        moderator, notice = an_asked()
        other = a_member(notice.council, Role.MODERATOR)
        if disputed:
            rules.answer_notice(notice.comment.author, notice, BO)
        ids = (notice.council_id, notice.id, moderator.id, other.id, notice.comment.author_id)
        return ids, notice.due_at


def stepping(ids, member_id, event):
    def deed():
        notice = queries.legal_notice(db.session.get(Council, ids[0]), ids[1])
        rules.take_step(db.session.get(Person, member_id), notice, event)

    return deed


def answering(ids):
    def deed():
        found = db.session.get(LegalNotice, ids[1])
        comment = db.session.get(Comment, found.comment_id)
        notice = queries.notice_on(comment, ids[1], ids[4])
        rules.answer_notice(db.session.get(Person, ids[4]), notice, BO)

    return deed


@pytest.mark.parametrize(
    ("late", "step"),
    [(timedelta(0), Step.REMOVED), (timedelta(microseconds=-1), Step.DISPUTED)],
)
def test_an_answer_at_the_very_end_of_the_five_days_counts_or_the_silence_does(
    rows, clock, late, step
):
    ids, ends = stage(rows)
    clock.at(ends + late)

    wrong = at_once(rows, [answering(ids), stepping(ids, ids[2], Event.NO_ANSWER)])

    assert [type(error) for error in wrong] == [Refused]
    with rows.app_context():
        assert db.session.get(LegalNotice, ids[1]).step is step
        assert db.session.query(LegalStep).count() == 2


@pytest.mark.parametrize("round_", range(2))
def test_two_of_the_staff_who_decide_a_notice_at_once_decide_it_once(rows, round_):
    ids, _ends = stage(rows, disputed=True)
    deeds = [stepping(ids, ids[2], Event.TELL), stepping(ids, ids[3], Event.FALSE_DETAILS)]

    wrong = at_once(rows, deeds)

    assert [type(error) for error in wrong] == [Refused]
    with rows.app_context():
        notice = db.session.get(LegalNotice, ids[1])
        assert notice.step.is_last
        assert notice.comment.is_readable is (notice.step is Step.STAYS)
        assert db.session.query(LegalStep).count() == 3
