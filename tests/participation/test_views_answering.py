"""At the desk: suggested words in a list, and the council's answer to each."""

import pytest

from consult.core.clock import now
from consult.core.db import db
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Answer
from consult.proposals.models import Status
from tests.factories import a_comment, a_member, a_person
from tests.participation.test_rules_suggestions import BODY, a_text, suggested

pytestmark = pytest.mark.either
WORDS = "We share first names only."
STANDING = "We share names."


def desk(proposal, end=""):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/suggestions{end}"


def page_of(one, end=""):
    return desk(one.proposal, f"/{one.comment_id}{end}")


def answered(answer="accepted", words=WORDS, reason="", seen=STANDING):
    return {"answer": answer, "words": words, "reason": reason, "seen": seen}


@pytest.fixture
def proposal():
    return a_text()


@pytest.fixture
def officer(proposal):
    return a_member(proposal.council, Role.OFFICER)


def test_a_desk_without_suggestions_says_what_will_stand_there(browser, officer, proposal):
    page = browser.sign_in(officer).get(desk(proposal))

    assert "No suggestion waits for an answer." in page.words
    assert page.one(".desk-tabs [aria-current]").text == "Suggestions"


def test_the_list_shows_what_each_would_change_and_how_many_are_for_the_same_words(
    browser, officer, proposal
):
    one = suggested(proposal)
    suggested(proposal, "We share initials.")
    other = suggested(proposal, "We keep them for two years.", number=2)
    rules.support(a_person(), one)

    page = browser.sign_in(officer).get(desk(proposal))

    rows = page.select(".d-suggested > li")
    assert rows[0]["id"] == f"suggestion-{other.comment_id}"
    assert len(rows) == 3
    assert sum("2 suggestions for the same words" in row.text for row in rows) == 2
    mine = page.one(f"#suggestion-{one.comment_id}")
    assert "1 person supports it" in mine.text
    assert "Added: first" in mine.text
    assert page.one(".desk-tabs .d-count").text == "3 waiting"


def test_a_page_of_many_takes_few_statements(browser, officer, proposal, at_most):
    for number in range(23):
        suggested(proposal, f"We share {number} names.")
    browser.sign_in(officer)

    with at_most(12):
        page = browser.get(desk(proposal))
    (further,) = page.select(".more a")
    with at_most(12):
        rest = browser.get(further["href"])

    assert len(page.select(".d-suggested > li")) == 20
    assert len(rest.select(".d-suggested > li")) == 3


def test_the_lists_can_be_had_by_answer(browser, officer, proposal):
    one, two = suggested(proposal), suggested(proposal, "We share initials.")
    rules.decline(officer, one, "The law asks for full names.")
    browser.sign_in(officer)

    def shown(show):
        found = browser.get(desk(proposal, f"?show={show}")).select(".d-suggested > li")
        return {each["id"].removeprefix("suggestion-") for each in found}

    assert shown("") == shown("nonsense") == {str(two.comment_id)}
    assert shown("declined") == {str(one.comment_id)}
    assert shown("all") == {str(one.comment_id), str(two.comment_id)}
    assert shown("accepted") == set()


def test_hidden_words_wait_for_no_answer_and_are_shown_nowhere(browser, officer, proposal):
    one = suggested(proposal)
    rules.hide(one.comment, "hate")
    browser.sign_in(officer)

    waiting, every, alone = (
        browser.get(address)
        for address in (desk(proposal), desk(proposal, "?show=all"), page_of(one))
    )

    assert not waiting.select(".d-suggested > li")
    assert "Hidden by a moderator" in every.words
    assert "first names" not in every.text + alone.text
    assert not alone.select("#answering form")


def test_one_suggestion_stands_beside_the_draft_and_its_alternatives(
    browser, officer, proposal, at_most
):
    one = suggested(proposal)
    other = suggested(proposal, "We share initials.")
    a_comment(proposal, parent=one.comment, body="Yes please.")
    browser.sign_in(officer)

    with at_most(12):
        page = browser.get(page_of(one))

    assert page.one("textarea[name=words]").text == WORDS
    assert page.one("input[name=seen]")["value"] == STANDING
    assert "1 other suggestion for these words" in page.words
    assert "Only one of them can go in." in page.words
    assert page_of(other) in [link["href"] for link in page.select(".d-suggested a")]
    assert "with 1 reply" in page.words


def test_an_answer_is_shown_with_who_when_and_why_and_can_be_taken_back(browser, officer, proposal):
    one = suggested(proposal)
    rules.accept(officer, one, "We share first names.", "Once is enough.", seen=STANDING)
    browser.sign_in(officer)

    page = browser.get(page_of(one))
    sent = browser.post(page_of(one, "/reopen"))
    again = browser.post(page_of(one, "/reopen"))

    assert "Once is enough." in page.words
    assert officer.pseudonym in page.words
    assert "Take the answer back" in page.words
    assert sent.status_code == again.status_code == 303
    assert "The answer is taken back." in browser.get(sent.location).words
    assert (one.answer, proposal.draft["body"]) == (Answer.OPEN, BODY)


def test_published_words_stand(browser, officer, proposal):
    one = suggested(proposal)
    rules.accept(officer, one, WORDS, seen=STANDING)
    proposal.version_number = 2
    db.session.flush()
    browser.sign_in(officer)

    page = browser.get(desk(proposal, f"?answered={one.comment_id}"))

    assert "Undo" not in page.one(".govuk-notification-banner").text
    assert browser.post(page_of(one, "/reopen")).status_code == 409


def test_a_colleagues_answer_stands_and_what_was_typed_meanwhile_is_kept(
    browser, officer, proposal
):
    one = suggested(proposal)
    rules.decline(a_member(proposal.council), one, "No.")

    page = browser.sign_in(officer).post(page_of(one), answered(reason="My long reason."))

    assert page.status_code == 409
    assert "A colleague has answered this suggestion already." in page.words
    assert "My long reason." in page.words


def test_nobody_answers_their_own(browser, officer, proposal):
    own = suggested(proposal, author=officer)
    browser.sign_in(officer)

    page = browser.get(page_of(own))

    assert "Ask a colleague to answer it." in page.words
    assert not page.select("#answering form")
    assert browser.post(page_of(own), answered()).status_code == 409


def test_moderators_read_and_do_not_answer(browser, proposal):
    one = suggested(proposal)
    browser.sign_in(a_member(proposal.council, Role.MODERATOR))

    page = browser.get(page_of(one))

    assert "An officer answers suggestions." in page.words
    assert not page.select("#answering form")
    assert browser.post(page_of(one), answered()).status_code == 403
    assert browser.post(page_of(one, "/reopen")).status_code == 403


def test_after_the_decision_nothing_is_answered(browser, officer, proposal):
    one = suggested(proposal)
    proposal.status, proposal.decided_at = Status.DECIDED, now()
    db.session.flush()
    browser.sign_in(officer)

    page = browser.get(page_of(one))

    assert "The decision is made" in page.words
    assert not page.select("#answering form")


def test_while_results_are_hidden_nobody_learns_how_many_support_what(browser, another_browser):
    proposal = a_text(hides_results=True)
    one, two = suggested(proposal), suggested(proposal, "We share initials.")
    everything = browser.sign_in(a_member(proposal.council, *Role))
    addresses = [desk(proposal), desk(proposal, "?show=all"), page_of(one)]
    before = [everything.get(address).one("#main").text for address in addresses]

    for _ in range(3):
        rules.support(a_person(), one)
    rules.support(a_person(), two)

    assert [everything.get(address).one("#main").text for address in addresses] == before
    assert "support" not in before[0]


def test_whoever_was_signed_out_keeps_what_they_typed(browser, proposal):
    one = suggested(proposal)

    page = browser.post(page_of(one), answered(reason="My long reason."))

    assert page.status_code == 403
    assert "My long reason." in page.words


def test_another_proposals_suggestion_is_not_found(browser, officer, proposal):
    other = suggested(a_text(council=proposal.council))
    browser.sign_in(officer)

    assert browser.get(desk(proposal, f"/{other.comment_id}")).status_code == 404
    assert browser.get(desk(proposal, f"?answered={other.comment_id}")).status_code == 404
    assert browser.get(desk(proposal, "?answered=nonsense")).status_code == 200
    assert queries.open_suggestions(proposal) == 0


def test_officers_find_on_their_start_page_how_many_wait(browser, another_browser, proposal):
    for words in ("We share initials.", "We share nothing."):
        suggested(proposal, words)
    hidden = suggested(proposal)
    rules.hide(hidden.comment, "hate")
    home = f"/desk/{proposal.council.slug}"

    officer = browser.sign_in(a_member(proposal.council, Role.OFFICER)).get(home)
    moderator = another_browser().sign_in(a_member(proposal.council, Role.MODERATOR)).get(home)

    assert "2 suggestions wait for an answer" in officer.words
    assert desk(proposal) in [link["href"] for link in officer.select("a")]
    assert "wait for an answer" not in moderator.words
