from consult.core.db import db
from consult.participation import rules
from consult.participation.models import Suggestion
from tests.browser import HTMX
from tests.factories import a_member, a_person
from tests.participation.letters import link_and_code
from tests.participation.test_parts_views import address
from tests.participation.test_rules_parts import a_text
from tests.participation.test_views_suggestions import suggested


def test_the_page_of_a_suggestion_takes_support_and_offers_no_edit(browser, another_browser):
    proposal, author = a_text(), a_person()
    one = suggested(proposal, author=author)
    here = address(proposal, f"/comments/{one.comment_id}")

    reader = browser.sign_in(a_person()).get(here)
    own = another_browser().sign_in(author).get(here)

    assert reader.one("form.helpful button").text.startswith("Support these words")
    assert not own.select("form.helpful, a[href$='/edit']")
    assert own.select("ins")


def test_support_is_one_press_and_can_be_taken_back(browser):
    proposal = a_text()
    one = suggested(proposal)
    browser.sign_in(a_person())
    here = address(proposal, f"/comments/{one.comment_id}/support")

    pressed = browser.post(here, {"support": "yes"}, headers=HTMX)
    assert "You support these words · 1" in pressed.one("button").text
    browser.post(here, {"support": "yes"})
    assert db.session.get(Suggestion, one.id).supporters == 1
    browser.post(here, {"support": "no"})

    assert db.session.get(Suggestion, one.id).supporters == 0
    assert browser.post(here, {"support": "perhaps"}).status_code == 422


def test_a_visitor_supports_by_mail(browser):
    proposal = a_text()
    one = suggested(proposal)
    here = address(proposal, f"/comments/{one.comment_id}/support")

    assert "By phone" in browser.get(here).words
    assert browser.post(here, {"email": "nowhere"}).status_code == 422
    sent = browser.post(here, {"email": "bea@example.org"})
    assert sent.status_code == 303
    browser.post(link_and_code()[0])

    assert db.session.get(Suggestion, one.id).supporters == 1


def test_another_proposals_suggestion_cannot_be_supported_from_here(browser):
    one, other = suggested(a_text()), a_text()
    browser.sign_in(a_person())

    here = address(other, f"/comments/{one.comment_id}/support")

    assert browser.get(here).status_code == browser.post(here).status_code == 404


def test_hidden_results_show_no_supporters(browser):
    proposal = a_text()
    proposal.hides_results = True
    one = suggested(proposal)
    rules.support(a_person(), one)

    for room in ("/parts/today", f"/comments/{one.comment_id}", "/comments"):
        page = browser.get(address(proposal, room))
        assert "· 1" not in page.words
        assert "supports these" not in page.words


def test_the_councils_answer_stands_beside_the_words(browser):
    proposal = a_text()
    officer, author = a_member(proposal.council), a_person("Ann Able")
    no = suggested(proposal)
    yes = suggested(proposal, "By letter.", author=author, wants_credit=True)
    rules.decline(officer, no, "The line is closed at weekends.")
    rules.accept(officer, yes, "By letter.", seen="By phone.")
    browser.sign_in(author)

    page = browser.get(address(proposal, "/parts/today"))
    assert "The line is closed at weekends." in page.words
    assert [one.text for one in page.select(".suggested__answer p:first-child")] == [
        "Accepted Goes into the next version. Words by Ann Able.",
        "Declined",
    ]
    assert "Accepted" in browser.get("/account/contributions").words
    assert "Accepted" in browser.get(address(proposal, f"/comments/{yes.comment_id}")).words
    assert not page.select("#suggested .helpful")
