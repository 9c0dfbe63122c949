"""Several people at one appeal at the same moment: one outcome, no lost act."""

import pytest

from consult.accounts.models import Person
from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import Appeal, Outcome
from consult.moderation.rules import Ruling
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility
from tests.moderation.appealing import a_hidden, a_judge, an_appeal
from tests.participation.test_races import at_once


def ruling(judge_id, comment_id, outcome):
    def deed():
        judge, comment = db.session.get(Person, judge_id), db.session.get(Comment, comment_id)
        rules.decide_appeal(judge, comment, Ruling(outcome, "So it is."))

    return deed


def stage(app):
    with app.app_context(), writing():
        _, judge, comment = an_appeal()
        return comment.id, judge.id, a_judge(comment).id, comment.author_id


@pytest.mark.parametrize("round_", range(3))
def test_two_moderators_at_once_decide_once(rows, round_):
    comment_id, one, other, _ = stage(rows)

    deeds = [
        ruling(one, comment_id, Outcome.OVERTURNED),
        ruling(other, comment_id, Outcome.UPHELD),
    ]
    wrong = at_once(rows, deeds)

    assert [type(error) for error in wrong] == [Refused]
    with rows.app_context():
        comment = db.session.get(Comment, comment_id)
        appeal = db.session.query(Appeal).one()
        shown = comment.visibility is Visibility.SHOWN
        assert shown is (appeal.outcome is Outcome.OVERTURNED)
        assert len(changelog.entries_after(0, [Fact.APPEAL_DECIDED])) == 1
        assert db.session.query(Mail).count() == 2


@pytest.mark.parametrize("round_", range(3))
def test_taking_it_back_while_it_is_decided_leaves_one_outcome(rows, round_):
    comment_id, judge, _, author = stage(rows)

    def withdraw():
        rules.withdraw_appeal(db.session.get(Person, author), db.session.get(Comment, comment_id))

    wrong = at_once(rows, [ruling(judge, comment_id, Outcome.UPHELD), withdraw])

    assert [type(error) for error in wrong] == [Refused]
    with rows.app_context():
        assert len(changelog.entries_after(0, [Fact.APPEAL_DECIDED])) == 1


@pytest.mark.parametrize("round_", range(3))
def test_deleting_while_it_is_decided_never_shows_the_words_again(rows, round_):
    comment_id, judge, _, author = stage(rows)

    def delete():
        person, comment = db.session.get(Person, author), db.session.get(Comment, comment_id)
        participation.delete_comment(person, comment)

    wrong = at_once(rows, [ruling(judge, comment_id, Outcome.OVERTURNED), delete])

    assert all(isinstance(error, Refused) for error in wrong)
    with rows.app_context():
        comment = db.session.get(Comment, comment_id)
        assert (comment.visibility, comment.body) == (Visibility.DELETED, "")
    with rows.app_context(), writing():
        rules.let_go_of_all()
        comment = db.session.get(Comment, comment_id)
        assert queries.open_appeal(comment) is None


@pytest.mark.parametrize("round_", range(3))
def test_two_presses_at_once_are_one_appeal(rows, round_):
    with rows.app_context(), writing():
        _, comment = a_hidden()
        comment_id, author = comment.id, comment.author_id

    def appeal():
        rules.make_appeal(db.session.get(Person, author), db.session.get(Comment, comment_id))

    assert at_once(rows, [appeal, appeal]) == []
    with rows.app_context():
        assert db.session.query(Appeal).count() == 1
