"""Themes and outcomes are made after the close, by hand, once each."""

import pytest

from consult.analysis import queries, rules
from consult.analysis.models import Disposition
from consult.core.errors import Invalid, NotFound, Refused
from consult.councils.models import Role
from consult.participation.models import Visibility
from consult.proposals.models import Status
from tests.decisions.stories import a_story
from tests.factories import a_comment, a_member, a_proposal


def test_themes_wait_until_the_round_has_closed() -> None:
    proposal = a_proposal(Status.OPEN)
    moderator = a_member(proposal.council, Role.MODERATOR)

    with pytest.raises(Refused, match="after the round has closed"):
        rules.create_theme(moderator, proposal, "Early", "Too early.")


def test_the_first_theme_begins_the_reading() -> None:
    proposal = a_proposal(Status.CLOSED)
    moderator = a_member(proposal.council, Role.MODERATOR)

    rules.create_theme(moderator, proposal, "Letters", "People fear letters.")

    assert proposal.status is Status.CONSIDERING


def test_the_same_theme_twice_is_one() -> None:
    story = a_story()

    again = rules.create_theme(
        story.moderator, story.proposal, "Share less", "Fewer facts would do."
    )

    assert again.id == story.theme.id


def test_another_theme_of_the_same_name_is_refused() -> None:
    story = a_story()

    with pytest.raises(Invalid) as refused:
        rules.create_theme(story.moderator, story.proposal, "Share less", "Something else.")

    assert refused.value.field == "label"


def test_a_comment_is_put_under_a_theme_once() -> None:
    story = a_story()

    rules.put_under(story.moderator, story.theme, story.comments[:2])

    assert queries.coverage(story.proposal).themed == 2
    assert sum(queries.counts_by_theme(story.proposal)[story.theme.id].values()) == 2


def test_a_hidden_comment_needs_an_outcome_and_a_deleted_one_does_not() -> None:
    story = a_story()
    story.comments[2].visibility = Visibility.HIDDEN
    a_comment(story.proposal, body="", visibility=Visibility.DELETED)

    coverage = queries.coverage(story.proposal)

    assert (coverage.total, coverage.open) == (3, 1)


def test_an_official_reply_needs_no_outcome() -> None:
    story = a_story()
    a_comment(story.proposal, body="Thank you.", parent=story.comments[0], is_official=True)

    assert queries.coverage(story.proposal).total == 3


def test_an_outcome_replaces_the_one_before() -> None:
    story = a_story()
    rules.give_outcome(story.moderator, story.comments[2], Disposition.AGREED)

    rules.give_outcome(story.moderator, story.comments[2], Disposition.NOT_CHANGED, "Too costly.")

    assert [one.disposition for one in queries.outcomes(story.proposal)] == [
        Disposition.NOT_CHANGED
    ]


def test_a_deleted_theme_leaves_its_comments_open() -> None:
    story = a_story()

    rules.delete_theme(story.moderator, story.theme)

    assert queries.without_outcome(story.proposal) == 3


def test_themes_change_places_and_stop_at_the_edges() -> None:
    story = a_story()
    second = rules.create_theme(story.moderator, story.proposal, "Letters", "Fear of letters.")

    rules.move_theme(story.moderator, second, up=True)
    rules.move_theme(story.moderator, second, up=True)

    assert [theme.label for theme in queries.themes(story.proposal)] == ["Letters", "Share less"]


def test_a_hidden_comment_cannot_be_quoted() -> None:
    story = a_story()
    story.comments[0].visibility = Visibility.HIDDEN

    with pytest.raises(Refused, match="can be quoted"):
        rules.quote(story.moderator, story.theme, story.comments[0])


def test_one_comment_speaks_for_a_theme() -> None:
    story = a_story()

    rules.quote(story.moderator, story.theme, story.comments[0])
    rules.quote(story.moderator, story.theme, story.comments[1])

    quoted = [one.comment_id for one in queries.placed(story.proposal) if one.is_quote]
    assert quoted == [story.comments[1].id]


def test_comments_of_another_proposal_are_not_found() -> None:
    story = a_story()
    other = a_comment(a_proposal(Status.CONSIDERING))

    with pytest.raises(NotFound):
        queries.comments_named(story.proposal, [other.id])


def test_the_workbench_shows_first_what_has_no_outcome() -> None:
    story = a_story()

    shown = [row.comment.id for row in queries.workbench(story.proposal, "open").items]

    assert shown == [story.comments[2].id]
