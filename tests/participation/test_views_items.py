import pytest

from consult.accounts.models import Verification
from consult.core.db import db
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Comfort, ItemView, Pending
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.factories import a_council, a_member, a_person
from tests.participation.grids import (
    ADDRESS,
    FINE,
    NAME,
    NO,
    PARTS,
    REASONS,
    a_grid,
    a_new_version,
    an_item,
    asking,
    depends,
)
from tests.participation.letters import link_and_code


def items_of(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/items"


def held(person, proposal):
    return {part: view.view for part, view in queries.views_of(person, proposal).items()}


def many(proposal, people, **answers):
    for _ in range(people):
        rules.give_views(a_person(), proposal, answers or {NAME: FINE})


def test_a_visitor_sees_every_line_with_its_three_answers(browser, at_most):
    proposal = asking()
    many(proposal, 1)

    with at_most(12):
        page = browser.get(items_of(proposal))

    assert len(page.select("fieldset.ask__item")) == len(PARTS)
    assert len(page.select("fieldset.ask__item input[type=radio]")) == 3 * len(PARTS)
    assert "0 of 5 answered" in page.words
    assert "Fines for absence" in page.words
    assert not page.select("input[name=csrf_token]")


def test_the_page_asks_as_much_of_the_database_however_much_was_answered(browser, at_most):
    proposal, person = asking(), a_person()
    many(proposal, 12, **{part: depends("named_staff") for part in PARTS})
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: NO})
    a_new_version(proposal, a_grid(data_items=[an_item("a1", "Whole name")]))
    browser.sign_in(person)

    with at_most(16):  # four of them are about the session and the person
        assert browser.get(items_of(proposal)).status_code == 200


def test_some_answers_are_taken_and_shown(browser):
    proposal, person = asking(), a_person()
    browser.sign_in(person)

    sent = browser.post(
        items_of(proposal),
        {
            f"view:{NAME}": "fine",
            f"view:{ADDRESS}": "with_safeguards",
            f"safe:{ADDRESS}": ["named_staff", "family_told"],
            f"own:{ADDRESS}": "Ask me first.",
            "version": "1",
        },
    )
    page = browser.follow(sent)

    assert sent.status_code == 303
    assert held(person, proposal) == {NAME: Comfort.FINE, ADDRESS: Comfort.WITH_SAFEGUARDS}
    assert "2 of 5 answered" in page.words
    assert {found["value"] for found in page.select("input[type=radio][checked]")} == {
        "fine",
        "with_safeguards",
    }
    assert len(page.select("input[type=checkbox][checked]")) == 2
    assert "Ask me first." in page.text


def test_answers_with_htmx_return_the_panel(browser):
    proposal = asking()
    browser.sign_in(a_person())

    page = browser.post(items_of(proposal), {f"view:{NAME}": "no"}, headers=HTMX)

    assert page.status_code == 200
    assert page.one("#items")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {f"view:{NAME}": "maybe"},
        {f"view:{NAME}": ["fine", "no"]},
        {"view:data_items/zz": "fine"},
        {"view:parties/p1": "fine"},
        {f"safe:{NAME}": ["named_staff"]},
        {f"own:{NAME}": "Only on Mondays"},
        {f"view:{NAME}": "with_safeguards", f"safe:{NAME}": ["free_beer"]},
        {f"view:{NAME}": "with_safeguards", f"own:{NAME}": "x" * 301},
        {f"view:{NAME}": "with_safeguards", f"own:{NAME}": "a\x00b"},
        {f"view:{NAME}": "fine", "version": "7"},
        {f"view:{NAME}": "fine", "level": "address_verified"},
    ],
)
def test_a_forged_or_empty_grid_is_refused_and_nothing_is_stored(browser, given):
    proposal = asking()
    browser.sign_in(a_person())

    page = browser.post(items_of(proposal), given)

    assert page.status_code == 422
    assert "There is a problem" in page.text
    assert db.session.query(ItemView).count() == 0


def test_what_was_chosen_and_typed_survives_a_refusal(browser):
    proposal = asking()

    page = browser.post(
        items_of(proposal),
        {
            f"view:{NAME}": "no",
            f"view:{ADDRESS}": "with_safeguards",
            f"own:{ADDRESS}": "Ask me first.",
            "email": "not an address",
        },
    )

    assert page.status_code == 422
    assert len(page.select("input[type=radio][checked]")) == 2
    assert "Ask me first." in page.text
    assert page.one("#items-email")["value"] == "not an address"
    assert db.session.query(Pending).count() == 0


def test_a_visitor_confirms_by_the_link_and_is_counted(browser):
    proposal = asking()
    sent = browser.post(items_of(proposal), {f"view:{REASONS}": "no", "email": "new@example.org"})
    assert sent.status_code == 303
    link, _code = link_and_code()

    page = browser.get(link)
    assert "Reasons for absence: No" in page.words
    done = browser.post(link)

    assert done.location.endswith(items_of(proposal))
    assert queries.item_tally(proposal)[REASONS][Comfort.NO].total() == 1


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING, Status.DECIDED])
def test_nothing_is_taken_while_it_is_not_open(browser, status):
    proposal = asking(status)
    browser.sign_in(a_person())

    page = browser.post(items_of(proposal), {f"view:{NAME}": "fine"})

    assert page.status_code == 409
    assert browser.get(items_of(proposal)).status_code == 200
    assert not browser.get(items_of(proposal)).select("fieldset.ask__item")


def test_one_answer_or_all_can_be_taken_back(browser):
    proposal, person = asking(), a_person()
    browser.sign_in(person)
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: NO, REASONS: NO})

    browser.post(f"{items_of(proposal)}/withdraw", {"part": ADDRESS})
    assert set(held(person, proposal)) == {NAME, REASONS}
    browser.post(f"{items_of(proposal)}/withdraw")

    assert held(person, proposal) == {}
    assert queries.recount() == []


def test_nobody_takes_back_what_another_said(browser):
    proposal, author = asking(), a_person()
    rules.give_views(author, proposal, {NAME: FINE})
    browser.sign_in(a_person())

    browser.post(f"{items_of(proposal)}/withdraw", {"part": NAME})

    assert held(author, proposal) == {NAME: Comfort.FINE}


def test_an_answer_about_other_words_is_marked_with_what_changed(browser):
    proposal, person = asking(), a_person()
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: NO, REASONS: NO})
    items = [an_item("a1", "Child’s whole name"), an_item("a2", "Address")]
    a_new_version(proposal, a_grid(data_items=items))
    browser.sign_in(person)

    page = browser.get(items_of(proposal))

    notes = [found.text for found in page.select(".ask__note")]
    assert len(notes) == 1
    assert "You said this about version 1" in notes[0]
    assert "Added: whole" in notes[0]
    assert "Reasons for absence" in page.one(".ask__mine").text
    assert "No longer in the proposal" in page.one(".ask__mine").text
    assert "Reasons for absence" not in page.one("#items-results").text
    assert "no longer in the proposal are not counted here" in page.one("#items-results").text


def test_a_change_that_does_not_matter_marks_nothing(browser):
    proposal, person = asking(), a_person()
    rules.give_views(person, proposal, {NAME: FINE})
    items = [an_item("a1", "Child's name"), an_item("a2", "Address")]
    a_new_version(proposal, a_grid(data_items=items), is_material=False)
    browser.sign_in(person)

    assert not browser.get(items_of(proposal)).select(".ask__note")


def test_there_are_no_percentages_under_thirty_people(browser):
    proposal = asking()
    many(proposal, 29)

    assert "%" not in browser.get(items_of(proposal)).one("#items-results").text
    many(proposal, 1)

    assert "100%" in browser.get(items_of(proposal)).one("#items-results").text


def test_results_show_everybody_or_the_verified(browser):
    proposal = asking()
    many(proposal, 2, **{NAME: depends("named_staff")})
    rules.give_views(a_person(verification=Verification.ORGANISATION), proposal, {NAME: NO})

    every = browser.get(f"{items_of(proposal)}?who=anybody")
    verified = browser.get(f"{items_of(proposal)}?who=verified")

    assert "3 people answered, 1 of them verified" in every.words
    assert "No 1, only with safeguards 2, fine 0, of 3 people" in every.words
    assert "No 1, only with safeguards 0, fine 0, of 1 people" in verified.words
    assert "Only named staff may open it" in every.one("#items-results").text
    assert "Only named staff may open it" not in verified.one("#items-results").text


def test_the_results_room_shows_them_without_the_form(browser, at_most):
    proposal = asking()
    many(proposal, 1)

    with at_most(12):
        page = browser.get(items_of(proposal).replace("/items", "/results"))

    assert len(page.select("#items-results table.lean")) == 2
    assert not page.select("#items")


def test_own_words_are_shown_to_nobody_else(browser, another_browser):
    proposal, author = asking(), a_person()
    rules.give_views(author, proposal, {NAME: depends(own="My secret wish.")})
    analyst = another_browser().sign_in(a_member(proposal.council, Role.ANALYST))

    for page in (browser.get(items_of(proposal)), analyst.get(items_of(proposal))):
        assert "secret wish" not in page.text


def test_another_councils_address_finds_nothing(browser):
    proposal, other = asking(), a_council()
    browser.sign_in(a_person())
    wrong = items_of(proposal).replace(proposal.council.slug, other.slug)

    assert browser.get(wrong).status_code == 404
    assert browser.post(wrong, {f"view:{NAME}": "fine"}).status_code == 404
    assert browser.post(f"{wrong}/withdraw").status_code == 404
    assert browser.get(items_of(asking(Status.DRAFT))).status_code == 404


def test_a_proposal_without_items_says_so(browser):
    proposal = asking(content={"title": "None", "plain_summary": "Short."})

    page = browser.get(items_of(proposal))

    assert "does not list its information item by item" in page.words
    assert not page.select("#leaning-h")


def test_it_is_linked_from_the_proposal(browser):
    proposal = asking()

    page = browser.get(items_of(proposal).removesuffix("/items"))

    assert len(page.select(f"a[href='{items_of(proposal)}']")) == 2
