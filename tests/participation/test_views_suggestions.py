import pytest

from consult.core.db import db
from consult.participation import rules
from consult.participation.models import Comment, Pending, Stance, Suggestion
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_person
from tests.participation.letters import link_and_code
from tests.participation.test_parts_views import address
from tests.participation.test_rules_parts import a_text, publish

WORDS = "By phone or in person."


def given(**more):
    return {"stance": "support_with_changes", "words": WORDS, "column": "", "read": "1", **more}


def suggested(proposal, words=WORDS, part_id="today", column="", author=None, **more):
    author = author or a_person()
    return rules.suggest(author, proposal, part_id, column, Stance.OPPOSE, words, **more)


def test_other_words_are_suggested_beside_the_text(browser):
    proposal, author = a_text(), a_person("Ann Able")
    browser.sign_in(author)
    room = browser.get(address(proposal, "/parts/today"))
    assert room.one("#suggest-words").text == "By phone."
    action = room.one("#suggested form")["action"]

    sent = browser.post(action, given(credit="y"))

    one = db.session.query(Suggestion).one()
    assert sent.status_code == 303
    assert sent.location.endswith(f"/parts/today#about-{one.comment_id}")
    assert (one.comment.author, one.wants_credit) == (author, True)
    page = browser.get(address(proposal, "/parts/today"))
    assert page.one("#suggested ins").text == "Added: or in person"
    assert "Ann Able" in page.one("#suggested article").text
    assert page.one("#part-comments-h").text == "No comments yet"


def test_the_panel_beside_the_text_says_that_it_is_published(browser):
    proposal = a_text()
    browser.sign_in(a_person())

    panel = browser.post(address(proposal, "/suggestions/today"), given(), headers=HTMX)

    assert panel.status_code == 200
    assert "Your suggestion is published." in panel.one("[role=status]").text
    assert "<html" not in panel.text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"words": ""}, "Write the words that should stand there."),
        ({"words": "By phone."}, "These are the words that stand there. Change them first."),
        ({"words": "x" * 801}, "Use 800 characters or fewer here."),
        ({"words": "x" * 6001}, "3,000 characters or fewer"),
        ({"stance": ""}, "Choose where you stand."),
        ({"stance": "question"}, "Not a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(browser, wrong, message):
    proposal = a_text()
    browser.sign_in(a_person())

    page = browser.post(address(proposal, "/suggestions/today"), given(**wrong))

    assert page.status_code == 422
    assert message in page.one("#suggested").text
    assert page.one("#suggest-words").text == given(**wrong)["words"]
    assert db.session.query(Comment).count() == 0


def test_a_visitors_words_wait_for_their_address(browser):
    proposal = a_text()

    sent = browser.post(address(proposal, "/suggestions/today"), given(email="ann@example.org"))

    assert sent.status_code == 303
    assert db.session.query(Comment).count() == 0
    link, _code = link_and_code()
    assert "You suggested other words" in browser.get(link).words
    browser.post(link)
    assert db.session.query(Suggestion).one().comment.body == WORDS


def test_without_an_address_a_visitor_keeps_what_they_typed(browser):
    proposal = a_text()

    page = browser.post(address(proposal, "/suggestions/today"), given(email="nowhere"))

    assert page.status_code == 422
    assert page.one("#suggest-words").text == WORDS
    assert db.session.query(Pending).count() == 0


@pytest.mark.parametrize("place", ["nothing", "purposes/zz", "body", "slug"])
def test_a_part_that_is_not_there_takes_no_words(browser, place):
    proposal = a_text()
    browser.sign_in(a_person())

    assert browser.post(address(proposal, f"/suggestions/{place}"), given()).status_code == 404
    wrong = given(column="label")
    assert browser.post(address(proposal, "/suggestions/today"), wrong).status_code == 404


def test_a_closed_round_takes_no_words_and_hands_them_back(browser):
    proposal = a_text()
    browser.sign_in(a_person())
    proposal.status = Status.CLOSED
    db.session.flush()

    page = browser.post(address(proposal, "/suggestions/today"), given())

    assert page.status_code == 409
    assert page.one("#kept").text == WORDS
    assert not browser.get(address(proposal, "/parts/today")).select("#suggested form")


def test_a_row_offers_each_of_its_texts(browser):
    proposal = a_text(data_items=[{"label": "Name", "why_needed": "To write to you."}])
    browser.sign_in(a_person())
    room = address(proposal, f"/parts/data_items/{proposal.draft['data_items'][0]['id']}")

    links = browser.get(room).select(".suggested__places a")
    chosen = browser.get(links[1]["href"])

    assert len(links) == 2
    assert chosen.one("#suggest")["open"] == ""
    assert chosen.one("#suggest-words").text == "To write to you."
    browser.post(chosen.one("#suggest form")["action"], given(column="why_needed"))
    page = browser.get(room)
    assert page.one(".suggested__group h4").text in links[1].text


def test_dates_and_choices_are_left_to_comments(browser):
    proposal = a_text(frequency="daily")
    browser.sign_in(a_person())

    page = browser.get(address(proposal, "/parts/frequency"))

    assert "there are no words to change" in page.one("#suggested").text
    assert not page.select("#suggested form")


def test_suggestions_for_the_same_words_stand_beside_each_other(browser):
    proposal = a_text()
    suggested(proposal), suggested(proposal, "By letter.")

    page = browser.get(address(proposal, "/parts/today"))

    assert len(page.select("#suggested .suggested__group")) == 1
    assert "Only one of them can go in." in page.one(".suggested__same").text


def test_words_for_an_earlier_version_say_so_and_can_still_be_read(browser):
    proposal = a_text()
    suggested(proposal)
    publish(proposal, today="By letter or online.")

    page = browser.get(address(proposal, "/parts/today"))

    assert "Now it says: By letter or online." in page.one("#suggested").text
    assert page.one("#suggested ins").text == "Added: or in person"


def test_words_that_went_while_the_row_stayed_say_so(browser):
    proposal = a_text(data_items=[{"label": "Name", "why_needed": "To write to you."}])
    row = proposal.draft["data_items"][0]["id"]
    suggested(proposal, "To ring you.", f"data_items/{row}", "why_needed")
    publish(proposal, data_items=[{"id": row, "label": "Name"}])

    page = browser.get(address(proposal, f"/parts/data_items/{row}"))

    assert "About words that are no longer in the text" in page.one("#suggested").text


def test_words_typed_for_a_place_that_went_are_handed_back(browser):
    proposal = a_text(data_items=[{"label": "Name", "why_needed": "To write to you."}])
    row = proposal.draft["data_items"][0]["id"]
    publish(proposal, data_items=[{"id": row, "label": "Name"}])
    browser.sign_in(a_person())

    sent = given(column="why_needed", stance="")
    page = browser.post(address(proposal, f"/suggestions/data_items/{row}"), sent)

    assert page.status_code == 422
    assert WORDS in page.words


def test_words_for_a_part_that_went_can_still_be_read(browser):
    proposal = a_text(note="")
    suggested(proposal)
    publish(proposal, today="")

    page = browser.get(address(proposal, "/parts/today"))

    assert page.one("#suggested ins")
    assert not page.select("#suggested form")


def test_hidden_words_are_nowhere(browser):
    proposal = a_text()
    one = suggested(proposal, "Ring 4711 0815 at home.")
    rules.hide(one.comment, "personal_data")

    for room in ("", "/parts/today", "/comments", f"/comments/{one.comment_id}"):
        assert "4711 0815" not in browser.get(address(proposal, room)).text


def test_among_comments_a_suggestion_shows_its_redline_and_no_edit(browser):
    proposal, author = a_text(), a_person()
    suggested(proposal, author=author)
    browser.sign_in(author)

    page = browser.get(address(proposal, "/comments"))

    assert page.one(".comment ins").text == "Added: or in person"
    assert "Suggests other words" in page.one(".comment").text
    assert not page.select(".comment a[href$='/edit']")


@pytest.mark.parametrize("many", [1, 25])
def test_the_page_of_a_part_costs_the_same_however_many_words_are_suggested(browser, at_most, many):
    proposal = a_text()
    for number in range(many):
        rules.support(a_person(), suggested(proposal, f"By phone, {number} days a week."))
    browser.sign_in(a_person())

    with at_most(12):
        page = browser.get(address(proposal, "/parts/today"))

    assert len(page.select("#suggested article")) == min(many, 20)
    if many > 20:
        assert len(browser.get(page.one("#suggested .more a")["href"]).select("article")) == 5
