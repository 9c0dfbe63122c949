"""Looking for words in proposals and comments."""

from datetime import timedelta

import pytest

from consult.core import clock, search
from consult.participation import rules
from consult.participation.models import Stance
from consult.participation.queries import found
from consult.proposals import finding
from consult.proposals.models import Status
from consult.proposals.queries import current_version
from tests.factories import a_comment, a_council, a_person, a_proposal


def published(**given):
    proposal = a_proposal(**given)
    search.keep(finding.doc_of(proposal, current_version(proposal)))
    return proposal


def said(proposal, body):
    comment = a_comment(proposal, body=body)
    search.keep(found.doc_of(comment))
    return comment


def test_proposals_open_and_decided_are_found_with_their_words_marked(browser):
    published(title="Cold homes & families")
    published(title="Colder homes", status=Status.DECIDED)
    published(title="Libraries")

    page = browser.get("/search?q=COLD")

    assert [one.text for one in page.select(".hit h3")] == ["Colder homes", "Cold homes & families"]
    assert [one.text for one in page.select(".hit h3 mark")] == ["Colder", "Cold"]


def test_what_waits_for_its_opening_is_not_found(browser):
    opens = clock.now() + timedelta(days=3)
    waiting = published(title="Secret plans", status=Status.SCHEDULED, opens_at=opens)
    assert not waiting.is_public

    page = browser.get("/search?q=secret")

    assert "Nothing holds all of these words." in page.words
    assert not page.select(".hit")


def test_one_councils_words_are_found_apart_from_anothers(browser):
    ours, theirs = a_proposal(), a_proposal()
    said(ours, "Cold homes here")
    said(theirs, "Cold homes there")

    page = browser.get(f"/search?q=cold&council={ours.council.slug}")

    assert "here" in page.words
    assert "there" not in page.words
    assert browser.get("/search?q=cold&council=nowhere").status_code == 404


def test_markup_in_words_is_inert(browser):
    comment = rules.post_comment(
        a_person(), a_proposal(), Stance.OPPOSE, "cold <script>alert(1)</script> & <b>homes</b>"
    )

    page = browser.get("/search", query_string={"q": "<script> alert homes"})

    assert not page.select(".hit script, .hit b")
    assert {one.text for one in page.select(".hit mark")} == {"script", "alert", "homes"}
    assert str(comment.id) in page.text


@pytest.mark.parametrize("count", [3, 50])
def test_it_costs_the_same_however_much_is_found(browser, at_most, count):
    proposal = published(title="Cold homes")
    for n in range(count):
        said(proposal, f"cold home {n}")

    with at_most(12):
        page = browser.get("/search?q=cold")

    assert len(page.select(".hit")) == 1 + min(count, 20)


def test_further_comments_come_page_by_page(browser):
    proposal = published(title="Cold homes")
    for n in range(25):
        said(proposal, f"cold home {n}")

    first = browser.get("/search?q=cold")
    rest = browser.get(next(a["href"] for a in first.select(".more a")))

    assert len(rest.select(".hit")) == 5
    assert browser.get("/search?q=cold&after=zzz").status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Capitals and accents make no difference."),
        ("a", "Type a word of two letters or more."),
        ("?", "Type a word of two letters or more."),
        ("zzyzx", "Nothing holds all of these words."),
    ],
)
def test_where_there_is_nothing_to_show_it_says_why(browser, typed, says):
    page = browser.get("/search", query_string={"q": typed})

    assert page.status_code == 200
    assert says in page.words
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("where", ["/", "/councils/{slug}"])
def test_the_start_pages_offer_the_search(browser, where):
    council = a_council()

    form = browser.get(where.format(slug=council.slug)).one("form.look")

    assert form["action"] == "/search"
