"""The room of comments: what addresses may ask, what is marked, what arrives later."""

import pytest

from consult.core import search
from consult.councils.models import Role
from consult.participation import rules
from consult.participation.models import Stance
from consult.participation.queries import found
from tests.factories import a_comment, a_member, a_person, a_proposal


def room(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"


def said(proposal, body, **given):
    comment = a_comment(proposal, body=body, **given)
    search.keep(found.doc_of(comment))
    return comment


@pytest.mark.parametrize(
    "asked",
    [
        "sort=best", "stance=maybe", "unlike=question", "answered=1", "mine=true", "after=zzz",
        "part=../../etc", "part=%00", "sort=helpful&after=WzFd", "q=cold&after=WyJ4Il0",
    ],
)  # fmt: skip
def test_what_was_never_offered_is_not_found(browser, asked):
    proposal = a_proposal()

    assert browser.get(f"{room(proposal)}?{asked}").status_code == 404
    assert browser.get(f"{room(proposal)}/new?since=zzz").status_code == 404


def test_words_are_marked_where_they_stand_and_markup_stays_inert(browser):
    proposal = a_proposal()
    said(proposal, "A **Café** & a [cafe](https://cafe.example/cafe) <b>café</b>")
    said(proposal, "Nothing to see")

    page = browser.get(f"{room(proposal)}?q=CAFE")

    assert len(page.select("article.comment")) == 1
    assert [one.text for one in page.select(".comment__text mark")] == ["Café", "cafe", "café"]
    assert page.one(".comment__text a")["href"] == "https://cafe.example/cafe"
    assert not page.select(".comment__text b")
    assert page.one("#read-q")["value"] == "CAFE"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("xylophone", "No comment matches."),
        ("a", "Type a word of two letters or more."),
        ("<script>alert(1)</script>", "No comment matches."),
    ],
)
def test_a_search_without_result_says_so(browser, words, says):
    proposal = a_proposal()
    said(proposal, "Cold homes")

    page = browser.get(room(proposal), query_string={"q": words})

    assert page.status_code == 200
    assert says in page.words
    assert "Show all comments" in page.words


def test_filters_are_carried_to_the_next_page_and_the_other_orders(browser):
    proposal = a_proposal()
    for n in range(23):
        said(proposal, f"cold home {n}", stance=Stance.OPPOSE)

    page = browser.get(f"{room(proposal)}?stance=oppose&q=cold&sort=oldest")
    following = next(a["href"] for a in page.select(".more a") if "after=" in a["href"])
    rest = browser.get(following)

    assert "stance=oppose" in following
    assert "q=cold" in following
    assert len(rest.select("article.comment")) == 3
    assert all("stance=oppose" in link["href"] for link in page.select(".filters a"))


def test_somebody_who_voted_reads_views_unlike_theirs(browser):
    proposal, reader = a_proposal(), a_person()
    a_comment(proposal, body="I am for it", stance=Stance.SUPPORT)
    a_comment(proposal, body="I am against it", stance=Stance.OPPOSE)
    rules.cast_vote(reader, proposal, Stance.SUPPORT)
    browser.sign_in(reader)

    page = browser.get(f"{room(proposal)}?sort=unlike")
    chosen = browser.get(f"{room(proposal)}?sort=unlike&unlike=oppose")

    assert "I am against it" in page.words
    assert "I am for it" not in page.words
    assert "I am for it" in chosen.words
    assert "I am against it" not in chosen.words


def test_a_visitor_says_which_view_to_leave_out(browser):
    proposal = a_proposal()
    a_comment(proposal, stance=Stance.SUPPORT)

    page = browser.get(f"{room(proposal)}?sort=unlike")

    assert "Choose your own view" in page.words
    assert page.one("#read-unlike")


def test_mine_shows_my_replies_too(browser):
    proposal, me = a_proposal(), a_person()
    other = a_comment(proposal, body="Somebody else")
    a_comment(proposal, me, body="My reply", parent=other)
    browser.sign_in(me)

    page = browser.get(f"{room(proposal)}?mine=yes")

    assert len(page.select("article.comment")) == 1
    assert "My reply" in page.words


def test_new_comments_arrive_as_a_link_with_a_validator(browser, at_most):
    proposal = a_proposal()
    a_comment(proposal)
    page = browser.get(room(proposal))
    where = page.one(".news")["hx-get"]
    quiet = browser.get(where)
    assert quiet.text.strip() == ""

    a_comment(proposal)
    a_comment(proposal)
    with at_most(3):
        news = browser.get(where)

    assert "2 new comments" in news.words
    there = news.one("a")["href"]
    assert there == room(proposal), "With an anchor, browsers would stay on the old page"
    again = browser.get(where, headers={"If-None-Match": news.headers["ETag"]})
    assert again.status_code == 304
    assert "Set-Cookie" not in news.headers


@pytest.mark.parametrize("tail", ["", "?sort=helpful", "?sort=unlike", "?q=cold", "?mine=yes"])
def test_a_room_with_everything_in_it_costs_twelve_statements(browser, at_most, tail):
    proposal = a_proposal()
    moderator = a_member(proposal.council, Role.MODERATOR)
    rules.cast_vote(moderator, proposal, Stance.SUPPORT)
    pinned = said(proposal, "cold homes", part_id="plain_summary", stance=Stance.OPPOSE)
    a_comment(proposal, moderator, parent=pinned)
    rules.hide(said(proposal, "cold and hidden"), "personal_data")
    rules.mark_helpful(moderator, pinned)
    rules.pin(moderator, pinned)
    browser.sign_in(moderator)
    here = room(proposal)

    with at_most(12):
        page = browser.get(here + tail)

    assert page.status_code == 200
    assert page.select("article.comment")
    with at_most(12):
        browser.get(here.rpartition("/")[0])


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(
    "asked", ["stance=oppose", "sort=unlike&unlike=support", "q=pumps&stance=support"]
)
def test_while_results_are_hidden_no_address_divides_comments_by_view(browser, role, asked):
    proposal = a_proposal(hides_results=True)
    said(proposal, "Words on pumps, one", stance=Stance.OPPOSE)
    said(proposal, "Words on pumps, two", stance=Stance.SUPPORT)
    if role:
        browser.sign_in(a_member(proposal.council, role))

    page = browser.get(f"{room(proposal)}?{asked}")

    assert page.status_code == 200
    assert len(page.select("article.comment")) == 2
    assert not page.select("#read-stance, #read-unlike, .stance-tag")
    assert "Views unlike yours" not in page.words
