"""Several moderators, and very many reporters, at one comment at the same moment."""

from itertools import combinations

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import Act, Case, ModerationAction, Reason, Report
from consult.moderation.rules import Order
from consult.participation.models import Comment
from tests.factories import a_member
from tests.moderation.cases import PHONE, a_case, a_report
from tests.participation.test_races import at_once

ORDERS = {
    "hide": Order(Act.HIDE, Reason.HATE),
    "redact": Order(Act.REDACT, Reason.PERSONAL_DATA, (PHONE,)),
    "keep": Order(Act.KEEP),
}
STORM = 1000


def stage(app):
    with app.app_context(), writing():
        one, comment = a_case()
        a_report(comment)
        other = a_member(comment.proposal.council, Role.MODERATOR)
        return comment.id, (one.id, other.id)


def acting(comment_id, moderator_id, name):
    def deed():
        moderator = db.session.get(Person, moderator_id)
        rules.act(moderator, db.session.get(Comment, comment_id), ORDERS[name])

    return deed


@pytest.mark.parametrize("names", list(combinations(ORDERS, 2)), ids="-".join)
def test_of_two_moderators_at_once_no_act_is_lost_and_the_other_is_told(rows, names):
    comment_id, people = stage(rows)

    wrong = at_once(rows, [acting(comment_id, *pair) for pair in zip(people, names, strict=True)])

    assert all(isinstance(error, Refused) for error in wrong), wrong
    with rows.app_context():
        comment = db.session.get(Comment, comment_id)
        acts = [action.act for action in queries.actions_on(comment)]
        assert len(acts) + len(wrong) in (2, 1)  # kept when already decided: nothing to do
        assert db.session.query(Report).filter(Report.settled_at.is_(None)).count() == 0
        assert queries.open_cases(comment) == []
        assert (PHONE.words in comment.body) is (acts[0] is Act.KEEP)


def test_of_two_who_take_a_case_at_once_one_has_it(rows):
    comment_id, people = stage(rows)

    def taking(moderator_id):
        def deed():
            moderator = db.session.get(Person, moderator_id)
            rules.claim(moderator, db.session.get(Comment, comment_id))

        return deed

    wrong = at_once(rows, [taking(one) for one in people])

    assert [type(error) for error in wrong] == [Refused]
    with rows.app_context():
        assert db.session.query(Case).one().holder_id in people


def test_reports_at_once_are_all_counted_on_one_case(rows):
    comment_id, _people = stage(rows)

    def reporting(key):
        def deed():
            a_report(db.session.get(Comment, comment_id), key=f"{key:064}")

        return deed

    assert at_once(rows, [reporting(key) for key in range(6)]) == []
    with rows.app_context():
        assert db.session.query(Report).count() == 7
        assert db.session.query(Case).count() == 1


def test_a_storm_of_reports_is_one_line_of_the_queue_and_one_decision(at_most):
    moderator, comment = a_case()
    council = comment.proposal.council
    rows = [
        {
            "comment_id": comment.id,
            "council_id": council.id,
            "reporter_key": f"{n:064}",
            "reason": Reason.HATE,
        }
        for n in range(STORM - 1)
    ]
    a_report(comment, key="last")
    db.session.execute(db.insert(Report), rows)

    with at_most(12):
        (line,) = queries.queue(council).items

    assert (line.reports, set(line.reasons)) == (STORM, {Reason.HATE, Reason.PERSONAL_DATA})
    before = db.session.query(Mail).count()
    rules.act(moderator, comment, ORDERS["hide"])
    assert db.session.query(Report).filter(Report.settled_at.is_(None)).count() == 0
    assert db.session.query(ModerationAction).count() == 1
    assert db.session.query(Mail).count() == before + 1
    assert queries.queue_count(council) == 0
