from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Appeal, Outcome, Reason
from consult.moderation.redress import appeal_until
from consult.moderation.rules import Ruling
from tests.browser import HTMX
from tests.factories import a_comment, a_member, a_person, a_proposal
from tests.moderation.appealing import RIGHT, WRONG, a_hidden, an_appeal
from tests.moderation.cases import BODY, PHONE


def page_of(comment, end=""):
    council = comment.proposal.council.slug
    return f"/councils/{council}/proposals/{comment.proposal.slug}/comments/{comment.id}{end}"


def desk_of(comment, end=""):
    return f"/desk/{comment.proposal.council.slug}/queue/{comment.id}{end}"


def appeals():
    return db.session.query(Appeal).count()


# The author's page


def test_the_author_reads_the_whole_statement_of_reasons(browser, at_most):
    _, comment = a_hidden()
    browser.sign_in(comment.author)
    address = page_of(comment, "/notice")

    with at_most(12):
        page = browser.get(address)

    assert page.status_code == 200
    assert page.one("h1").text == "About your comment"
    for words in (
        BODY,
        Reason.PERSONAL_DATA.label,
        "Protect your own privacy",
        "A moderator’s own check",
        "No machine found it",
        "Others see only that a comment stood here",
        comment.proposal.council.contact_email,
        "Local Government and Social Care Ombudsman",
        "Information Commissioner",
    ):
        assert words in page.words, words
    assert page.headers["Cache-Control"] == "no-store"


def test_in_wales_another_ombudsman_is_named(browser):
    _, comment = a_hidden()
    comment.proposal.council.nation = "Wales"
    browser.sign_in(comment.author)

    page = browser.get(page_of(comment, "/notice"))

    assert "Public Services Ombudsman for Wales" in page.words


def test_a_stranger_is_asked_to_sign_in_and_comes_back(browser):
    _, comment = a_hidden()

    answer = browser.get(page_of(comment, "/notice"))

    assert answer.status_code == 303
    assert "next=" in answer.headers["Location"]


@pytest.mark.parametrize("role", [None, Role.MODERATOR, Role.OWNER])
def test_nobody_else_finds_the_page_or_appeals(browser, role):
    _, comment = a_hidden()
    council = comment.proposal.council
    browser.sign_in(a_member(council, role) if role else a_person())

    answers = [
        browser.get(page_of(comment, "/notice")),
        browser.post(page_of(comment, "/appeal")),
        browser.post(page_of(comment, "/appeal/withdraw")),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not any(BODY in answer.text for answer in answers)
    assert appeals() == 0


def test_under_another_proposal_or_council_there_is_no_such_comment(browser):
    _, comment = a_hidden()
    browser.sign_in(comment.author)
    elsewhere = a_proposal()
    here = f"/councils/{elsewhere.council.slug}/proposals/{elsewhere.slug}/comments/{comment.id}"

    assert browser.get(f"{here}/notice").status_code == 404
    assert browser.post(f"{here}/appeal").status_code == 404


def test_a_comment_that_nobody_touched_has_no_such_page(browser):
    comment = a_comment(a_proposal())
    browser.sign_in(comment.author)

    assert browser.get(page_of(comment, "/notice")).status_code == 404


def test_what_one_said_leads_to_the_page(browser):
    _, comment = a_hidden()
    browser.sign_in(comment.author)

    page = browser.get("/account/contributions")

    assert page.select(f"a[href='{page_of(comment, '/notice')}']")


# Appealing


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_press_appeals_and_shows_the_clock(browser, headers):
    _, comment = a_hidden()
    browser.sign_in(comment.author)

    answers = [browser.post(page_of(comment, "/appeal"), {}, headers=headers) for _ in range(2)]

    assert [answer.status_code for answer in answers] == ([200] * 2 if headers else [303] * 2)
    assert appeals() == 1
    page = browser.get(page_of(comment, "/notice"))
    assert "at the latest" in page.one(".appeal__clock").text
    assert not page.select("form[action$='/appeal']")


def test_too_many_words_are_kept_and_refused(browser):
    _, comment = a_hidden()
    browser.sign_in(comment.author)

    page = browser.post(page_of(comment, "/appeal"), {"words": "x" * 1001})

    assert page.status_code == 422
    assert "1,000 characters or fewer" in page.one("#appeal-words-error").text
    assert page.one("#appeal-words").text.strip() == "x" * 1001
    assert appeals() == 0


def test_an_overdue_appeal_says_so_to_the_author_and_at_the_desk(browser, another_browser, clock):
    _, judge, comment = an_appeal()
    clock.forward(days=30)

    author = browser.sign_in(comment.author).get(page_of(comment, "/notice"))
    desk = another_browser().sign_in(judge)

    assert "overdue" in author.one(".appeal__clock").text
    assert "Overdue" in desk.get(f"/desk/{comment.proposal.council.slug}/queue").words
    assert "Overdue" in desk.get(desk_of(comment)).one("#appeal").text


def test_too_late_is_refused_and_no_button_offers_it(browser, clock):
    _, comment = a_hidden()
    clock.at(appeal_until(core_clock.now()) + timedelta(minutes=1))
    browser.sign_in(comment.author)

    page = browser.get(page_of(comment, "/notice"))

    assert "six months" in page.words
    assert not page.select("form[action$='/appeal']")
    assert browser.post(page_of(comment, "/appeal"), {}).status_code == 409
    assert appeals() == 0


def test_an_appeal_can_be_taken_back_by_a_button(browser):
    _, _, comment = an_appeal()
    browser.sign_in(comment.author)

    answers = [browser.post(page_of(comment, "/appeal/withdraw"), {}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert "You took your appeal back" in browser.follow(answers[0]).words


def test_a_moderator_who_stepped_in_is_too_late_to_be_taken_back_from(browser):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, RIGHT)
    browser.sign_in(comment.author)

    assert browser.post(page_of(comment, "/appeal/withdraw"), {}).status_code == 409


def test_the_author_reads_what_came_of_it(browser):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, WRONG)
    browser.sign_in(comment.author)

    page = browser.get(page_of(comment, "/notice"))

    assert "Your comment is shown again" in page.words
    assert "The decision was wrong" in page.words
    assert not page.select("form[action*='/appeal']")


def test_what_was_decided_on_appeal_offers_no_further_appeal(browser):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, Ruling(Outcome.UPHELD_IN_PART, "The number.", (PHONE,)))
    browser.sign_in(comment.author)

    page = browser.get(page_of(comment, "/notice"))

    assert "The decision stands in part" in page.words
    assert "The number." in page.words
    assert not page.select("form[action*='/appeal']")


def test_everybody_reads_that_it_is_shown_again_after_an_appeal(browser):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, WRONG)
    council = comment.proposal.council.slug

    assert "Shown again after an appeal" in browser.get(page_of(comment)).words
    assert "Appeal: The decision was wrong" in browser.get(f"/councils/{council}/moderation").words
    changes = browser.get(f"/councils/{council}/proposals/{comment.proposal.slug}/timeline")
    assert "The decision was found to be wrong." in changes.words
