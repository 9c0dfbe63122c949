from datetime import timedelta

import pytest

from consult.accounts.models import Verification
from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.decisions.models import Decision, Verdict
from consult.moderation import rules
from consult.moderation.models import Reason
from consult.participation.models import Stance, Tally, Vote
from consult.proposals.models import Status
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal


def a_vote(proposal, stance=Stance.SUPPORT, **given):
    db.session.add(
        Vote(
            proposal=proposal,
            voter=a_person(),
            stance=stance,
            level=Verification.EMAIL_VERIFIED,
            version_number=1,
            **given,
        )
    )
    db.session.flush()


def a_report(comment, age):
    with core_clock.at(core_clock.now() - age):
        return rules.report(None, comment, Reason.HATE, None, "k" * 64)


def a_draft(proposal, **given):
    given.setdefault("drafted_by_id", proposal.author_id)
    db.session.add(
        Decision(
            proposal=proposal,
            verdict=Verdict.ADOPTED_WITH_CHANGES,
            headline="Going ahead",
            statement="We go ahead.",
            statement_html="<p>We go ahead.</p>",
            how_considered="We read everything.",
            decided_by_role="Director",
            drafted_at=core_clock.now(),
            **given,
        )
    )
    db.session.flush()


def needs(page):
    return [found.text for found in page.select(".d-todo__what")]


def test_somebody_without_a_desk_finds_none(browser):
    browser.sign_in(a_person())

    assert browser.get("/desk").status_code == 404


def test_a_stranger_is_asked_to_sign_in(browser):
    assert browser.get("/desk").status_code == 303
    assert browser.get(f"/desk/{a_council().slug}").status_code == 303


def test_the_only_desk_opens_by_itself(browser):
    council = a_council()
    browser.sign_in(a_member(council, Role.OFFICER))

    page = browser.get("/desk")

    assert (page.status_code, page.location) == (303, f"/desk/{council.slug}")


def test_somebody_who_works_for_two_councils_chooses(browser):
    one, two = a_council(), a_council()
    person = a_member(one, Role.OFFICER)
    from consult.councils.models import Staff

    db.session.add(Staff(council=two, person=person, role=Role.ANALYST))
    db.session.flush()
    browser.sign_in(person)

    page = browser.get("/desk")

    assert one.name in page.words
    assert two.name in page.words


def test_another_councils_desk_is_not_found(browser):
    browser.sign_in(a_member(a_council(), Role.OWNER))

    assert browser.get(f"/desk/{a_council().slug}").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_an_empty_desk_says_so_to_every_role(browser, role):
    council = a_council()
    browser.sign_in(a_member(council, role))

    page = browser.get(f"/desk/{council.slug}")

    assert page.status_code == 200
    assert "Nothing waits for you" in page.words
    assert "No proposal is in progress" in page.words


def test_a_moderator_sees_reports_and_an_officer_does_not(browser, another_browser):
    proposal = a_proposal()
    a_report(a_comment(proposal), timedelta(hours=30))
    address = f"/desk/{proposal.council.slug}"

    moderator = browser.sign_in(a_member(proposal.council, Role.MODERATOR)).get(address)
    officer = another_browser().sign_in(a_member(proposal.council, Role.OFFICER)).get(address)

    assert needs(moderator) == ["Decide 1 case"]
    assert moderator.one(".d-todo--late")
    assert needs(officer) == []


def test_a_second_person_is_asked_to_agree_and_the_author_is_not(browser, another_browser):
    proposal = a_proposal(Status.INTERNAL_REVIEW)
    address = f"/desk/{proposal.council.slug}"

    other = browser.sign_in(a_member(proposal.council, Role.OFFICER)).get(address)
    author = another_browser().sign_in(proposal.author).get(address)

    assert needs(other) == [f"Read and agree: {proposal.title}"]
    assert needs(author) == []


def test_whoever_changed_the_draft_is_not_asked_and_a_decision_maker_is(browser, another_browser):
    proposal = a_proposal(Status.INTERNAL_REVIEW)
    editor = a_member(proposal.council, Role.OFFICER)
    proposal.editors = [str(editor.id)]
    proposal.draft = {"opens_at": "2099-03-15T09:00:00+00:00"}
    decides = a_member(proposal.council, Role.DECISION_MAKER)
    address = f"/desk/{proposal.council.slug}"

    asked = browser.sign_in(decides).get(address)
    changed = another_browser().sign_in(editor).get(address)

    assert needs(asked) == [f"Read and agree: {proposal.title}"]
    assert "15 Mar" in asked.words
    assert needs(changed) == []


def test_comments_without_an_outcome_are_counted_after_closing(browser):
    proposal = a_proposal(Status.CONSIDERING)
    for _ in range(3):
        a_comment(proposal)
    browser.sign_in(a_member(proposal.council, Role.MODERATOR))

    page = browser.get(f"/desk/{proposal.council.slug}")

    assert needs(page) == ["3 comments have no outcome yet"]


def test_only_a_decision_maker_who_did_not_draft_is_asked_to_sign(browser, another_browser):
    proposal = a_proposal(Status.DECISION_DRAFTED)
    a_draft(proposal, sent_at=core_clock.now())
    address = f"/desk/{proposal.council.slug}"

    signer = browser.sign_in(a_member(proposal.council, Role.DECISION_MAKER)).get(address)
    author = another_browser().sign_in(proposal.author).get(address)

    assert needs(signer) == ["Read and sign the decision"]
    assert needs(author) == []


def test_a_round_that_closes_within_a_week_is_named(browser):
    proposal = a_proposal(closes_at=core_clock.now() + timedelta(days=3))
    browser.sign_in(proposal.author)

    page = browser.get(f"/desk/{proposal.council.slug}")

    assert needs(page) == [f"Closes soon: {proposal.title}"]


def test_an_overdue_promise_stands_out(browser):
    yesterday = (core_clock.now() - timedelta(days=2)).date()
    proposal = a_proposal(Status.CONSIDERING, feedback_promised_on=yesterday)
    browser.sign_in(proposal.author)

    page = browser.get(f"/desk/{proposal.council.slug}")

    assert "Overdue" in page.words
    assert needs(page) == ["Draft the decision"]
    assert page.one(".d-todo--late")


def test_hidden_results_show_who_took_part_and_never_what_they_think(browser):
    proposal = a_proposal(hides_results=True)
    for _ in range(3):
        a_vote(proposal, Stance.OPPOSE)
    db.session.add(
        Tally(
            proposal_id=proposal.id,
            stance=Stance.OPPOSE,
            level=Verification.EMAIL_VERIFIED,
            votes=3,
        )
    )
    browser.sign_in(proposal.author)

    page = browser.get(f"/desk/{proposal.council.slug}")

    assert "3 views" in page.words
    assert [cell.text for cell in page.select("tfoot td")] == ["3", "0"]
    assert "oppose" not in page.text.lower()
    assert "What they think is shown to nobody until the round closes." in page.words


def test_a_view_given_near_midnight_counts_for_the_day_in_london(browser):
    from datetime import UTC, datetime

    from consult.desk import queries

    proposal = a_proposal()
    a_vote(proposal, created_at=datetime(2026, 6, 1, 23, 30, tzinfo=UTC))

    assert [day.isoformat() for day in queries.days_of(proposal)] == ["2026-06-02"]


def test_the_desk_costs_the_same_however_much_is_on_it(browser, at_most):
    council = a_council()
    officer = a_member(council, Role.OFFICER, Role.MODERATOR)
    for status in (Status.OPEN, Status.CONSIDERING, Status.DECISION_DRAFTED, Status.DRAFT):
        for _ in range(4):
            proposal = a_proposal(status, council=council)
            a_report(a_comment(proposal), timedelta(hours=2))
            if status is Status.OPEN:
                a_vote(proposal)
    browser.sign_in(officer)
    address = f"/desk/{council.slug}"

    with at_most(12):
        page = browser.get(address)

    assert page.status_code == 200
    assert len(page.select(".d-stacked tbody tr")) == 16
