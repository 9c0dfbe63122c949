import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Comment, Stance, Visibility, Vote
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_member, a_person, a_proposal

INERT = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<svg/onload=alert(1)>",
    '<a href="https://e.example" onclick="alert(1)">x</a>',
    "![x](https://e.example/track.png)",
]


def address(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"


def test_a_vote_without_script_leads_back_to_the_proposal(browser):
    proposal = a_proposal()
    browser.sign_in(a_person())

    page = browser.post(f"{address(proposal)}/vote", {"stance": "support", "reason": ""})

    assert page.status_code == 303
    assert page.location.endswith("#your-view")
    assert queries.vote_count(proposal) == 1


def test_a_vote_with_htmx_returns_its_panel(browser):
    proposal = a_proposal()
    browser.sign_in(a_person())

    page = browser.post(f"{address(proposal)}/vote", {"stance": "support"}, headers=HTMX)

    assert page.status_code == 200
    assert page.one("#vote")
    assert not page.select("html > head > title")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"stance": "question"},
        {"stance": "maybe"},
        {"stance": ["support", "oppose"]},
        {"stance": "support", "level": "verified"},
        {"stance": "support", "reason": "a\x00b"},
        {"stance": "support", "reason": "x" * 1001},
    ],
)
def test_a_forged_vote_is_refused_and_nothing_is_stored(browser, given):
    proposal = a_proposal()
    browser.sign_in(a_person())

    assert browser.post(f"{address(proposal)}/vote", given).status_code == 422
    assert db.session.query(Vote).count() == 0


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING])
def test_nothing_is_taken_when_it_is_not_open(browser, status):
    proposal = a_proposal(status=status)
    browser.sign_in(a_person())

    assert browser.post(f"{address(proposal)}/vote", {"stance": "support"}).status_code == 409
    said = {"stance": "support", "body": "Late."}
    assert browser.post(f"{address(proposal)}/comments", said).status_code == 409


def test_the_same_comment_twice_is_one_with_the_same_answer(browser):
    proposal = a_proposal()
    browser.sign_in(a_person())
    given = {"stance": "oppose", "body": "Please share less."}

    first = browser.post(f"{address(proposal)}/comments", given)
    again = browser.post(f"{address(proposal)}/comments", given)

    assert first.status_code == 303
    assert first.location == again.location
    assert db.session.query(Comment).count() == 1


def test_typed_words_are_kept_when_something_is_missing(browser):
    browser.sign_in(a_person())

    page = browser.post(f"{address(a_proposal())}/comments", {"body": "My long thoughts."})

    assert page.status_code == 422
    assert "My long thoughts." in page.one("#comment-body").text


def test_a_resident_cannot_speak_for_the_council(browser):
    parent = a_comment(a_proposal())
    browser.sign_in(a_person())
    where = f"{address(parent.proposal)}/comments/{parent.id}/replies"
    given = {"stance": "support", "body": "We decided.", "official": "y"}

    assert browser.post(where, given).status_code == 403
    assert db.session.query(Comment).count() == 1


def test_another_proposals_comment_is_not_found(browser):
    other, proposal, author = a_comment(a_proposal()), a_proposal(), a_person()
    browser.sign_in(author)
    given = {"stance": "support", "body": "Here?"}

    for tail in (f"{other.id}/replies", f"{other.id}/edit", "not-an-id/replies"):
        assert browser.post(f"{address(proposal)}/comments/{tail}", given).status_code == 404


def test_others_words_have_no_page_to_edit_or_delete(browser):
    comment = a_comment(a_proposal())
    browser.sign_in(a_person())
    where = f"{address(comment.proposal)}/comments/{comment.id}"

    assert browser.get(f"{where}/edit").status_code == 404
    assert browser.post(f"{where}/edit", {"body": "Mine"}).status_code == 404
    assert browser.post(f"{where}/delete").status_code == 404
    assert comment.body == "Please share less."


@pytest.mark.parametrize("staff", [None, Role.OFFICER, Role.DECISION_MAKER])
def test_hidden_results_show_no_stance_anywhere_before_the_close(browser, clock, staff):
    proposal = a_proposal(hides_results=True)
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)
    comment = a_comment(proposal, stance=Stance.OPPOSE)
    if staff:
        browser.sign_in(a_member(proposal.council, staff))
    for tail in ("/results", "/comments", f"/comments/{comment.id}"):
        page = browser.get(address(proposal) + tail)
        assert page.status_code == 200
        assert not page.select(".stance, .tag--oppose, svg.stance-bar, table.data"), tail
        assert not any("Oppose" in one.text for one in page.select(".comment, #results")), tail
    clock.at(proposal.closes_at)

    assert "Oppose" in browser.get(f"{address(proposal)}/results").words


def test_hidden_and_deleted_comments_leave_a_stub(browser):
    proposal, author = a_proposal(), a_person()
    hidden = a_comment(proposal, body="Secret one")
    deleted = a_comment(proposal, author, body="Secret two")
    a_comment(proposal, parent=deleted)
    rules.hide(hidden, "personal_data")
    rules.delete_comment(author, deleted)

    page = browser.get(f"{address(proposal)}/comments")

    assert hidden.visibility is Visibility.HIDDEN
    assert "Hidden by a moderator" in page.words
    assert "Removed by its author" in page.words
    assert "Secret" not in page.text


@pytest.mark.parametrize("threads", [3, 60])
def test_a_page_of_comments_costs_the_same_however_many_there_are(browser, at_most, threads):
    proposal = a_proposal()
    for _ in range(threads):
        a_comment(proposal, parent=a_comment(proposal))

    with at_most(12):
        page = browser.get(f"{address(proposal)}/comments")
    assert len(page.select("article.comment")) == min(threads, 20)


def test_a_forged_cursor_is_not_found(browser):
    assert browser.get(f"{address(a_proposal())}/comments?after=zzz").status_code == 404


def test_a_stranger_who_reads_gets_no_cookie(browser):
    page = browser.get(f"{address(a_proposal())}/comments")

    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("body", INERT)
def test_markup_in_a_comment_is_inert(browser, body):
    comment = rules.post_comment(a_person(), a_proposal(), Stance.SUPPORT, body)

    page = browser.get(f"{address(comment.proposal)}/comments/{comment.id}")

    assert page.status_code == 200
    assert not page.select(".comment__text script, .comment__text img, .comment__text svg")
    for link in page.select(".comment__text a"):
        assert link["href"].startswith("https://")
        assert not any(name.startswith("on") for name in link.attributes)


def test_one_person_cannot_flood_a_round_in_whichever_form(browser, another_browser, limits):
    proposal, said = a_proposal(), a_comment(a_proposal())
    here, there = address(proposal), f"{address(said.proposal)}/comments/{said.id}/replies"
    browser.sign_in(a_person())
    for number in range(15):
        for room in (f"{here}/comments", there):
            given = {"stance": "oppose", "body": f"Words number {number}"}
            assert browser.post(room, given).status_code == 303

    page = browser.post(f"{here}/comments", {"stance": "oppose", "body": "Once more"})

    assert page.status_code == 429
    assert "Once more" in page.text
    other = another_browser().sign_in(a_person())
    assert other.post(there, {"stance": "oppose", "body": "Mine"}).status_code == 303
