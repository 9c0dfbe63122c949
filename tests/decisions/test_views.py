"""Drafting and signing a decision at its addresses."""

import pytest
from sqlalchemy import delete

from consult.analysis.models import Disposition, Outcome
from consult.core.db import db
from consult.councils.models import Role
from consult.decisions import queries, rules
from consult.proposals.models import Status
from tests.browser import Browser
from tests.decisions.stories import Story, a_sent_story, a_story, an_answered_story
from tests.factories import a_member, a_proposal, a_theme


def desk(story: Story) -> str:
    return f"/desk/{story.council.slug}/proposals/{story.proposal.slug}/decision"


def test_the_gate_names_what_is_missing(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)

    page = browser.get(desk(story))

    assert "1 comment has none" in page.words
    assert "1 theme has none: Share less" in page.words
    assert "Send for signature" not in page.words


def test_a_closed_gate_sends_nothing(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)

    page = browser.post(f"{desk(story)}/send")

    assert page.status_code == 409
    assert "1 comment has no outcome yet." in page.words
    assert story.proposal.status is Status.CONSIDERING


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ANALYST, Role.DECISION_MAKER, Role.OWNER])
def test_only_officers_draft(browser: Browser, role: Role) -> None:
    story = a_story()
    browser.sign_in(a_member(story.council, role))

    assert browser.get(desk(story)).status_code == 200
    assert browser.get(f"{desk(story)}/statement").status_code == 403
    assert browser.post(f"{desk(story)}/send").status_code == 403


def test_only_decision_makers_sign(browser: Browser) -> None:
    story = a_sent_story()
    browser.sign_in(story.officer)

    assert browser.post(f"{desk(story)}/sign", {"read_all": "y"}).status_code == 403


def test_an_answer_that_lacks_its_reason_keeps_what_was_typed(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)
    here = f"{desk(story)}/answers/{story.theme.id}"

    page = browser.post(here, {"disposition": "not_changed", "text": "We will not."})

    assert page.status_code == 422
    assert page.one("#text").text == "We will not."
    assert queries.answers(story.proposal) == {}


def test_another_proposals_theme_is_not_answered_here(browser: Browser) -> None:
    story = a_story()
    theme = a_theme(a_proposal(Status.CONSIDERING, story.council))
    browser.sign_in(story.officer)

    page = browser.post(f"{desk(story)}/answers/{theme.id}", {"disposition": "agreed", "text": "y"})

    assert page.status_code == 404


def test_a_statement_is_saved_with_its_markdown_made_safe(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)

    page = browser.post(
        f"{desk(story)}/statement",
        {
            "verdict": "adopted_with_changes",
            "headline": "We will go ahead",
            "statement": "We **will**. <script>alert(1)</script>",
            "how_considered": "All were read.",
            "decided_by_role": "Cabinet",
        },
    )

    saved = queries.draft(story.proposal)
    assert page.status_code == 303
    assert saved is not None
    assert "<strong>will</strong>" in saved.statement_html
    assert "<script" not in saved.statement_html


def test_a_half_filled_row_is_asked_for(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)

    page = browser.post(
        f"{desk(story)}/ending",
        {"not_changed-0-request": "Ask first", "not_changed-0-reason": " ", "dissent": "Two."},
    )

    assert page.status_code == 422
    assert "or empty the row" in page.words
    assert page.one("#dissent").text == "Two."


def test_the_longest_list_of_next_steps_can_still_be_opened(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)
    sent = {f"next_steps-{n}-what": f"Step {n}" for n in range(20)}
    sent |= {f"next_steps-{n}-by": "2026-12-01" for n in range(20)}

    saved = browser.post(f"{desk(story)}/ending", sent)

    assert saved.status_code == 303
    assert browser.get(f"{desk(story)}/ending").status_code == 200


def test_a_change_is_added_once(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.officer)
    sent = {"title": "Less", "before": "Six", "after": "One", "themes": [str(story.theme.id)]}

    pages = [browser.post(f"{desk(story)}/changes/new", sent) for _ in range(2)]
    other = browser.post(f"{desk(story)}/changes/new", sent | {"after": "Two"})

    decided = queries.draft(story.proposal)
    assert decided is not None
    assert [page.status_code for page in pages] == [303, 303]
    assert other.status_code == 422
    assert [one.change.after for one in queries.changes(decided)] == ["One"]


def test_the_report_says_how_much_was_read_before_signing(browser: Browser) -> None:
    story = a_sent_story()
    browser.sign_in(story.signer)

    page = browser.get(f"{desk(story)}/report")

    assert "outcomes of all comments (3) and all answers (1)" in page.words
    assert "It is on the page." in page.words


def test_signing_publishes_and_leads_to_the_public_page(browser: Browser) -> None:
    story = a_sent_story()
    browser.sign_in(story.signer)

    page = browser.post(f"{desk(story)}/sign", {"read_all": "y"})

    assert page.status_code == 303
    assert browser.follow(page).status_code == 200
    db.session.refresh(story.proposal)
    assert story.proposal.status is Status.DECIDED


def test_signing_without_the_tick_is_refused_beside_it(browser: Browser) -> None:
    story = a_sent_story()
    browser.sign_in(story.signer)

    page = browser.post(f"{desk(story)}/sign")

    assert page.status_code == 422
    assert queries.decision(story.proposal) is None


def test_an_outcome_that_went_missing_stops_the_signature(browser: Browser) -> None:
    story = a_sent_story()
    db.session.execute(delete(Outcome).where(Outcome.comment_id == story.comments[2].id))
    browser.sign_in(story.signer)

    page = browser.post(f"{desk(story)}/sign", {"read_all": "y"})

    assert page.status_code == 409
    assert queries.decision(story.proposal) is None


def test_who_answered_a_theme_does_not_sign() -> None:
    story = an_answered_story()
    rules.answer_theme(story.signer, story.theme, Disposition.CHANGED, "Mine.")

    decided = queries.draft(story.proposal)

    assert decided is not None
    assert story.signer.id in queries.writers(decided)


def test_a_returned_draft_says_why(browser: Browser) -> None:
    story = a_sent_story()
    browser.sign_in(story.signer)

    pages = [browser.post(f"{desk(story)}/return", {"words": "Say more."}) for _ in range(2)]

    assert [page.status_code for page in pages] == [303, 303]
    assert "Say more." in browser.get(desk(story)).words
