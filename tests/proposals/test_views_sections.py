import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.proposals import rules
from consult.proposals.fields import SECTIONS
from tests.factories import a_member
from tests.proposals.drafting import NOON, a_draft
from tests.proposals.pages import at, typed


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


@pytest.mark.parametrize("key", [part.key for part in SECTIONS])
def test_a_section_sent_back_untouched_changes_nothing(browser, key):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    before, saves = dict(proposal.draft), proposal.draft_saves

    page = browser.get(at(proposal, "sections", key))
    answer = browser.post(at(proposal, "sections", key), data=typed(page))

    assert answer.status_code == 303, answer.words
    db.session.expire_all()
    assert proposal.draft == before
    assert proposal.draft_saves == saves


def test_an_error_keeps_all_that_was_typed_and_stores_nothing(browser):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    sent = typed(browser.get(at(proposal, "sections", "consultation")))
    sent |= {"opens_at-day": "31", "opens_at-month": "2", "why_this_long": "Because of Easter."}

    page = browser.post(at(proposal, "sections", "consultation"), data=sent)

    assert page.status_code == 422
    assert "There is no such day" in page.one(".govuk-error-summary").text
    assert page.one("#opens_at-day")["value"] == "31"
    assert page.one("#why_this_long").text == "Because of Easter."
    db.session.expire_all()
    assert proposal.draft["why_this_long"] != "Because of Easter."


@pytest.mark.parametrize(
    ("section", "wrong", "says"),
    [
        ("title", {"plain_summary": "word " * 51}, "Use 50 words or fewer"),
        ("title", {"contact_email": "nobody"}, "Write an e-mail address"),
        ("title", {"title": "x" * 91}, "Use 90 letters or fewer"),
        ("title", {"slug": "Not A Slug"}, "Use small letters"),
        ("title", {"dpo_consulted_on-day": "tomorrow"}, "in numbers"),
        ("title", {"dpo_consulted_on-year": ""}, "Give day, month and year"),
        ("title", {"change_type": "forged"}, "Not a valid choice"),
        ("title", {"strange": "1"}, "has changed since you opened it"),
        ("people", {"approx_people": "many"}, "Write a whole number"),
        ("handling", {"privacy_notice_url": "javascript:alert(1)"}, "Begin the address"),
        ("consultation", {"closes_at-time": "25:61"}, "Write the time as"),
        ("change", {"before_after-0-today": "x" * 401}, "Use 400 letters or fewer"),
        ("change", {"today": "a\x00b"}, "hidden characters"),
        ("change", {"today": ["One.", "Two."]}, "Give one answer only"),
    ],
)
def test_wrong_input_is_named_beside_its_field(browser, section, wrong, says):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    sent = typed(browser.get(at(proposal, "sections", section))) | wrong
    saves = proposal.draft_saves

    page = browser.post(at(proposal, "sections", section), data=sent)

    assert page.status_code == 422
    assert says in page.one(".govuk-error-summary").text
    db.session.expire_all()
    assert proposal.draft_saves == saves


def test_a_row_is_added_and_taken_away_without_losing_what_was_typed(browser):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    here = at(proposal, "sections", "change")
    sent = typed(browser.get(here)) | {"why_now": "Not saved yet."}
    rows = len(proposal.draft["before_after"])

    more = browser.post(here, data=sent | {"add": "before_after"})
    assert more.status_code == 200
    assert len(more.select(".d-row")) == rows + 1
    assert more.one("#why_now").text == "Not saved yet."

    fewer = browser.post(here, data=typed(more) | {"remove": "before_after-0"})
    assert len(fewer.select(".d-row")) == rows
    db.session.expire_all()
    assert len(proposal.draft["before_after"]) == rows

    answer = browser.post(here, data=typed(fewer))
    assert answer.status_code == 303, answer.words
    db.session.expire_all()
    assert len(proposal.draft["before_after"]) == rows - 1
    assert proposal.draft["why_now"] == "Not saved yet."


def test_who_is_overtaken_sees_both_texts_and_can_save(browser):
    officer, proposal = a_draft()
    other = a_member(proposal.council, Role.OFFICER)
    browser.sign_in(officer)
    here = at(proposal, "sections", "not_shared")
    sent = typed(browser.get(here)) | {"data_not_shared": "Mine"}
    rules.save_section(other, proposal, "not_shared", {"data_not_shared": ["Theirs"]})

    page = browser.post(here, data=sent)
    assert page.status_code == 409
    assert "Theirs" in page.words
    assert page.one("#data_not_shared").text == "Mine"

    assert browser.post(here, data=typed(page)).status_code == 303
    db.session.expire_all()
    assert proposal.draft["data_not_shared"] == ["Mine"]


def test_a_signed_out_person_keeps_the_text_and_saves_it_after_signing_in(browser, another_browser):
    officer, proposal = a_draft()
    here = at(proposal, "sections", "not_shared")
    browser.sign_in(officer)
    sent = typed(browser.get(here)) | {"data_not_shared": "Bank details\nCase notes, all of them"}
    browser.sign_out()

    page = browser.post(here, data=sent)
    assert page.status_code == 403
    assert "You were signed out" in page.words
    form = page.one("#signed-out form")
    kept = {e["name"]: (e.element.text or "") for e in page.select("#signed-out textarea")}

    browser = another_browser().sign_in(officer)
    stale = browser.post(form["action"], data=kept | {"csrf_token": "stale"})
    assert stale.status_code == 422
    assert "Press the button once more" in stale.words
    assert "Case notes, all of them" in stale.one("#data_not_shared").text

    assert browser.post(form["action"], data=typed(stale)).status_code == 303
    db.session.expire_all()
    assert proposal.draft["data_not_shared"] == ["Bank details", "Case notes, all of them"]


def test_a_strangers_form_learns_nothing_about_a_proposal(browser):
    page = browser.post("/desk/nowhere/proposals/nothing/sections/title", data={"title": "<b>x"})

    assert page.status_code == 403
    assert page.one("#signed-out textarea").text == "<b>x"


def test_saving_and_going_on_leads_to_the_next_section(browser):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    here = at(proposal, "sections", "title")

    page = browser.post(here, data=typed(browser.get(here)) | {"next": "yes"})

    assert page.status_code == 303
    assert page.location.endswith("/sections/change")
