import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Appeal, Outcome, Reason
from consult.participation.models import Comment, Stance, Visibility
from tests.factories import a_comment, a_member, a_proposal
from tests.moderation.appealing import RIGHT, a_hidden, a_judge, an_appeal
from tests.moderation.cases import BODY


def page_of(comment, end=""):
    council = comment.proposal.council.slug
    return f"/councils/{council}/proposals/{comment.proposal.slug}/comments/{comment.id}{end}"


def desk_of(comment, end=""):
    return f"/desk/{comment.proposal.council.slug}/queue/{comment.id}{end}"


def appeals():
    return db.session.query(Appeal).count()


# The desk


def test_the_desk_shows_the_appeal_beside_the_comment(browser, at_most):
    _, judge, comment = an_appeal()
    browser.sign_in(judge)
    address = desk_of(comment)

    with at_most(12):
        page = browser.get(address)

    assert "It is my own number." in page.one("#appeal").text
    assert page.one("form#rule")


def test_who_only_reads_the_queue_reads_no_words_of_the_author(browser):
    _, _, comment = an_appeal()
    browser.sign_in(a_member(comment.proposal.council, Role.ANALYST))

    page = browser.get(desk_of(comment))

    assert "It is my own number." not in page.text
    assert not page.select("form#rule")
    assert browser.post(desk_of(comment, "/appeal"), {"outcome": "upheld"}).status_code == 403


def test_whoever_hid_it_is_told_that_nobody_else_is_there(browser, at_most):
    moderator, comment = a_hidden()
    rules.make_appeal(comment.author, comment)
    browser.sign_in(moderator)
    address = desk_of(comment)

    with at_most(12):
        page = browser.get(address)

    assert "No other moderator here may decide it" in page.words
    assert page.select("#appeal a[href$='/team']")
    assert "Somebody else decides" in page.words
    answer = browser.post(desk_of(comment, "/appeal"), {"outcome": "overturned"})
    assert answer.status_code == 409
    assert db.session.get(Comment, comment.id).visibility is Visibility.HIDDEN


def test_an_appeal_is_decided_right_in_part_by_a_form(browser):
    _, judge, comment = an_appeal()
    browser.sign_in(judge)
    sent = {
        "outcome": "upheld_in_part",
        "stays-0-words": "01632 960417",
        "stays-0-detail": "phone number",
        "answer": "A number does not belong here.",
    }

    answers = [browser.post(desk_of(comment, "/appeal"), sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    shown = db.session.get(Comment, comment.id)
    assert shown.body == "Ring me on [phone number removed] or write to 14 Tallow Lane."
    assert "The decision stands in part" in browser.follow(answers[0]).words


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "outcome"),
        ({"outcome": "withdrawn"}, "outcome"),
        ({"outcome": "burn"}, "outcome"),
        ({"outcome": "upheld"}, "answer"),
        ({"outcome": "upheld_in_part", "answer": "So"}, "stays"),
        (
            {"outcome": "upheld_in_part", "answer": "So", "stays-0-words": "not there",
             "stays-0-detail": "name"},
            "stays",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_a_decision_is_named_and_nothing_changes(browser, sent, field):
    _, judge, comment = an_appeal()
    browser.sign_in(judge)

    page = browser.post(desk_of(comment, "/appeal"), sent)

    assert page.status_code == 422
    assert page.select(f"#{field}-error")
    assert BODY not in page.text
    db.session.expire_all()
    assert db.session.get(Comment, comment.id).visibility is Visibility.HIDDEN
    assert queries.open_appeal(db.session.get(Comment, comment.id))


def test_another_decision_afterwards_is_refused(browser):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, RIGHT)
    browser.sign_in(a_judge(comment))

    page = browser.post(desk_of(comment, "/appeal"), {"outcome": "overturned"})

    assert page.status_code == 409
    assert queries.appeals_on(comment)[0].outcome is Outcome.UPHELD


def test_without_an_appeal_there_is_nothing_to_decide(browser):
    _, comment = a_hidden()
    browser.sign_in(a_judge(comment))

    page = browser.post(desk_of(comment, "/appeal"), {"outcome": "overturned"})

    assert page.status_code == 404


def test_another_councils_moderator_decides_nothing_here(browser):
    _, _, comment = an_appeal()
    stranger = a_judge(a_comment(a_proposal()))
    browser.sign_in(stranger)

    assert browser.post(desk_of(comment, "/appeal"), {"outcome": "upheld"}).status_code in (
        403,
        404,
    )


def test_no_page_about_an_appeal_tells_a_view_while_results_are_hidden(browser, another_browser):
    proposal = a_proposal(hides_results=True)
    comment = a_comment(proposal, stance=Stance.OPPOSE, body=BODY)
    moderator, judge = (a_member(proposal.council, Role.MODERATOR) for _ in range(2))
    rules.hide(moderator, comment, Reason.HATE)
    rules.make_appeal(comment.author, comment)
    desk, author = another_browser().sign_in(judge), browser.sign_in(comment.author)

    pages = [
        author.get(page_of(comment, "/notice")),
        desk.get(desk_of(comment)),
        desk.get(f"/desk/{proposal.council.slug}/queue"),
        desk.post(desk_of(comment, "/appeal"), {}),
    ]

    assert not any(Stance.OPPOSE.label in page.text for page in pages)
