import pytest

from consult.core.db import db
from consult.participation import queries, rules
from consult.participation.models import Comment, Pending, Stance
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_comment, a_person, a_proposal
from tests.participation.test_rules_parts import a_text, publish, said

WORDS = "Words that took me an hour"


def address(proposal, tail=""):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}{tail}"


def given(**more):
    return {"stance": "oppose", "body": WORDS, "read": "1", **more}


def test_every_part_shown_leads_to_its_own_place(browser):
    proposal = a_text(data_items=[{"label": "Name"}], before_after=[{"aspect": "Who"}])
    said(proposal, "today")

    page = browser.get(address(proposal))

    links = {link["href"]: link.text for link in page.select("a.talk")}
    for list_ in ("data_items", "before_after", "purposes"):
        row = proposal.draft[list_][0]["id"]
        assert links[address(proposal, f"/parts/{list_}/{row}")].startswith("Comment on this")
    for paragraph in proposal.draft["body_parts"]:
        assert address(proposal, f"/parts/body/{paragraph['id']}") in links
    for href in links:
        assert browser.get(href).status_code == 200


def test_the_link_beside_a_part_counts_its_comments(browser):
    proposal = a_text(data_items=[{"label": "Name"}])
    part_id = f"data_items/{proposal.draft['data_items'][0]['id']}"
    for body in ("One.", "Two."):
        said(proposal, part_id, body=body)

    page = browser.get(address(proposal))

    assert page.one(".items .talk").text == "2 comments: Items: Name"


def test_a_closed_text_offers_nothing_but_what_was_said(browser):
    proposal = a_text(body="## A heading\n\nA paragraph.")
    said(proposal, "title")
    proposal.status = Status.CLOSED
    db.session.flush()

    assert browser.get(address(proposal)).select("a.talk") == []
    page = browser.get(address(proposal, "/parts/title"))
    assert "Why by phone?" in page.words
    assert page.select("form[method=post]") == []


def test_a_comment_on_a_part_stands_there_and_says_elsewhere_what_it_is_about(browser):
    proposal = a_text()
    browser.sign_in(a_person())
    here = address(proposal, "/parts/today")

    first, again = browser.post(here, given()), browser.post(here, given())

    (comment,) = db.session.query(Comment).all()
    assert first.status_code == again.status_code == 303
    assert first.location == again.location == f"{here}#about-{comment.id}"
    assert WORDS in browser.follow(first).one(f"#about-{comment.id}").text
    about = browser.get(address(proposal, "/comments")).one(".comment__about a")
    assert (about["href"], about.text) == (here, "What happens today")


def test_htmx_gets_the_panel_of_a_part_and_the_comments_after_one_more(browser):
    proposal = a_text()
    browser.sign_in(a_person())
    here = address(proposal, "/parts/today")

    panel = browser.get(here, headers=HTMX)
    done = browser.post(here, given(), headers=HTMX)

    assert panel.one("#beside").get("data-panel") is not None
    assert not panel.select("title, #main")
    assert done.status_code == 200
    assert "Your comment is published." in done.one("#part-comments").text
    assert WORDS in done.words


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("missing", ["stance", "body"])
def test_typed_words_on_a_part_are_kept_when_something_is_missing(browser, missing, headers):
    browser.sign_in(a_person())
    sent = given(read="1")
    del sent[missing]

    page = browser.post(address(a_text(), "/parts/today"), sent, headers=headers)

    assert page.status_code == 422
    assert page.one(".govuk-error-summary")
    if missing == "stance":
        assert WORDS in page.one("#part-body").text
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize("more", [{"read": "x"}, {"quote": "Other words."}, {"stance": "maybe"}])
def test_a_forged_comment_on_a_part_is_refused(browser, more):
    browser.sign_in(a_person())

    assert browser.post(address(a_text(), "/parts/today"), given(**more)).status_code == 422
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize("read", ["0", "7", "-1"])
def test_a_version_that_was_never_published_is_not_found(browser, read):
    browser.sign_in(a_person())

    assert browser.post(address(a_text(), "/parts/today"), given(read=read)).status_code == 404


@pytest.mark.parametrize("part_id", ["nothing", "body", "body/zz", "%00", "today%27--", "a" * 900])
def test_a_part_that_is_none_is_not_found(browser, part_id):
    proposal = a_text()
    browser.sign_in(a_person())

    assert browser.get(address(proposal, f"/parts/{part_id}")).status_code == 404
    assert browser.post(address(proposal, f"/parts/{part_id}"), given()).status_code == 404


def test_another_proposals_part_is_not_found(browser):
    ours, theirs = a_text(), a_text()
    part_id = f"purposes/{theirs.draft['purposes'][0]['id']}"
    browser.sign_in(a_person())

    assert browser.get(address(ours, f"/parts/{part_id}")).status_code == 404
    assert browser.post(address(ours, f"/parts/{part_id}"), given()).status_code == 404


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_visitors_comment_on_a_part_waits_for_their_address(browser, headers):
    here = address(a_text(), "/parts/today")

    page = browser.post(here, given(email="ann@example.org"), headers=headers)
    wrong = browser.post(here, given(email="ann"), headers=headers)

    held = db.session.query(Pending).one()
    assert (page.location or page.headers["HX-Redirect"]) == f"/confirm/{held.id}"
    assert "quote" not in page.text
    assert wrong.status_code == 422
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CLOSED, Status.WITHDRAWN])
def test_a_comment_on_a_part_that_comes_too_late_is_handed_back(browser, status):
    proposal = a_text()
    proposal.status = status
    db.session.flush()
    browser.sign_in(a_person())

    page = browser.post(address(proposal, "/parts/today"), given())

    assert page.status_code == 409
    assert WORDS in page.one("textarea#kept").text


def test_after_a_new_version_a_comment_shows_both_wordings(browser):
    proposal = a_text()
    comment = said(proposal, "today")
    publish(proposal, today="By letter.")

    for tail in ("/comments", f"/comments/{comment.id}", "/parts/today"):
        page = browser.get(address(proposal, tail))
        about = page.one(".comment__about")
        assert "About an earlier wording of What happens today" in about.text, tail
        assert [one.text for one in page.select(".wordings dd")][:2] == ["By phone.", "By letter."]
        assert page.one(".wordings del").text == "Removed: phone"
        assert page.one(".wordings ins").text == "Added: letter"


def test_a_comment_on_words_that_stand_says_nothing_of_versions(browser):
    proposal = a_text()
    said(proposal, "today")
    publish(proposal, body="Quite another body, in one paragraph.")

    page = browser.get(address(proposal, "/comments"))

    assert page.one(".comment__about").text == "About What happens today"


def test_what_was_said_of_a_part_that_is_gone_can_be_read_where_it_went(browser):
    proposal = a_text()
    said(proposal, "today")
    publish(proposal, today=None)
    browser.sign_in(a_person())

    listed = browser.get(address(proposal, "/parts"))
    page = browser.get(address(proposal, "/parts/today"))

    assert "About parts that are no longer in the text" in listed.words
    assert listed.one("#gone-h + .items a")["href"] == address(proposal, "/parts/today")
    assert "No longer in the text. In version 1 it said:" in page.words
    assert "By phone." in page.words
    assert "Why by phone?" in page.words
    assert page.select("form[action*=parts]") == []
    about = browser.get(address(proposal, "/comments")).one(".comment__about")
    assert "no longer in the text" in about.text


@pytest.mark.parametrize("tail", ["", "/parts", "/parts/today", "/comments"])
@pytest.mark.parametrize("comments", [3, 45])
def test_a_page_with_parts_costs_the_same_however_much_is_said(browser, at_most, tail, comments):
    rows = [{"label": f"Item {n}"} for n in range(comments)]
    proposal = a_text(data_items=rows)
    voter = a_person()
    rules.cast_vote(voter, proposal, Stance.SUPPORT)
    for number in range(comments):
        said(proposal, "today", body=f"Comment {number}")
        said(proposal, f"data_items/{proposal.draft['data_items'][number]['id']}")
    publish(proposal, today="By letter.")
    browser.sign_in(voter)
    here = address(proposal, tail)

    with at_most(12):
        page = browser.get(here)

    assert page.status_code == 200


def test_the_rest_of_what_is_said_of_a_part_is_a_page_on(browser):
    proposal = a_text()
    for number in range(23):
        said(proposal, "today", body=f"Comment {number}")

    page = browser.get(address(proposal, "/parts/today"))
    following = browser.get(page.one(".more a")["href"])

    assert len(page.select("article")) == 20
    assert len(following.select("article")) == 3
    assert browser.get(address(proposal, "/parts/today?after=zzz")).status_code == 404


def test_hidden_words_stay_hidden_beside_their_part(browser):
    proposal = a_text()
    comment = said(proposal, "today", body="My secret.")
    rules.hide(comment, "personal_data")

    page = browser.get(address(proposal, "/parts/today"))

    assert "My secret." not in page.text
    assert "Hidden by a moderator" in page.words
    assert queries.part_counts(proposal) == {"today": 1}


def test_markup_in_a_part_is_inert_and_a_stranger_gets_no_cookie(browser):
    proposal = a_proposal(content={"title": "T", "today": "<script>alert(1)</script>"})
    a_comment(proposal, part_id="today", quote="<script>alert(2)</script>")

    page = browser.get(address(proposal, "/parts/today"))

    assert not [one for one in page.select("script") if not one.get("src")]
    assert "Set-Cookie" not in page.headers


def test_the_list_of_parts_shows_words_and_no_marks_of_the_editor(browser):
    proposal = a_text(body="## What we propose\n\nA **nightly** list.")

    page = browser.get(address(proposal, "/parts"))

    assert "What we propose" in page.words
    assert "A nightly list." in page.words
    assert "##" not in page.words
