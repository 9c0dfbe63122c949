from urllib.parse import urlsplit

import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.proposals import queries, rules
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_person, a_proposal
from tests.proposals.drafting import NOON, a_draft, a_scheduled
from tests.proposals.pages import at


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


def test_staff_begin_a_draft(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.OFFICER))

    page = browser.post(
        f"/desk/{council.slug}/proposals/start", data={"title": "Finding cold homes sooner"}
    )

    assert page.status_code == 303
    assert urlsplit(page.location).path.endswith("/proposals/finding-cold-homes-sooner")
    assert browser.get(f"/desk/{council.slug}/proposals").select("#proposals table a")


def test_only_who_may_begin_one_is_offered_to(browser, another_browser):
    council = a_council()
    offered = f"a[href='/desk/{council.slug}/proposals/start']"

    officer = browser.sign_in(a_member(council, Role.OFFICER))
    analyst = another_browser().sign_in(a_member(council, Role.ANALYST))

    assert officer.get(f"/desk/{council.slug}/proposals").select(offered)
    assert not analyst.get(f"/desk/{council.slug}/proposals").select(offered)


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


@pytest.mark.parametrize(
    ("role", "agrees", "withdraws"),
    [
        (Role.OFFICER, 1, 1),
        (Role.DECISION_MAKER, 1, 0),
        (Role.OWNER, 1, 0),
        (Role.MODERATOR, 0, 0),
        (Role.ANALYST, 0, 0),
    ],
)
def test_only_steps_that_a_role_may_take_are_offered(browser, role, agrees, withdraws):
    officer, proposal = a_draft()
    rules.send_for_agreement(officer, proposal)
    browser.sign_in(a_member(proposal.council, role))

    page = browser.get(at(proposal))

    assert len(page.select("a[href$='agreement/agree']")) == agrees
    assert len(page.select("a[href$='steps/withdraw']")) == withdraws


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


def test_reasons_are_changed_only_while_the_text_may_change(browser):
    officer, _second, proposal = a_scheduled(dpia_status="published_draft")
    browser.sign_in(officer)

    waiting = browser.get(at(proposal)).text
    rules.unschedule(officer, proposal)
    again = browser.get(at(proposal)).text

    assert "/checks/" not in waiting
    assert "Put it right" not in waiting
    assert "/checks/G2-impacts" in again


def test_residents_read_what_was_not_met_without_orders_to_officers(browser, clock):
    from consult.proposals.panels import preparation_panel

    _officer, _second, proposal = a_scheduled(dpia_status="published_draft")
    clock.at(proposal.opens_at)
    rules.tick()

    with browser.app.test_request_context():
        prepared = preparation_panel(queries.current_version(proposal)).__html__()

    assert "Still a draft: the DPIA" in prepared
    assert "Say why" not in prepared


def test_the_length_is_told_alike_in_the_list_and_in_the_checklist(browser):
    officer, proposal = a_draft(
        opens_at="2026-06-01T09:00:00+01:00", closes_at="2026-07-31T23:59:00+01:00"
    )

    words = browser.sign_in(officer).get(at(proposal)).words

    assert "60 days" in words
    assert "61 days" not in words
