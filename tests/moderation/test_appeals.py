from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.core.errors import NotFound, Refused
from consult.moderation import queries, rules
from consult.moderation.models import Appeal, CaseKind, Outcome
from consult.moderation.redress import appeal_until
from consult.participation import rules as participation
from consult.participation.models import Visibility
from tests.factories import a_person
from tests.moderation.appealing import RIGHT, a_hidden, an_appeal, decided
from tests.moderation.cases import (
    BODY,
    a_case,
)

# Appealing


def test_an_appeal_waits_for_the_moderators_with_ten_working_days(clock):
    _, comment = a_hidden()

    appeal = rules.make_appeal(comment.author, comment, "It is my own number.")

    case = queries.open_case(comment, CaseKind.APPEALED)
    assert appeal.case is case
    assert timedelta(days=13) < appeal.due_at - appeal.made_at < timedelta(days=19)
    assert queries.queue_figures(comment.proposal.council).kinds[CaseKind.APPEALED] == 1


def test_appealing_twice_is_appealing_once():
    _, comment = a_hidden()

    first = rules.make_appeal(comment.author, comment, "One")
    second = rules.make_appeal(comment.author, comment, "Two")

    assert first is second
    assert first.words == "One"
    assert db.session.query(Appeal).count() == 1


def test_nobody_appeals_for_somebody_else():
    moderator, comment = a_hidden()

    for other in (a_person(), moderator):
        with pytest.raises(NotFound):
            rules.make_appeal(other, comment)


def test_there_is_nothing_to_appeal_against_where_nobody_acted():
    _, comment = a_case()

    with pytest.raises(NotFound):
        rules.make_appeal(comment.author, comment)


def test_after_six_months_it_is_too_late(clock):
    _, comment = a_hidden()
    clock.at(appeal_until(core_clock.now()) + timedelta(seconds=1))

    with pytest.raises(Refused, match="six months"):
        rules.make_appeal(comment.author, comment)


def test_on_the_last_day_it_is_not_too_late(clock):
    _, comment = a_hidden()
    clock.at(appeal_until(core_clock.now()))

    assert rules.make_appeal(comment.author, comment).is_open


def test_what_is_shown_again_or_taken_back_cannot_be_appealed_against():
    moderator, comment = a_hidden()
    rules.restore(moderator, comment)
    with pytest.raises(Refused, match="shown again"):
        rules.make_appeal(comment.author, comment)

    _, gone = a_hidden()
    participation.delete_comment(gone.author, gone)
    with pytest.raises(Refused, match="taken this comment back"):
        rules.make_appeal(gone.author, gone)


def test_the_original_is_kept_while_an_appeal_waits(clock):
    _, _, comment = an_appeal()
    clock.forward(days=200)

    rules.forget_originals()

    assert queries.original(comment).body == BODY


# Taking it back


def test_an_appeal_can_be_taken_back_once_and_for_all():
    _, _, comment = an_appeal()

    first = rules.withdraw_appeal(comment.author, comment)
    second = rules.withdraw_appeal(comment.author, comment)

    assert first is second
    assert first.outcome is Outcome.WITHDRAWN
    assert queries.open_case(comment, CaseKind.APPEALED) is None
    assert comment.visibility is Visibility.HIDDEN
    assert [fact["outcome"] for fact in decided()] == ["withdrawn"]
    assert not rules.make_appeal(comment.author, comment).is_open


def test_nobody_takes_back_what_somebody_else_asked_or_what_is_decided():
    _, judge, comment = an_appeal()
    with pytest.raises(NotFound):
        rules.withdraw_appeal(a_person(), comment)
    rules.decide_appeal(judge, comment, RIGHT)

    with pytest.raises(Refused, match="has been decided"):
        rules.withdraw_appeal(comment.author, comment)


def test_deleting_the_comment_takes_the_appeal_back():
    _, judge, comment = an_appeal()
    participation.delete_comment(comment.author, comment)

    with pytest.raises(Refused, match="deleted"):
        rules.decide_appeal(judge, comment, RIGHT)
    assert [rules.let_go_of_all(), rules.let_go_of_all()] == [1, 0]
    assert queries.appeals_on(comment)[0].outcome is Outcome.WITHDRAWN
    assert queries.queue_count(comment.proposal.council) == 0
