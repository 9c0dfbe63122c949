from datetime import timedelta

import pytest

from consult.core import clock as now
from consult.core.db import db
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Comment, Stance
from consult.proposals.models import Status
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal

pytestmark = pytest.mark.either


def asked(proposal, body="Who reads it?"):
    return rules.post_comment(a_person(), proposal, Stance.QUESTION, body)


def here(proposal, end=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}{end}"


def desk(council, end=""):
    return f"/desk/{council.slug}/questions{end}"


def test_a_question_in_the_thread_says_the_day_then_that_it_is_late_then_the_answer(browser, clock):
    proposal = a_proposal(closes_at=now.now() + timedelta(days=90))
    question = asked(proposal)

    promised = browser.get(here(proposal, "/comments")).one(".promise")
    clock.at(now.from_local(_midday(question.answer_due_on + timedelta(days=3))))
    late = browser.get(here(proposal, "/comments")).one(".promise")
    answer = rules.answer_question(a_member(proposal.council), question, "Two nurses do.")
    page = browser.get(here(proposal, "/comments"))

    assert promised.text.startswith("Answer promised by ")
    assert late.text.startswith("The answer is overdue by 3 days")
    link = page.one(".promise a")
    assert link.text.startswith("Answered on ")
    assert link["href"] == here(proposal, f"/comments/{question.id}#comment-{answer.id}")
    assert browser.get(here(proposal, f"/comments/{question.id}")).one(f"#comment-{answer.id}")


def _midday(day):
    from datetime import datetime, time

    return datetime.combine(day, time(12))


def test_the_room_lists_questions_with_their_answers_also_after_closing(browser, at_most):
    proposal = a_proposal()
    for n in range(22):
        asked(proposal, f"Question number {n}?")
    answered = asked(proposal, "Who reads it?")
    rules.answer_question(a_member(proposal.council), answered, "Two nurses do.")
    proposal.status, proposal.closes_at = Status.CLOSED, now.now() - timedelta(minutes=1)

    with at_most(12):
        page = browser.get(here(proposal, "/questions"))

    assert "Two nurses do." in page.text
    assert "22" in page.one(".filters").text
    assert len(page.select("article.comment")) == 20
    assert "Set-Cookie" not in page.headers
    following = browser.get(page.one(".more a")["href"])
    assert len(following.select("article.comment")) == 3
    only = browser.get(here(proposal, "/questions?show=answered"))
    assert len(only.select("article.comment")) == 1


def test_a_view_is_no_question(browser):
    proposal = a_proposal()
    a_comment(proposal, body="A view of mine.")

    page = browser.get(here(proposal, "/questions"))

    assert "A view of mine." not in page.text
    assert "Nobody has asked a question yet." in page.text


def test_a_part_is_named_and_its_own_place_linked(browser):
    proposal = a_proposal(content={"title": "Cold homes", "plain_summary": "A short summary."})
    rules.post_comment(a_person(), proposal, Stance.QUESTION, "How short?", part_id="plain_summary")

    link = browser.get(here(proposal, "/questions")).select(".comment__about a")[0]

    assert link["href"].startswith(here(proposal, "/parts/plain_summary"))


def test_everybody_sees_that_answers_are_overdue(browser, clock):
    proposal = a_proposal(closes_at=now.now() + timedelta(days=90))
    asked(proposal)
    quiet = browser.get(here(proposal))
    clock.forward(days=30)

    for room in ("", "/comments"):
        assert "1 answer is overdue" in browser.get(here(proposal, room)).one(".asked").text
    assert "overdue" not in quiet.text


def test_the_desk_lists_what_waits_and_an_officer_answers_it(browser, another_browser, at_most):
    proposal = a_proposal()
    question = asked(proposal)
    officer = browser.sign_in(a_member(proposal.council, Role.OFFICER))
    home = officer.get(f"/desk/{proposal.council.slug}")

    with at_most(12):
        waiting = officer.get(desk(proposal.council))
    page = officer.get(waiting.one(".d-q__item")["href"])
    done = officer.post(page.one("#answer form")["action"], {"body": "Two nurses do."})
    again = officer.post(page.one("#answer form")["action"], {"body": "Two nurses do."})

    assert "Answer 1 question" in home.text
    assert (done.status_code, done.location) == (303, desk(proposal.council))
    assert (again.status_code, again.location) == (303, desk(proposal.council))
    assert "Every question has its answer" in officer.follow(done).text
    assert "Two nurses do." in another_browser().get(here(proposal, "/questions")).text
    assert db.session.query(Comment).filter_by(answers_id=question.id).count() == 1


def test_an_answer_without_words_keeps_the_page_and_says_so(browser):
    proposal = a_proposal()
    question = asked(proposal)
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    empty = browser.post(desk(proposal.council, f"/{question.id}"), {"body": "  "})
    long = browser.post(desk(proposal.council, f"/{question.id}"), {"body": "x" * 3001})

    assert (empty.status_code, long.status_code) == (422, 422)
    assert "Write the answer." in empty.text
    assert "3,000 characters" in long.one(".govuk-error-message").text
    assert "x" * 3001 in long.one("textarea").text
    assert queries.question_counts(proposal).answered == 0


def test_words_typed_for_a_withdrawn_proposal_are_kept(browser):
    proposal = a_proposal()
    question = asked(proposal)
    proposal.status = Status.WITHDRAWN
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    page = browser.post(desk(proposal.council, f"/{question.id}"), {"body": "Two nurses do."})

    assert page.status_code == 409
    assert "Two nurses do." in page.one("textarea").text


def test_an_analyst_reads_what_waits_and_is_sent_to_the_public_page(browser):
    proposal = a_proposal()
    question = asked(proposal)
    browser.sign_in(a_member(proposal.council, Role.ANALYST))

    page = browser.get(desk(proposal.council))

    assert page.one(".d-q__item")["href"] == here(proposal, f"/comments/{question.id}")
    assert browser.get(desk(proposal.council, f"/{question.id}")).status_code == 403


def test_another_councils_question_and_a_view_are_not_there_to_answer(browser):
    ours, theirs = a_proposal(), a_proposal()
    browser.sign_in(a_member(ours.council, *Role))

    for comment in (asked(theirs), a_comment(ours)):
        assert browser.get(desk(ours.council, f"/{comment.id}")).status_code == 404


def test_an_owner_changes_how_soon_questions_are_answered(browser):
    council = a_council()
    proposal = a_proposal(council=council)
    browser.sign_in(a_member(council, Role.OWNER))

    wrong = [browser.post(f"/desk/{council.slug}/answers", {"days": n}) for n in ("0", "61", "x")]
    done = browser.post(f"/desk/{council.slug}/answers", {"days": "5"})

    assert [page.status_code for page in wrong] == [422] * 3
    assert 'value="x"' in wrong[2].text
    assert done.status_code == 303
    assert "within 5 working days" in browser.get(here(proposal, "/questions")).text
