"""What a check held back comes to the moderators, once, and goes when its time is over."""

import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Checks
from consult.moderation import queries, rules
from consult.moderation.models import AT_RISK, ORDINARY, Act, FoundBy, Reason
from consult.moderation.redaction import Detail, Span
from consult.participation import rules as participation
from consult.participation.models import Held, Stance, Visibility
from consult.participation.rules import Private
from tests.factories import a_person, a_proposal
from tests.moderation.held import (
    COVERED,
    DESPAIR,
    PHONE,
    THREAT,
    case_of,
    held,
    mails,
)


def test_the_worker_takes_in_what_was_held(run_jobs):
    proposal = a_proposal()
    comment = participation.post_comment(
        a_person(), proposal, Stance.OPPOSE, PHONE, private=Private.KEEP
    )

    run_jobs()

    assert case_of(comment) is not None
    assert queries.original(comment).body == PHONE
    assert db.session.query(Held).count() == 0


def test_taking_in_twice_is_taking_in_once():
    _, comment = held(PHONE)

    rules.take_in(comment.id)

    assert len(queries.actions_on(comment)) == 1
    assert queries.queue_count(comment.proposal.council) == 1


def test_holding_is_told_to_the_author_and_to_the_record_without_the_words():
    _, comment = held(PHONE)

    action = queries.last_action(comment)
    (fact,) = changelog.entries_after(0, [Fact.MODERATION_ACTION])

    assert (action.act, action.found_by, action.moderator_id) == (
        Act.HOLD,
        FoundBy.AUTOMATED,
        None,
    )
    assert fact.fields["act"] == "hold"
    assert [mail.subject for mail in mails()] == ["We are checking your comment"]
    assert "960417" not in str(fact.fields) + mails()[0].text


@pytest.mark.parametrize(
    ("words", "rank", "alerts"), [(PHONE, ORDINARY, 0), (THREAT, AT_RISK, 1), (DESPAIR, AT_RISK, 1)]
)
def test_where_somebody_may_come_to_harm_it_is_first_and_the_duty_contact_knows(
    words, rank, alerts
):
    _, comment = held(words)

    alerted = [mail for mail in mails() if "danger" in mail.subject]

    assert case_of(comment).rank == rank
    assert len(alerted) == alerts
    assert all(mail.to == comment.proposal.council.contact_email for mail in alerted)
    assert all(words not in mail.text for mail in mails())


def test_a_moderator_publishes_it_as_written():
    moderator, comment = held(THREAT)

    rules.restore(moderator, comment)

    assert (comment.body, comment.visibility) == (THREAT, Visibility.SHOWN)
    assert case_of(comment) is None
    assert queries.last_action(comment).found_by is FoundBy.AUTOMATED


def test_a_moderator_removes_details_from_what_was_written():
    moderator, comment = held(PHONE)
    spans = [Span("01632 960417", Detail.PHONE)]

    rules.redact(moderator, comment, spans, Reason.PERSONAL_DATA)

    assert (comment.body, comment.visibility) == (COVERED, Visibility.REDACTED)
    assert case_of(comment) is None


def test_a_moderator_hides_it_and_a_later_look_shows_it_again_covered():
    moderator, comment = held(PHONE)

    rules.hide(moderator, comment, Reason.PERSONAL_DATA)
    rules.restore(moderator, comment)

    assert (comment.body, comment.visibility) == (COVERED, Visibility.REDACTED)


def test_what_is_held_cannot_be_left_as_it_is():
    moderator, comment = held(THREAT)

    with pytest.raises(Refused):
        rules.keep(moderator, comment)
    with pytest.raises(Refused):
        rules.act(moderator, comment, rules.Order(Act.HOLD))


def test_the_letter_about_it_may_not_repeat_it():
    moderator, comment = held(THREAT)

    with pytest.raises(Invalid):
        rules.hide(moderator, comment, Reason.ABUSE_OR_THREAT, f"You said: {THREAT}")


def test_its_author_taking_it_back_takes_it_off_the_list():
    _, comment = held(THREAT)

    participation.delete_comment(comment.author, comment)

    assert queries.queue_count(comment.proposal.council) == 0
    assert queries.queue(comment.proposal.council).items == []


def test_a_report_on_what_is_held_is_answered_with_it():
    moderator, comment = held(PHONE)
    rules.report(None, comment, Reason.PERSONAL_DATA, None, "k" * 64)
    assert queries.queue_figures(comment.proposal.council).waiting == 2

    rules.redact(moderator, comment, [Span("01632 960417", Detail.PHONE)], Reason.PERSONAL_DATA)

    assert queries.queue_figures(comment.proposal.council).waiting == 0


# When nobody decides in time


def test_it_waits_where_the_council_wants_it_to(clock):
    _, threat = held(THREAT)
    clock.forward(days=7)

    assert rules.publish_held() == 0
    assert threat.visibility is Visibility.HELD


@pytest.mark.parametrize("words", [PHONE, THREAT, DESPAIR])
def test_private_details_and_danger_never_publish_themselves(clock, words):
    _, comment = held(words, publishes=True)
    clock.forward(days=7)

    assert rules.publish_held() == 0
    assert case_of(comment) is not None


def test_other_words_are_published_in_time_where_the_council_wants_it(clock):
    proposal = a_proposal()
    db.session.add(
        Checks(council_id=proposal.council_id, publishes_held=True, cues_added=["burn it down"])
    )
    comment = participation.post_comment(
        a_person(), proposal, Stance.OPPOSE, "We should burn it down"
    )
    rules.take_in(comment.id)
    assert rules.publish_held() == 0
    clock.forward(days=7)

    assert rules.publish_held() == 1
    assert (comment.body, comment.visibility) == ("We should burn it down", Visibility.SHOWN)
    assert case_of(comment) is None
    assert "No moderator decided in time" in mails()[-1].text


# The desk


def test_the_words_are_shown_on_request_with_what_was_found(browser):
    moderator, comment = held(PHONE)
    browser.sign_in(moderator)
    where = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"

    before = browser.get(where)
    after = browser.post(f"{where}/original", {})

    assert "960417" not in before.text
    assert "960417" in after.text
    assert after.one("#spans-0-words")["value"] == "01632 960417"
    assert "Publish as written" in after.words


def test_its_author_reads_what_happens_and_by_when(browser):
    _, comment = held(DESPAIR)
    browser.sign_in(comment.author)
    proposal = comment.proposal

    page = browser.get(
        f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments/{comment.id}"
    )

    assert "We are checking your comment" in page.words
    assert "116 123" in page.words
    assert DESPAIR in page.words
