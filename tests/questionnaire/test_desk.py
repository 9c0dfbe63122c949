import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.proposals.models import Status
from consult.questionnaire import queries, rules
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question
from tests.factories import a_council, a_member, a_person, a_proposal
from tests.questionnaire.questions import a_question, keys


def desk(proposal, end=""):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/questionnaire{end}"


def results_of(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/results"


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def questions(proposal):
    return [a_question(proposal, is_required=True), a_question(proposal, Kind.SHORT_TEXT)]


def test_hidden_results_are_hidden_from_staff_too(browser):
    proposal = a_proposal(hides_results=True)
    choice, text = a_question(proposal), a_question(proposal, Kind.LONG_TEXT)
    rules.respond(
        a_person(), proposal, {str(choice.id): keys(choice)[0], str(text.id): "Secret words"}
    )
    browser.sign_in(a_member(proposal.council, *Role))

    results = browser.get(results_of(proposal))
    texts = browser.get(desk(proposal, f"/{text.id}/answers"))

    assert choice.words not in results.words
    assert "Secret words" not in texts.words
    assert texts.status_code == 200


def test_staff_read_what_people_wrote_twenty_at_a_time(browser, at_most, proposal):
    question = a_question(proposal, Kind.LONG_TEXT)
    for number in range(23):
        rules.respond(a_person(), proposal, {str(question.id): f"Words {number:02d}"})
    browser.sign_in(a_member(proposal.council, Role.ANALYST))

    with at_most(12):
        page = browser.get(desk(proposal, f"/{question.id}/answers"))
    more = browser.get(
        desk(proposal, f"/{question.id}/answers")
        + page.one(".more a")["href"][len(desk(proposal, f"/{question.id}/answers")) :]
    )

    assert len(page.select(".q-words")) == 20
    assert len(more.select(".q-words")) == 3


GOOD = {
    "kind": "choice",
    "words": "Should it go ahead?",
    "options": "Yes\r\nNo",
    "low": "1",
    "high": "5",
}


def test_an_officer_writes_changes_moves_and_deletes_questions(browser):
    proposal = a_proposal(Status.DRAFT)
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    assert browser.get(desk(proposal, "/new")).status_code == 200
    assert browser.post(desk(proposal, "/new"), GOOD).location == desk(proposal)
    browser.post(desk(proposal, "/new"), GOOD | {"words": "And why?", "kind": "long_text"})
    one, two = queries.every_question(proposal)
    browser.post(desk(proposal, f"/{one.id}"), GOOD | {"words": "Should it really go ahead?"})
    browser.post(desk(proposal, f"/{two.id}/up"))
    page = browser.get(desk(proposal))

    assert [found.text for found in page.select(".q-list h2")] == [
        "And why?",
        "Should it really go ahead?",
    ]
    assert "Should it really go ahead?" in browser.get(desk(proposal, "/preview")).words
    browser.post(desk(proposal, f"/{two.id}/delete"))
    assert db.session.query(Question).count() == 1


def test_a_question_that_cannot_be_asked_keeps_what_was_typed(browser):
    proposal = a_proposal(Status.DRAFT)
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    page = browser.post(desk(proposal, "/new"), GOOD | {"options": "Only one"})

    assert page.status_code == 422
    assert page.one("#options").text == "Only one"
    assert db.session.query(Question).count() == 0


def test_answered_questions_are_refused_with_the_reason_and_may_be_retired(
    browser, proposal, questions
):
    rules.respond(a_person(), proposal, {str(questions[0].id): keys(questions[0])[0]})
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    page = browser.post(desk(proposal, f"/{questions[0].id}"), GOOD)
    assert page.status_code == 409
    assert "Somebody has answered" in page.words
    browser.post(desk(proposal, f"/{questions[0].id}/retire"))

    assert queries.asked(proposal) == [questions[1]]
    assert "Asked until" in browser.get(results_of(proposal)).words


def test_another_councils_questions_are_not_found(browser, proposal, questions):
    other = a_council()
    browser.sign_in(a_member(other, Role.OFFICER))
    own = a_proposal(council=other)

    assert browser.get(desk(proposal)).status_code == 404
    assert browser.get(desk(own, f"/{questions[0].id}")).status_code == 404


def test_the_other_doors_of_a_proposal_stay_open_beside_its_questions(browser, proposal, questions):
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    for end in ("", f"/{questions[1].id}/answers"):
        page = browser.get(desk(proposal, end))

        assert "Questions" in page.one(".desk-tabs [aria-current]").text
        assert "Paper and phone" in page.one(".desk-tabs").text
