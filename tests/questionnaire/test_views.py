import pytest

from consult.core import clock
from consult.core.db import db
from consult.participation.models import Pending
from consult.participation.rules import confirm
from consult.participation.rules import pending as held_rules
from consult.proposals.models import Status
from consult.questionnaire import queries, rules
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Draft, Response
from tests.factories import a_person, a_proposal
from tests.questionnaire.questions import a_question, keys


def here(proposal, end=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/questionnaire{end}"


def carried(page):
    return page.select("form[action] input[name=kept]")[0]["value"]


def sent(page, question, **given):
    return {"kept": carried(page), "then": "", "question": str(question.id)} | given


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def questions(proposal):
    return [a_question(proposal, is_required=True), a_question(proposal, Kind.SHORT_TEXT)]


def test_a_visitor_answers_page_by_page_and_nothing_is_kept(browser, proposal, questions):
    one, two = questions
    page = browser.get(here(proposal, "/1"))
    page = browser.post(here(proposal, "/1"), sent(page, one, answer=keys(one)[0]))
    assert "Question 2 of 2" in page.words

    page = browser.post(here(proposal, "/2"), sent(page, two, answer="My own words"))

    assert "Check your answers" in page.words
    assert "My own words" in page.words
    assert "Set-Cookie" not in page.headers
    assert db.session.query(Draft).count() == db.session.query(Response).count() == 0


def test_a_visitor_confirms_and_reads_a_receipt(browser, proposal, questions, monkeypatch):
    monkeypatch.setattr(held_rules, "new_token", lambda: "token")
    one = questions[0]
    page = browser.get(here(proposal, "/1"))
    page = browser.post(here(proposal, "/1"), sent(page, one, answer=keys(one)[1]))
    page = browser.post(here(proposal, "/2"), sent(page, questions[1], answer=""))

    page = browser.post(here(proposal, "/check"), {"kept": carried(page), "email": "a@example.org"})
    assert page.location.startswith("/confirm/")
    assert queries.response_count(proposal).all == 0
    page = browser.post("/confirm/link/token")

    assert page.location == here(proposal, "/receipt")
    page = browser.follow(page)
    response = db.session.query(Response).one()
    assert response.receipt in page.words
    assert "No" in page.words
    assert queries.response_count(proposal).all == 1


def test_what_was_typed_is_kept_beside_the_message(browser, proposal, questions):
    page = browser.get(here(proposal, "/1"))
    missing = browser.post(here(proposal, "/1"), sent(page, questions[0]))
    assert missing.status_code == 422
    assert "Choose an answer." in missing.words
    assert missing.one(".govuk-error-summary a")["href"] == "#answer-0"
    page = browser.post(
        here(proposal, "/1"), sent(page, questions[0], answer=keys(questions[0])[0])
    )

    again = browser.post(here(proposal, "/2"), sent(page, questions[1], answer="x" * 201))

    assert again.status_code == 422
    assert again.one("#answer")["value"] == "x" * 201


def test_a_visitor_goes_back_and_changes_an_answer(browser, proposal, questions):
    one, two = questions
    page = browser.get(here(proposal, "/1"))
    page = browser.post(here(proposal, "/1"), sent(page, one, answer=keys(one)[0]))
    page = browser.post(here(proposal, "/2"), sent(page, two, answer="Words"))

    page = browser.post(here(proposal, "/1/again"), {"kept": carried(page), "then": "check"})
    assert page.one("input[checked]")["value"] == keys(one)[0]
    given = sent(page, one, answer=keys(one)[2]) | {"then": "check"}
    page = browser.post(here(proposal, "/1"), given)

    assert "Check your answers" in page.words
    assert "Only some of it" in page.words
    assert "Words" in page.words


@pytest.mark.parametrize("kept", ["", "forged", "x" * 500_000])
def test_answers_that_the_page_did_not_carry_are_none(browser, proposal, questions, kept):
    page = browser.post(here(proposal, "/check"), {"kept": kept, "email": "a@example.org"})

    assert page.status_code == 422
    assert db.session.query(Pending).count() == 0


def test_answers_carried_from_another_proposal_are_none(browser, proposal, questions):
    other = a_proposal()
    a_question(other)
    page = browser.get(here(proposal, "/1"))
    page = browser.post(
        here(proposal, "/1"), sent(page, questions[0], answer=keys(questions[0])[0])
    )

    page = browser.post(here(other, "/check"), {"kept": carried(page), "email": "a@example.org"})

    assert page.status_code == 422


def test_somebody_signed_in_finds_their_answers_again(browser, proposal, questions):
    one, two = questions
    browser.sign_in(a_person())
    page = browser.post(
        here(proposal, "/1"), {"question": str(one.id), "answer": keys(one)[0], "kept": ""}
    )
    assert page.location == here(proposal, "/2")
    assert browser.get(here(proposal, "/1")).one("input[checked]")["value"] == keys(one)[0]
    browser.post(here(proposal, "/2"), {"question": str(two.id), "answer": "Words"})
    assert "Words" in browser.get(here(proposal, "/check")).words

    first = browser.post(here(proposal, "/check"))
    again = browser.post(here(proposal, "/check"))

    assert first.location == again.location == here(proposal, "/receipt")
    assert queries.response_count(proposal).all == 1
    assert browser.get(here(proposal, "/1")).one("input[checked]")["value"] == keys(one)[0]


def test_a_receipt_is_its_owners_only(browser, another_browser, proposal, questions):
    rules.respond(a_person(), proposal, {str(questions[0].id): keys(questions[0])[0]})

    stranger = browser.get(here(proposal, "/receipt"))
    somebody = another_browser().sign_in(a_person()).get(here(proposal, "/receipt"))

    assert stranger.status_code == 303
    assert somebody.status_code == 404


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING])
def test_nothing_is_taken_when_it_is_not_open(browser, proposal, questions, status):
    proposal.status = status
    given = {"question": str(questions[0].id), "answer": keys(questions[0])[0]}

    assert browser.get(here(proposal)).status_code == 200
    assert browser.get(here(proposal, "/1")).status_code == 409
    assert browser.post(here(proposal, "/1"), given).status_code == 409
    assert browser.post(here(proposal, "/check"), {"email": "a@example.org"}).status_code in (
        409,
        422,
    )


@pytest.mark.parametrize("end", ["/0", "/3", "/99", "/100", "/-1"])
def test_a_page_that_is_not_there_is_not_found(browser, proposal, questions, end):
    assert browser.get(here(proposal, end)).status_code == 404


def test_without_questions_there_is_no_questionnaire(browser, proposal):
    assert browser.get(here(proposal)).status_code == 404
    assert "council’s questions" not in browser.get(here(proposal).rpartition("/")[0]).words


@pytest.mark.parametrize(
    "given",
    [
        {"answer": "k0000000000"},
        {"answer": ["a", "b"]},
        {"answer": "a\x00"},
        {"level": "verified"},
        {"question": "00000000-0000-0000-0000-000000000000"},
    ],
)
def test_a_forged_answer_is_refused_and_nothing_is_stored(browser, proposal, questions, given):
    browser.sign_in(a_person())
    good = {"question": str(questions[0].id), "answer": keys(questions[0])[0]}

    assert browser.post(here(proposal, "/1"), good | given).status_code == 422
    assert db.session.query(Draft).count() == 0


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_asked_read_back_and_shown(browser, at_most, kind):
    proposal = a_proposal()
    question = a_question(proposal, kind, hint="Think of your own family.")
    options, rows = keys(question), question.shape.row_keys
    browser.sign_in(a_person())
    given = {
        Kind.CHOICE: {"answer": options and options[0]},
        Kind.CHOICES: {"answer": options[:2]},
        Kind.SCALE: {"answer": "4"},
        Kind.SHORT_TEXT: {"answer": "My <b>words"},
        Kind.LONG_TEXT: {"answer": "My <b>words"},
        Kind.MATRIX: {f"row-{row}": options[1] for row in rows},
        Kind.RANKING: {f"place-{key}": str(n) for n, key in enumerate(options, 1)},
    }[kind]
    assert "Think of your own family." in browser.get(here(proposal, "/1")).words

    page = browser.post(here(proposal, "/1"), {"question": str(question.id)} | given)
    assert page.location == here(proposal, "/check"), page.words
    browser.post(here(proposal, "/check"))

    receipt = here(proposal, "/receipt")
    with at_most(12):
        assert question.words in browser.get(receipt).words
    address = here(proposal).replace("/questionnaire", "/results")
    with at_most(12):
        results = browser.get(address)
    assert question.words in results.words
    assert "My <b>words" not in results.words
    assert "Not answered" not in browser.get(here(proposal, "/receipt")).words


def test_a_number_twice_is_refused_and_kept(browser):
    proposal = a_proposal()
    question = a_question(proposal, Kind.RANKING)
    given = {f"place-{key}": "1" for key in keys(question)}
    page = browser.get(here(proposal, "/1"))

    page = browser.post(here(proposal, "/1"), sent(page, question) | given)

    assert page.status_code == 422
    assert "Give each number to one answer only." in page.words
    assert [option["value"] for option in page.select("option[selected]")] == ["1", "1", "1"]


def test_contributions_name_the_receipt(browser, proposal, questions):
    person = a_person()
    response = rules.respond(person, proposal, {str(questions[0].id): keys(questions[0])[0]})

    assert response.receipt in browser.sign_in(person).get("/account/contributions").words


def test_protected_tables_show_no_small_number(browser, proposal):
    question = a_question(proposal, is_protected=True)
    yes, no, some = keys(question)
    for key, times in ((yes, 23), (no, 13), (some, 4)):
        for _each in range(times):
            rules.respond(a_person(), proposal, {str(question.id): key})

    proposal.closes_at = clock.now()
    page = browser.get(here(proposal).replace("/questionnaire", "/results"))

    cells = [cell.text for cell in page.select("#answers td.n")]
    assert cells == ["25", "not shown", "fewer than 10"]
    assert "%" not in page.one("#answers table").text


@pytest.mark.parametrize("status", [Status.OPEN, Status.PAUSED])
@pytest.mark.parametrize("who", ["", "?who=verified"])
def test_a_protected_table_waits_for_the_close_since_each_answer_would_move_it(
    browser, proposal, status, who
):
    question = a_question(proposal, is_protected=True)
    yes, no, _some = keys(question)
    for answer in [yes] * 12 + [no] * 11:
        rules.respond(a_person(), proposal, {str(question.id): answer})
    proposal.status = status
    results = here(proposal).replace("/questionnaire", "/results") + who
    before = browser.get(results)

    proposal.status = Status.OPEN
    rules.respond(a_person(), proposal, {str(question.id): yes})
    proposal.status = status

    assert "published once this has closed" in before.words
    for page in (before, browser.get(results)):
        assert page.select("#answers td") == page.select("#answers svg") == []


def test_the_switch_shows_verified_people_only(browser, proposal, questions):
    rules.respond(a_person(), proposal, {str(questions[0].id): keys(questions[0])[0]})
    results = here(proposal).replace("/questionnaire", "/results")

    assert "1 person answered." in browser.get(results).words
    assert "0 people answered." in browser.get(f"{results}?who=verified").words


def test_a_visitor_confirms_once_with_a_link(proposal, questions, monkeypatch):
    monkeypatch.setattr(held_rules, "new_token", lambda: "token")
    rules.hold_response("a@example.org", proposal, {str(questions[0].id): keys(questions[0])[0]})

    assert confirm("token").pending.confirmed_at is not None
    assert queries.recount() == []
