"""The workbench at its addresses."""

import pytest

from consult.analysis import queries, rules
from consult.analysis.models import Disposition
from consult.councils.models import Role
from consult.participation.models import Visibility
from consult.proposals.models import Status
from tests.browser import Browser
from tests.decisions.stories import Story, a_story
from tests.factories import a_comment, a_member, a_proposal, a_theme


def desk(story: Story) -> str:
    return f"/desk/{story.council.slug}/proposals/{story.proposal.slug}/themes"


def test_the_workbench_tells_how_far_the_reading_is(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)

    page = browser.get(desk(story))

    assert page.status_code == 200
    assert "2 / 3" in page.words
    assert "Words question" in page.words
    assert "Words oppose" not in page.words


@pytest.mark.parametrize("role", [Role.ANALYST, Role.OWNER, Role.DECISION_MAKER])
def test_others_of_the_council_read_and_change_nothing(browser: Browser, role: Role) -> None:
    story = a_story()
    browser.sign_in(a_member(story.council, role))

    read = browser.get(desk(story))
    write = browser.post(f"{desk(story)}/new", {"label": "Mine", "summary": "All mine."})

    assert (read.status_code, write.status_code) == (200, 403)
    assert len(queries.themes(story.proposal)) == 1


def test_a_stranger_finds_no_desk(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.comments[0].author)

    assert browser.get(desk(story)).status_code == 404


def test_a_theme_without_a_summary_keeps_what_was_typed(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)

    page = browser.post(f"{desk(story)}/new", {"label": "Letters", "summary": " "})

    assert page.status_code == 422
    assert page.one("#label")["value"] == "Letters"
    assert page.one(".govuk-error-summary a")["href"] == "#summary"
    assert len(queries.themes(story.proposal)) == 1


def test_the_same_theme_sent_twice_is_one(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    words = {"label": "Letters", "summary": "People fear letters."}

    pages = [browser.post(f"{desk(story)}/new", words) for _ in range(2)]

    assert [page.status_code for page in pages] == [303, 303]
    assert len(queries.themes(story.proposal)) == 2


def test_ticked_comments_go_under_the_theme_and_the_filter_stays(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    sent = {"theme": str(story.theme.id), "comments": [str(one.id) for one in story.comments]}

    page = browser.post(f"{desk(story)}/put?show=all&stance=oppose", sent)

    assert page.status_code == 303
    assert page.location is not None
    assert page.location.endswith("?show=all&stance=oppose")
    assert queries.coverage(story.proposal).themed == 3


def test_no_tick_is_asked_for(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)

    page = browser.post(f"{desk(story)}/put?show=all", {"theme": str(story.theme.id)})

    assert page.status_code == 422
    assert "Tick at least one comment." in page.words
    assert "Words oppose" in page.words


def test_ids_of_another_proposal_are_not_found(browser: Browser) -> None:
    story = a_story()
    other = a_proposal(Status.CONSIDERING, story.council)
    comment, theme = a_comment(other), a_theme(other)
    browser.sign_in(story.moderator)
    here = desk(story)

    pages = [
        browser.get(f"{here}?theme={theme.id}"),
        browser.get(f"{here}/{theme.id}/edit"),
        browser.post(f"{here}/{theme.id}/delete"),
        browser.post(f"{here}/{theme.id}/up", {"seen": "1"}),
        browser.post(f"{here}/put", {"theme": str(story.theme.id), "comments": [str(comment.id)]}),
        browser.get(f"{here}/comments/{comment.id}/outcome"),
        browser.post(f"{here}/comments/{comment.id}/outcome", {"disposition": "agreed"}),
        browser.post(f"{here}/{story.theme.id}/comments/{comment.id}/quote"),
    ]

    assert {page.status_code for page in pages} == {404}


def test_a_double_click_moves_a_theme_once(browser: Browser) -> None:
    story = a_story()
    for label in ("Second", "Third"):
        rules.create_theme(story.moderator, story.proposal, label, "Words.")
    third = queries.themes(story.proposal)[2]
    browser.sign_in(story.moderator)

    for _ in range(2):
        browser.post(f"{desk(story)}/{third.id}/up", {"seen": "3"})

    labels = [theme.label for theme in queries.themes(story.proposal)]
    assert labels == ["Share less", "Third", "Second"]


def test_a_theme_goes_only_after_a_question(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    here = f"{desk(story)}/{story.theme.id}/delete"

    asked = browser.get(here)
    done = browser.post(here)

    assert "2 comments stand under it" in asked.words
    assert done.status_code == 303
    assert queries.without_outcome(story.proposal) == 3


def test_not_changed_needs_a_reason(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    here = f"{desk(story)}/comments/{story.comments[2].id}/outcome"

    page = browser.post(here, {"disposition": "not_changed", "reason": ""})

    assert page.status_code == 422
    assert "Say why this was not changed." in page.words
    assert queries.outcome_of(story.comments[2]) is None


def test_a_day_that_has_passed_is_refused_beside_its_field(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    here = f"{desk(story)}/comments/{story.comments[2].id}/outcome"

    page = browser.post(here, {"disposition": "more_work_needed", "by_when": "0001-01-01"})

    assert page.status_code == 422
    assert "This day has passed." in page.one("#by_when-error").text
    assert page.one("#by_when")["value"] == "0001-01-01"


def test_an_outcome_is_given_and_taken_back(browser: Browser) -> None:
    story = a_story()
    browser.sign_in(story.moderator)
    here = f"{desk(story)}/comments/{story.comments[2].id}/outcome"

    browser.post(here, {"disposition": "out_of_scope", "reason": "Ask the highways team."})
    given = queries.outcome_of(story.comments[2])
    assert given is not None
    assert given.disposition is Disposition.OUT_OF_SCOPE

    browser.post(f"{here}/take")
    assert queries.outcome_of(story.comments[2]) is None


def test_a_hidden_comment_shows_why_and_not_its_words(browser: Browser) -> None:
    story = a_story()
    story.comments[2].visibility = Visibility.HIDDEN
    story.comments[2].notice = "threat"
    browser.sign_in(story.moderator)

    page = browser.get(desk(story))

    assert "Words question" not in page.words
    assert "still needs an outcome" in page.words


def test_before_the_close_nothing_is_grouped(browser: Browser) -> None:
    proposal = a_proposal(Status.OPEN)
    browser.sign_in(a_member(proposal.council, Role.MODERATOR))
    here = f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/themes"

    page = browser.post(f"{here}/new", {"label": "Early", "summary": "Too early."})

    assert page.status_code == 409


def test_the_workbench_costs_the_same_however_long_it_is(browser: Browser, at_most) -> None:  # type: ignore[no-untyped-def]
    story = a_story()
    for n in range(45):
        comment = a_comment(story.proposal, body=f"Long list {n}")
        rules.put_under(story.moderator, story.theme, [comment])
    browser.sign_in(story.moderator)

    address = f"{desk(story)}?theme={story.theme.id}"

    with at_most(13):
        first = browser.get(address)
    following = first.one("a[rel~=next], .more a, a.more")["href"]

    assert len(first.select("article.d-c")) == 20
    assert len(browser.get(following).select("article.d-c")) == 20
