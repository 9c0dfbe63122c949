"""A decision passes the gate and a second person, or it is not published."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from consult.analysis import queries as analysis_queries
from consult.analysis import rules as analysis
from consult.analysis.models import Disposition
from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.decisions import queries, rules
from consult.decisions.models import Change
from consult.proposals.models import Status
from tests.conftest import Clock
from tests.decisions.stories import ENDING, STATEMENT, a_story, an_answered_story
from tests.factories import a_comment, a_member, a_theme


def test_one_comment_without_an_outcome_closes_the_gate() -> None:
    story = an_answered_story()
    a_comment(story.proposal, body="One more")

    with pytest.raises(Refused, match="1 comment has no outcome"):
        rules.send_for_signature(story.officer, story.proposal)


def test_one_theme_without_an_answer_closes_the_gate() -> None:
    story = an_answered_story()
    a_theme(story.proposal)

    with pytest.raises(Refused, match="1 theme has no answer"):
        rules.send_for_signature(story.officer, story.proposal)


def test_a_signed_decision_is_published_and_recorded() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)

    decided = rules.sign(story.signer, story.proposal, read_all=True)

    kinds = [Fact.SUMMARY_PUBLISHED, Fact.DECISION_PUBLISHED]
    said = changelog.entries_after(0, kinds)
    assert story.proposal.status is Status.DECIDED
    assert decided.is_published
    assert [one.kind for one in said] == kinds
    assert said[0].fields == {
        "themes": 1,
        "comments": 3,
        "outcomes": {"changed": 1, "already_in_place": 1},
    }
    assert said[1].seq == decided.log_seq
    assert said[1].fields["report_hash"] == decided.report_hash


def test_nobody_signs_what_they_drafted() -> None:
    story = an_answered_story()
    a_member(story.council, Role.DECISION_MAKER, person=story.officer)
    rules.send_for_signature(story.officer, story.proposal)

    with pytest.raises(Refused, match="Nobody signs what they wrote"):
        rules.sign(story.officer, story.proposal, read_all=True)


def test_nobody_signs_what_they_edited() -> None:
    story = an_answered_story()
    rules.save_statement(story.signer, story.proposal, STATEMENT)
    rules.send_for_signature(story.officer, story.proposal)

    with pytest.raises(Refused, match="Nobody signs what they wrote"):
        rules.sign(story.signer, story.proposal, read_all=True)


def test_nobody_signs_what_came_of_a_comment_in_their_own_words() -> None:
    story = a_story()
    names, settles = (a_member(story.council, Role.DECISION_MAKER) for _ in range(2))
    analysis.give_outcome(settles, story.comments[2], Disposition.AGREED)
    other = analysis.create_theme(names, story.proposal, "Letters", "People fear letters.")
    for theme in (story.theme, other):
        rules.answer_theme(story.officer, theme, Disposition.CHANGED, "Six facts become one.")
    rules.save_statement(story.officer, story.proposal, STATEMENT)
    rules.save_ending(story.officer, story.proposal, ENDING)
    decided = queries.draft(story.proposal)

    assert decided is not None
    assert queries.writers(decided) == {story.officer.id, story.moderator.id, names.id, settles.id}


def test_an_unread_report_is_not_signed() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)

    with pytest.raises(Invalid):
        rules.sign(story.signer, story.proposal, read_all=False)

    assert queries.decision(story.proposal) is None


def test_a_report_that_changed_since_it_was_sent_is_not_signed() -> None:
    story = an_answered_story()
    decided = rules.send_for_signature(story.officer, story.proposal)
    change = db.session.scalars(select(Change).filter_by(decision_id=decided.id)).one()
    change.after = "Two flags"
    db.session.flush()

    with pytest.raises(Refused, match="changed since it was sent"):
        rules.sign(story.signer, story.proposal, read_all=True)


def test_an_outcome_cannot_change_while_the_decision_waits() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)

    with pytest.raises(Refused, match="waits for a signature"):
        analysis.take_outcome(story.moderator, story.comments[2])


def test_a_returned_draft_can_be_worked_on_and_sent_again() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    rules.return_draft(story.signer, story.proposal, "Say more about letters.")

    rules.answer_theme(story.officer, story.theme, Disposition.CHANGED, "Letters are plain.")
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    assert queries.decision(story.proposal) is not None


def test_signing_twice_records_one_decision() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)

    first = rules.sign(story.signer, story.proposal, read_all=True)
    second = rules.sign(story.signer, story.proposal, read_all=True)

    assert first.id == second.id
    assert len(changelog.entries_after(0, [Fact.DECISION_PUBLISHED])) == 1


def test_after_the_decision_nothing_changes() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    with pytest.raises(Refused, match="is published"):
        rules.save_statement(story.officer, story.proposal, STATEMENT)
    with pytest.raises(Refused, match="is published"):
        analysis.create_theme(story.moderator, story.proposal, "Late", "Too late.")


@pytest.mark.parametrize(
    ("disposition", "field"),
    [
        (Disposition.NOT_CHANGED, "reason"),
        (Disposition.OUT_OF_SCOPE, "reason"),
        (Disposition.MORE_WORK_NEEDED, "by_when"),
    ],
)
def test_a_disposition_asks_for_what_it_needs(disposition: Disposition, field: str) -> None:
    story = a_story()

    with pytest.raises(Invalid) as refused:
        rules.answer_theme(story.officer, story.theme, disposition, "We will see.")

    assert refused.value.field == field


def test_work_is_promised_for_today_or_later(clock: Clock) -> None:
    clock.at(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))  # the 2nd, in London
    story = a_story()
    said = (Disposition.MORE_WORK_NEEDED, "We will see.")

    for passed in (date(1, 1, 1), date(2026, 7, 1)):
        with pytest.raises(Invalid) as refused:
            rules.answer_theme(story.officer, story.theme, *said, by_when=passed)
        assert refused.value.field == "by_when"

    today = date(2026, 7, 2)
    assert rules.answer_theme(story.officer, story.theme, *said, by_when=today).by_when == today


def test_a_change_comes_from_somewhere() -> None:
    story = a_story()

    with pytest.raises(Invalid) as refused:
        rules.save_change(
            story.officer,
            story.proposal,
            None,
            title="Less",
            before="Six",
            after="One",
            themes=[],
            comments=[],
        )

    assert refused.value.field == "themes"


def test_a_decision_with_changes_names_one() -> None:
    story = an_answered_story()
    decided = queries.draft(story.proposal)
    assert decided is not None
    rules.delete_change(story.officer, story.proposal, queries.changes(decided)[0].change)

    with pytest.raises(Refused, match="Name at least one change"):
        rules.send_for_signature(story.officer, story.proposal)


def test_a_comment_finds_its_themes_answers_and_changes() -> None:
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    rules.sign(story.signer, story.proposal, read_all=True)

    path = queries.outcome_path(story.comments[0])
    own = queries.outcome_path(story.comments[2])

    assert [theme.label for theme, _ in path.themes] == ["Share less"]
    assert [change.title for change in path.changes] == ["One flag, not six facts"]
    assert own.outcome is not None
    assert own.outcome.disposition is Disposition.ALREADY_IN_PLACE


def test_before_the_decision_nothing_of_it_is_told() -> None:
    story = an_answered_story()

    path = queries.outcome_path(story.comments[0])

    assert (path.themes, path.outcome, path.changes, path.decision) == ([], None, [], None)


def test_each_commenter_is_told_once() -> None:
    story = an_answered_story()
    author = story.comments[0].author
    a_comment(story.proposal, author=author, body="And another")

    told = queries.commenters_to_tell(story.proposal)

    mine = [comments for person, comments in told if person.id == author.id]
    assert [len(comments) for comments in mine] == [2]
    assert analysis_queries.coverage(story.proposal).total == 4
