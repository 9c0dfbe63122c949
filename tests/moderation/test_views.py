from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, ModerationAction, OriginalReading, Reason
from consult.participation.models import Comment, Stance, Visibility
from tests.factories import a_comment, a_council, a_member, a_proposal

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


# The queue


def test_the_queue_shows_what_waits_longest_first(browser):
    moderator, comment = a_case()
    a_report(comment)
    browser.sign_in(moderator)

    page = browser.get(f"/desk/{comment.proposal.council.slug}/queue")

    assert page.status_code == 200
    assert "1 report" in page.words
    assert page.one("a.d-q__item")["href"] == desk_of(comment)
    assert "Someone’s private details" in page.words


def test_an_empty_queue_says_so(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.MODERATOR))

    assert "No report waits" in browser.get(f"/desk/{council.slug}/queue").words
    assert "Nobody has written" in browser.get(f"/desk/{council.slug}/queue/newest").words
    assert "No moderator has acted" in browser.get(f"/desk/{council.slug}/queue/decided").words


@pytest.mark.parametrize("tab", ["queue", "queue/newest", "queue/decided"])
def test_a_long_queue_is_paged_in_a_constant_number_of_statements(browser, at_most, tab):
    proposal = a_proposal()
    moderator = a_member(proposal.council, Role.MODERATOR)
    for n in range(25):
        comment = a_comment(proposal)
        a_report(comment, n)
        if tab == "queue/decided":
            rules.keep(moderator, comment)
    browser.sign_in(moderator)
    address = f"/desk/{proposal.council.slug}/{tab}"

    with at_most(12):
        page = browser.get(address)
    more = browser.get(page.one(".more a")["href"])

    assert len(page.select(".d-q__item, tbody tr")) == 20
    assert len(more.select(".d-q__item, tbody tr")) == 5


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.ANALYST, 200), (Role.OWNER, 200), (Role.OFFICER, 403), (Role.DECISION_MAKER, 403)],
)
def test_who_may_read_the_queue(browser, role, status):
    _, comment = a_case()
    browser.sign_in(a_member(comment.proposal.council, role))

    assert browser.get(desk_of(comment)).status_code == status
    assert browser.post(desk_of(comment), {"act": "keep"}).status_code == 403
    assert browser.post(f"{desk_of(comment)}/original").status_code == 403


def test_another_councils_moderator_finds_nothing(browser):
    _, comment = a_case()
    stranger = a_council()
    browser.sign_in(a_member(stranger, Role.MODERATOR))

    assert browser.get(desk_of(comment)).status_code == 404
    page = browser.post(f"/desk/{stranger.slug}/queue/{comment.id}", {"act": "keep"})
    assert page.status_code == 404


def test_moderators_see_no_stance_while_the_round_hides_results(browser):
    comment = a_comment(a_proposal(hides_results=True), stance=Stance.OPPOSE)
    browser.sign_in(a_member(comment.proposal.council, Role.MODERATOR))
    address = f"/desk/{comment.proposal.council.slug}/queue"

    pages = [browser.get(path).text for path in (f"{address}/newest", f"{address}/{comment.id}")]

    assert not any("Oppose" in text for text in pages)


# Deciding


def test_a_moderator_removes_details_without_script(browser, at_most):
    moderator, comment = a_case()
    a_report(comment)
    browser.sign_in(moderator)

    address = desk_of(comment)

    with at_most(12):
        page = browser.get(address)
    assert page.one("form[action$='" + str(comment.id) + "']")
    sent = {
        "act": "redact",
        "spans-0-words": "01632 960417",
        "spans-0-detail": "phone number",
        "spans-1-words": "",
        "spans-1-detail": "phone number",
        "reason": "personal_data",
        "explanation": "Please use our helpline.",
    }
    answer = browser.post(desk_of(comment), sent)

    assert answer.status_code == 303
    shown = db.session.get(Comment, comment.id)
    assert shown.body == "Ring me on [phone number removed], please."
    assert "[phone number removed]" in browser.follow(answer).words
    assert "01632" not in browser.get(desk_of(comment)).text

    assert browser.post(desk_of(comment), sent).status_code == 303
    assert db.session.query(ModerationAction).count() == 1


def test_a_mistake_keeps_what_was_typed(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    page = browser.post(
        desk_of(comment),
        {
            "act": "redact",
            "spans-0-words": "07700 900123",
            "spans-0-detail": "name",
            "reason": "personal_data",
            "explanation": "Sorry.",
        },
    )

    assert page.status_code == 422
    assert "are not in the comment" in page.one(".govuk-error-summary").text
    assert page.one("#spans-0-words")["value"] == "07700 900123"
    assert page.one("#spans-0-detail option[selected]")["value"] == "name"
    assert page.one("#reason option[selected]")["value"] == "personal_data"
    assert page.one("#explanation").text == "Sorry."
    assert page.one("input[name=act][checked]")["value"] == "redact"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"act": "burn"},
        {"act": "hide"},
        {"act": "hide", "reason": "criticism"},
        {"act": "redact"},
    ],
)
def test_a_decision_that_makes_no_sense_changes_nothing(browser, sent):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    assert browser.post(desk_of(comment), sent).status_code == 422
    assert db.session.get(Comment, comment.id).visibility is Visibility.SHOWN
    assert db.session.query(ModerationAction).count() == 0


def test_hiding_twice_answers_the_same(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    answers = [browser.post(desk_of(comment), {"act": "hide", "reason": "hate"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert db.session.query(ModerationAction).filter_by(act=Act.HIDE).count() == 1


def test_each_look_at_an_original_is_recorded_and_a_page_alone_shows_none(browser):
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)
    browser.sign_in(moderator)

    assert "01632" not in browser.get(desk_of(comment)).text
    assert db.session.query(OriginalReading).count() == 0

    page = browser.post(f"{desk_of(comment)}/original")

    assert page.status_code == 200
    assert BODY in page.words
    assert page.headers["Cache-Control"] == "no-store"
    assert db.session.query(OriginalReading).one().reader_id == moderator.id


def test_a_moderator_sees_why_they_may_not_decide(browser):
    _, comment = a_case()
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    mine = a_comment(comment.proposal, author=moderator)
    browser.sign_in(moderator)

    page = browser.get(desk_of(mine))

    assert "You wrote this comment" in page.words
    assert page.select("input[name=act]") == []
    assert browser.post(desk_of(mine), {"act": "keep"}).status_code == 409
