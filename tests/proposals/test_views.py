from urllib.parse import urlsplit

import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.proposals import queries, rules
from consult.proposals.fields import SECTIONS
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_person, a_proposal
from tests.proposals.drafting import NOON, a_draft, a_scheduled


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


def at(proposal, *rest):
    return "/".join(["/desk", proposal.council.slug, "proposals", proposal.slug, *rest])


def typed(page):
    """Everything that a browser would send from the form of a section."""
    form = "#section form "
    fields = [
        (each["name"], each.get("value") or "")
        for each in page.select(f"{form}input")
        if each.get("type") not in ("radio", "checkbox") or "checked" in each.attributes
    ]
    fields += [(each["name"], each.element.text or "") for each in page.select(f"{form}textarea")]
    for select in page.select(f"{form}select"):
        chosen = [
            option.get("value") or ""
            for option in select.element.iter()
            if option.tag.endswith("option") and "selected" in option.attrib
        ]
        fields.append((select["name"], chosen[0] if chosen else ""))
    sent = {}
    for name, value in fields:
        sent.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}


def test_staff_begin_a_draft(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.OFFICER))

    page = browser.post(
        f"/desk/{council.slug}/proposals/start", data={"title": "Finding cold homes sooner"}
    )

    assert page.status_code == 303
    assert urlsplit(page.location).path.endswith("/proposals/finding-cold-homes-sooner")
    assert browser.get(f"/desk/{council.slug}/proposals").select("#proposals table a")


def test_a_title_that_is_too_long_comes_back_with_what_was_typed(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.OFFICER))

    page = browser.post(f"/desk/{council.slug}/proposals/start", data={"title": "x" * 91})

    assert page.status_code == 422
    assert page.one("#title")["value"] == "x" * 91
    assert queries.council_proposals(council) == []


@pytest.mark.parametrize("rest", [(), ("preview",), ("sections", "title"), ("steps", "withdraw")])
def test_another_councils_staff_find_nothing(browser, rest):
    proposal = a_proposal(Status.DRAFT)
    browser.sign_in(a_member(a_council(), Role.OFFICER))

    assert browser.get(at(proposal, *rest)).status_code == 404


def test_a_proposal_is_not_found_under_another_councils_address(browser):
    proposal, mine = a_proposal(), a_council()
    browser.sign_in(a_member(mine, Role.OFFICER))

    page = browser.get(f"/desk/{mine.slug}/proposals/{proposal.slug}")

    assert page.status_code == 404


def test_an_analyst_reads_and_does_not_write(browser):
    _officer, proposal = a_draft()
    browser.sign_in(a_member(proposal.council, Role.ANALYST))

    assert browser.get(at(proposal)).status_code == 200
    assert browser.get(at(proposal, "sections", "title")).status_code == 403


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


def test_from_draft_to_calendar_through_the_pages(browser, another_browser):
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.DECISION_MAKER)
    browser.sign_in(officer)
    other = another_browser().sign_in(second)

    assert browser.post(at(proposal, "steps", "send")).status_code == 303
    assert other.get(at(proposal)).select("a[href$='agreement/agree']")
    assert other.post(at(proposal, "agreement", "agree"), data={}).status_code == 422
    assert other.post(at(proposal, "agreement", "agree"), data={"read": "y"}).status_code == 303
    assert browser.post(at(proposal, "steps", "schedule")).status_code == 303
    assert browser.post(at(proposal, "steps", "schedule")).status_code == 303

    db.session.expire_all()
    assert proposal.status is Status.SCHEDULED


def test_an_author_who_tries_to_agree_is_refused(browser):
    officer, proposal = a_draft()
    rules.send_for_agreement(officer, proposal)
    browser.sign_in(officer)

    page = browser.post(at(proposal, "agreement", "agree"), data={"read": "y"})

    assert page.status_code == 409
    assert "Somebody else has to agree" in page.words


def test_a_closer_deadline_is_refused_beside_the_field(browser, clock):
    officer, _second, proposal = a_scheduled()
    clock.at(proposal.opens_at)
    rules.tick()
    browser.sign_in(officer)

    page = browser.post(
        at(proposal, "steps", "extend"),
        data={
            "closes_at-day": "1",
            "closes_at-month": "6",
            "closes_at-year": "2026",
            "closes_at-time": "11:59pm",
            "reason": "Sooner is better.",
        },
    )

    assert page.status_code == 422
    assert "only be moved later" in page.words
    assert page.one("#reason").text == "Sooner is better."


def test_a_step_that_is_over_is_refused_with_a_reason(browser, clock):
    officer, _second, proposal = a_scheduled()
    clock.at(proposal.closes_at)
    rules.tick()
    browser.sign_in(officer)

    page = browser.post(at(proposal, "steps", "pause"), data={"reason": "A mistake."})

    assert page.status_code == 409
    assert "Only a proposal that is open can be paused" in page.words


@pytest.mark.parametrize("rest", [("sections", "nope"), ("steps", "nope"), ("checks", "nope")])
def test_unknown_pages_of_a_proposal_are_not_found(browser, rest):
    officer, proposal = a_draft()
    browser.sign_in(officer)

    assert browser.get(at(proposal, *rest)).status_code == 404


def test_a_reason_is_written_and_changed(browser):
    officer, proposal = a_draft()
    browser.sign_in(officer)
    here = at(proposal, "checks", "G2-reading")

    assert browser.post(here, data={"reason": " "}).status_code == 422
    assert browser.post(here, data={"reason": "Two residents read it."}).status_code == 303
    assert browser.get(here).one("#reason").text == "Two residents read it."


def test_desk_pages_ask_few_questions(browser, at_most):
    officer, proposal = a_draft()
    council = proposal.council
    for _ in range(5):
        a_proposal(council=council)
    browser.sign_in(officer)

    for page in (
        f"/desk/{council.slug}/proposals",
        at(proposal),
        at(proposal, "preview"),
        at(proposal, "sections", "data"),
    ):
        with at_most(12):
            assert browser.get(page).status_code == 200


def test_a_resident_is_shown_what_would_change_and_what_is_open(browser, clock):
    _officer, _second, proposal = a_scheduled()
    clock.at(proposal.opens_at)
    rules.tick()
    from consult.proposals.panels import preparation_panel, summary_panel, version_panel

    version = queries.current_version(proposal)
    with browser.app.test_request_context():
        shown = summary_panel(proposal, version).__html__()
        prepared = preparation_panel(version).__html__()
        whole = version_panel(version, None).__html__()

    assert proposal.draft["before_after"][0]["aspect"] in shown
    assert "Not decided yet" in shown
    assert "Your control." in shown
    assert shown.count("<svg") == 1
    assert "Met" in prepared
    assert proposal.draft["retention_period"] in whole


def test_the_preview_shows_the_draft_to_staff_only(browser, another_browser):
    officer, proposal = a_draft()

    assert browser.sign_in(officer).get(at(proposal, "preview")).status_code == 200
    assert another_browser().sign_in(a_person()).get(at(proposal, "preview")).status_code == 404
