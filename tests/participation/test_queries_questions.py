from datetime import timedelta

import pytest

from consult.core import clock as now
from consult.core.errors import NotFound
from consult.participation import queries
from consult.participation.models import Stance
from tests.factories import a_comment, a_council, a_proposal

pytestmark = pytest.mark.either


def a_question(proposal, due_in=5, **given):
    given.setdefault("answer_due_on", now.local(now.now()).date() + timedelta(days=due_in))
    return a_comment(proposal, stance=Stance.QUESTION, **given)


def test_questions_are_counted_by_what_became_of_them():
    proposal = a_proposal()
    a_question(proposal)
    late = a_question(proposal, due_in=-2)
    a_question(proposal, due_in=-2, answered_at=now.now())
    a_comment(proposal)
    a_question(a_proposal())

    found = queries.question_counts(proposal)

    assert (found.waiting, found.overdue, found.answered, found.all) == (1, 1, 1, 3)
    assert found.first_due_on == late.answer_due_on
    assert queries.council_question_counts(proposal.council).open == 2
    assert queries.council_question_counts(a_council()).open == 0


@pytest.mark.parametrize(
    ("show", "expected"), [("waiting", 21), ("overdue", 2), ("answered", 1), ("all", 24)]
)
def test_every_question_is_on_one_page_once(show, expected, at_most):
    proposal = a_proposal()
    for _n in range(21):
        a_question(proposal)
    for _n in range(2):
        a_question(proposal, due_in=-1)
    a_question(proposal, answered_at=now.now())

    seen, after = [], None
    while True:
        with at_most(2):
            page = queries.questions_page(proposal, show, after)
        seen += [one.id for one in page.items]
        after = page.next
        if after is None:
            break

    assert len(seen) == len(set(seen)) == expected


def test_open_questions_stand_with_the_longest_waiting_first(clock):
    proposal = a_proposal()
    first = a_question(proposal)
    clock.forward(hours=1)
    second = a_question(proposal)

    assert [one.id for one in queries.open_questions(proposal.council).items] == [
        first.id,
        second.id,
    ]


def test_another_councils_question_and_a_view_are_not_found():
    proposal = a_proposal()
    question, view = a_question(proposal), a_comment(proposal)

    assert queries.question(proposal.council, question.id).id == question.id
    for council, comment in ((a_council(), question), (proposal.council, view)):
        with pytest.raises(NotFound):
            queries.question(council, comment.id)
