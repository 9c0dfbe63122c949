"""Reading a decision, and what came of one comment."""

from typing import Any

from consult.analysis import rules as analysis
from consult.analysis.models import Disposition
from consult.decisions import rules
from consult.participation.models import Visibility
from tests.browser import Browser
from tests.decisions.stories import Story, a_decided_story, a_sent_story, an_answered_story
from tests.factories import a_comment


def public(story: Story) -> str:
    return f"/councils/{story.council.slug}/proposals/{story.proposal.slug}"


def test_before_the_signature_the_public_finds_no_decision(browser: Browser) -> None:
    story = a_sent_story()

    assert browser.get(f"{public(story)}/decision").status_code == 404


def test_the_decision_reads_as_said_heard_and_will(browser: Browser) -> None:
    story = a_decided_story()

    page = browser.get(f"{public(story)}/decision")

    assert (
        page.one(f"#theme-{story.theme.position} blockquote").text == "Words support_with_changes"
    )
    assert page.one(".redline del").text.endswith("Six facts")
    assert page.one(".trace svg title")
    assert "3 comments received" in page.words
    assert "1 comment stands under no theme" in page.words


def test_a_hidden_comment_is_counted_and_never_quoted(browser: Browser) -> None:
    story = an_answered_story()
    story.comments[0].visibility = Visibility.HIDDEN
    story.comments[0].notice = "threat"
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    decision = browser.get(f"{public(story)}/decision")
    outcome = browser.get(f"{public(story)}/comments/{story.comments[0].id}")

    assert "Words support_with_changes" not in decision.text + outcome.text
    assert decision.one("blockquote").text == "Words oppose"
    assert "1 comment was hidden" in decision.words
    assert "3 comments received" in decision.words


def test_the_links_of_an_outcome_lead_to_places_on_the_decision(browser: Browser) -> None:
    story = an_answered_story()
    gap = analysis.create_theme(story.moderator, story.proposal, "Letters", "Fear of letters.")
    last = analysis.create_theme(story.moderator, story.proposal, "Scams", "Fear of calls.")
    analysis.put_under(story.moderator, last, story.comments[:1])
    analysis.delete_theme(story.moderator, gap)
    rules.answer_theme(story.officer, last, Disposition.AGREED, "No calls.")
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    outcome = browser.get(f"{public(story)}/comments/{story.comments[0].id}")
    decision = browser.get(f"{public(story)}/decision")

    places = [
        one["href"].partition("#")[2]
        for one in outcome.select(".path a")
        if "/decision#" in one["href"]
    ]
    assert places
    assert all(decision.one(f"#{place}") for place in places)


def test_only_the_author_sees_what_they_can_do(browser: Browser) -> None:
    story = a_decided_story()
    here = f"{public(story)}/comments/{story.comments[0].id}"

    assert "Only you see this box" not in browser.get(here).words
    browser.sign_in(story.comments[0].author)
    assert "Only you see this box" in browser.get(here).words


def test_the_decision_costs_the_same_however_many_took_part(browser: Browser, at_most: Any) -> None:
    story = an_answered_story()
    for n in range(30):
        comment = a_comment(story.proposal, body=f"Another {n}")
        analysis.put_under(story.moderator, story.theme, [comment])
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    address = f"{public(story)}/decision"

    with at_most(12):
        assert browser.get(address).status_code == 200
