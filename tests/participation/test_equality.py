"""Questions about equality: optional, unlinked, counted once, hidden where they are few."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.core import clock
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.participation import queries, rules
from consult.participation.equality import RATHER_NOT, questions
from consult.participation.models import EqualityAsked, EqualityTally, Stance
from consult.participation.panels.equality import equality_results_panel
from consult.participation.tasks import forget_asked
from consult.proposals.models import Status
from tests.factories import a_comment, a_council, a_person, a_proposal

ANSWERS = {"age": "25_34", "sex": "female", "ward": "Millbrook"}


@pytest.fixture
def proposal():
    return a_proposal(council=a_council(asks_equality=True))


def a_voter(proposal):
    person = a_person()
    rules.cast_vote(person, proposal, Stance.SUPPORT)
    return person


def address(proposal, what="about-you"):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/{what}"


def test_answers_become_counts_and_are_counted_once(proposal):
    person = a_voter(proposal)

    rules.answer_equality(person, proposal, ANSWERS)
    rules.answer_equality(person, proposal, {"sex": "male"})
    rules.answer_equality(a_voter(proposal), proposal, {"sex": "female"})

    assert queries.equality_counts(proposal) == {
        "age": {"25_34": 1},
        "sex": {"female": 2},
        "ward": {"Millbrook": 1},
    }


def test_no_row_ties_an_answer_to_a_person_a_moment_or_another_answer(proposal):
    rules.answer_equality(a_voter(proposal), proposal, ANSWERS)

    columns = {column.name for column in EqualityTally.__table__.columns}
    assert columns == {"proposal_id", "question", "answer", "people"}
    assert {column.name for column in EqualityAsked.__table__.columns} == {
        "person_id",
        "proposal_id",
    }
    assert not any("equality_tally" in str(key.column) for key in _foreign_keys())


def _foreign_keys():
    return [key for table in db.metadata.tables.values() for key in table.foreign_keys]


def test_leaving_everything_out_is_an_answer_too(proposal):
    person = a_voter(proposal)

    rules.answer_equality(person, proposal, {})

    assert queries.has_been_asked(person, proposal)
    assert queries.equality_counts(proposal) == {}


def test_whoever_commented_has_taken_part_and_others_have_not(proposal):
    author = a_person()
    a_comment(proposal, author)

    rules.answer_equality(author, proposal, {"sex": RATHER_NOT})
    with pytest.raises(Refused, match="Give your view first"):
        rules.answer_equality(a_person(), proposal, ANSWERS)


@pytest.mark.parametrize(
    "wrong", [{"age": "old"}, {"ward": "Atlantis"}, {"name": "Ann"}, {"sex": ""}]
)
def test_answers_that_are_not_offered_are_refused(proposal, wrong):
    person = a_voter(proposal)

    with pytest.raises(Invalid):
        rules.answer_equality(person, proposal, wrong)

    assert not queries.has_been_asked(person, proposal)


def test_nobody_is_asked_where_the_council_does_not_ask_or_after_the_close(clock, proposal):
    silent, late = a_proposal(), a_voter(proposal)
    with pytest.raises(NotFound):
        rules.answer_equality(a_voter(silent), silent, ANSWERS)
    clock.at(proposal.closes_at)

    with pytest.raises(Refused, match="closed on"):
        rules.answer_equality(late, proposal, ANSWERS)


def test_the_page_asks_thanks_and_does_not_ask_again(browser, proposal):
    browser.sign_in(a_voter(proposal))
    vote = browser.get(address(proposal, "")[:-1])
    assert address(proposal) in [link["href"] for link in vote.select(".after-vote a")]

    page = browser.get(address(proposal))
    assert "You do not have to answer" in page.words
    assert len(page.select("input[value=rather_not]")) == 4
    assert not page.select("input[checked]")
    for _twice in range(2):
        assert browser.post(address(proposal), ANSWERS).location == address(proposal)

    assert "Thank you" in browser.get(address(proposal)).words
    assert queries.equality_counts(proposal)["sex"] == {"female": 1}


def test_a_forged_answer_is_refused_beside_its_question(browser, proposal):
    browser.sign_in(a_voter(proposal))

    page = browser.post(address(proposal), {"sex": "x", "age": "25_34"})

    assert page.status_code == 422
    assert page.one("#sex-error")
    assert page.one("input[value='25_34']").get("checked") is not None
    assert queries.equality_counts(proposal) == {}


def test_the_questions_are_not_found_where_they_are_not_asked(browser):
    proposal = a_proposal()
    browser.sign_in(a_voter(proposal))

    assert browser.get(address(proposal)).status_code == 404
    assert browser.post(address(proposal), ANSWERS).status_code == 404
    assert not browser.get(address(proposal, "")[:-1]).select("a[href$='proposal/about-you']")


def counted(proposal, counts):
    db.session.query(EqualityTally).filter_by(proposal_id=proposal.id).delete()
    for question, answers in counts.items():
        for answer, people in answers.items():
            db.session.add(
                EqualityTally(
                    proposal_id=proposal.id, question=question, answer=answer, people=people
                )
            )
    db.session.flush()


def test_counts_are_shown_only_once_no_more_can_come(browser, clock, proposal):
    counted(proposal, {"sex": {"female": 31, "male": 27}})

    assert "by their own account" not in browser.get(address(proposal, "results")).words
    proposal.status = Status.PAUSED
    assert equality_results_panel(proposal).context["tables"] == []
    clock.at(proposal.closes_at)

    page = browser.get(address(proposal, "results"))
    assert [cell.text for cell in page.select("#who-took-part td")] == [
        "30",
        "hidden",
        "hidden",
        "60",
    ]


COUNTS = st.fixed_dictionaries(
    {
        question.key: st.fixed_dictionaries(
            {answer: st.integers(0, 60) for answer in [*question.answers, RATHER_NOT]}
        )
        for question in questions(["Millbrook", "Thorn Hill"])
    }
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(counts=COUNTS)
def test_no_page_says_a_count_of_one_to_nine_or_lets_one_be_subtracted(browser, counts):
    proposal = a_proposal(Status.CONSIDERING, council=a_council(asks_equality=True))
    counted(proposal, counts)

    page = browser.get(address(proposal, "results"))

    headings = [caption.text for caption in page.select("#who-took-part caption")]
    told = {str(one.heading): counts[one.key] for one in questions(["Millbrook", "Thorn Hill"])}
    assert {h for h, people in told.items() if sum(people.values()) >= 10} == set(headings)
    for place, heading in enumerate(headings, 1):
        cells = page.select(f".equality table:nth-of-type({place}) td.n")
        *said, together = (re.sub(r"\D", "", cell.text) for cell in cells)
        true = list(told[heading].values())
        assert all(not number or int(number) >= 10 for number in (*said, together))
        hidden = [n for n, number in zip(true, said, strict=True) if not number]
        if hidden and any(said):
            assert len(hidden) > 1
            assert sum(hidden) >= 10
        assert abs(int(together) - sum(true)) <= 2


def test_results_cost_the_same_with_counts_and_without(browser, at_most):
    proposal = a_proposal(Status.CONSIDERING, council=a_council(asks_equality=True))
    counted(proposal, {"sex": {"female": 31, "male": 27}})

    with at_most(12):
        assert browser.get(address(proposal, "results")).status_code == 200


def test_who_was_asked_is_forgotten_once_nobody_is_asked_any_more(proposal):
    running, withdrawn = proposal, a_proposal(council=proposal.council)
    decided = a_proposal(council=proposal.council)
    for one in (running, withdrawn, decided):
        rules.answer_equality(a_voter(one), one, ANSWERS)
    withdrawn.status = Status.WITHDRAWN
    decided.status, decided.decided_at = Status.DECIDED, clock.now()
    db.session.flush()

    forget_asked()

    assert [asked.proposal_id for asked in db.session.query(EqualityAsked)] == [running.id]
    assert db.session.query(EqualityTally).filter_by(proposal_id=decided.id).count() == 3
