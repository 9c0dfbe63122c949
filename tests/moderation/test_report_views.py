from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Reason, Report
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_member, a_person, a_proposal

BODY = "Ring me on 01632 960417, please."


def page_of(comment):
    proposal = comment.proposal
    council = proposal.council.slug
    return f"/councils/{council}/proposals/{proposal.slug}/comments/{comment.id}"


def desk_of(comment):
    return f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"


def a_case(**given):
    comment = a_comment(a_proposal(), body=BODY, **given)
    return a_member(comment.proposal.council, Role.MODERATOR), comment


def a_report(comment, n=0):
    with core_clock.at(core_clock.now() - timedelta(minutes=60 - n)):
        return rules.report(
            None, comment, Reason.PERSONAL_DATA, "There is a number in it.", f"{n:064d}"
        )


# Reporting


def test_a_stranger_can_report_a_comment_and_gets_no_cookie(browser):
    _, comment = a_case()
    address = f"{page_of(comment)}/report"

    page = browser.get(address)

    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert page.one("form")["action"] == address
    assert "It shows somebody’s private details" in page.words

    answer = browser.post(address, {"reason": "personal_data", "words": "A phone number"})

    assert answer.status_code == 303
    assert "Thank you" in browser.follow(answer).words
    (report,) = db.session.query(Report).all()
    assert (report.reason, report.words, report.reporter_id) == (
        Reason.PERSONAL_DATA,
        "A phone number",
        None,
    )
    assert "127.0.0.1" not in report.reporter_key


def test_the_same_report_twice_is_one_report(browser):
    _, comment = a_case()

    for _ in range(2):
        answer = browser.post(f"{page_of(comment)}/report", {"reason": "hate", "words": ""})
        assert answer.status_code == 303

    assert db.session.query(Report).count() == 1


def test_the_next_day_the_same_network_may_report_again(browser, clock):
    _, comment = a_case()
    browser.post(f"{page_of(comment)}/report", {"reason": "hate", "words": ""})
    clock.forward(days=1)

    browser.post(f"{page_of(comment)}/report", {"reason": "hate", "words": ""})

    assert db.session.query(Report).count() == 2


def test_somebody_signed_in_reports_once_from_wherever_they_are(browser, clock):
    _, comment = a_case()
    browser.sign_in(a_person())
    browser.post(f"{page_of(comment)}/report", {"reason": "hate", "words": ""})
    clock.forward(days=1)

    browser.post(f"{page_of(comment)}/report", {"reason": "hate", "words": ""})

    assert db.session.query(Report).count() == 1


def test_a_report_without_a_reason_keeps_the_words(browser):
    _, comment = a_case()

    page = browser.post(f"{page_of(comment)}/report", {"words": "Look at the second line"})

    assert page.status_code == 422
    assert "Choose what is wrong" in page.words
    assert "Look at the second line" in page.one("textarea").text
    assert db.session.query(Report).count() == 0


@pytest.mark.parametrize(
    "sent",
    [
        {"reason": "criticism"},
        {"reason": "author_request"},
        {"reason": ["hate", "off_topic"]},
        {"reason": "hate", "words": "x" * 501},
        {"reason": "hate", "words": "nul \x00"},
        {"reason": "hate", "comment_id": "another"},
    ],
)
def test_bad_reports_are_refused_and_leave_nothing(browser, sent):
    _, comment = a_case()

    page = browser.post(f"{page_of(comment)}/report", sent)

    assert page.status_code == 422
    assert db.session.query(Report).count() == 0


def test_htmx_gets_the_thanks_as_one_panel(browser):
    _, comment = a_case()

    page = browser.post(f"{page_of(comment)}/report", {"reason": "hate"}, headers=HTMX)

    assert page.status_code == 200
    assert page.text.lstrip().startswith("<section")
    assert "Thank you" in page.words


def test_a_report_about_a_hidden_comment_is_answered_politely(browser):
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)

    assert "already hidden" in browser.get(f"{page_of(comment)}/report").words
    assert browser.post(f"{page_of(comment)}/report", {"reason": "hate"}).status_code == 409


def test_a_comment_of_another_proposal_is_not_found(browser):
    _, comment = a_case()
    other = a_proposal()

    page = browser.get(
        f"/councils/{other.council.slug}/proposals/{other.slug}/comments/{comment.id}/report"
    )

    assert page.status_code == 404


def test_a_comment_on_a_draft_is_not_found(browser):
    comment = a_comment(a_proposal(Status.DRAFT))

    assert browser.get(f"{page_of(comment)}/report").status_code == 404


def test_reports_are_limited(browser, limits):
    _, comment = a_case()

    codes = [
        browser.post(f"{page_of(comment)}/report", {"reason": "hate"}).status_code
        for _ in range(21)
    ]

    assert codes[-2:] == [303, 429]
