import pytest

from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import queries, rules
from consult.moderation.models import (
    FoundBy,
    ModerationAction,
    Original,
    OriginalReading,
    Reason,
)
from consult.participation.models import Visibility
from tests.factories import a_comment, a_proposal
from tests.moderation.cases import (
    BODY,
    PHONE,
    a_case,
    a_report,
    an_edit,
    everything_public,
    facts,
    mails,
)

# Showing again


def test_what_was_hidden_comes_back_exactly_with_its_history():
    moderator, comment = a_case("Some *words*\n\nand 1 < 2")
    html = comment.html
    edit_id = an_edit(comment, "Before").id
    rules.hide(moderator, comment, Reason.OFF_TOPIC)

    rules.restore(moderator, comment)

    assert (comment.body, comment.html) == ("Some *words*\n\nand 1 < 2", html)
    assert comment.visibility is Visibility.SHOWN
    assert [(edit.id, edit.body) for edit in queries.edits_of(comment)] == [(edit_id, "Before")]
    assert queries.original(comment) is None


def test_showing_a_hidden_comment_never_brings_removed_details_back():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    rules.hide(moderator, comment, Reason.HATE)

    rules.restore(moderator, comment)

    assert comment.visibility is Visibility.REDACTED
    assert "01632" not in everything_public(comment)
    assert "[phone number removed]" in comment.body


def test_showing_a_redacted_comment_again_brings_all_back():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)

    rules.restore(moderator, comment)

    assert comment.body == BODY
    assert comment.visibility is Visibility.SHOWN


def test_showing_again_twice_has_one_effect():
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)

    first, second = rules.restore(moderator, comment), rules.restore(moderator, comment)

    assert first is second
    assert len(facts()) == 2


def test_after_ninety_days_the_original_is_forgotten_and_cannot_come_back(clock):
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)
    clock.forward(days=89)
    assert rules.forget_originals() == 0
    clock.forward(days=2)

    assert rules.forget_originals() == 1

    db.session.flush()
    assert db.session.query(Original).count() == 0
    with pytest.raises(Refused):
        rules.restore(moderator, comment)


# Leaving as it is, and who may act


def test_leaving_a_comment_answers_its_reports_and_writes_to_nobody():
    moderator, comment = a_case()
    report = a_report(comment)

    action = rules.keep(moderator, comment)

    assert report.settled_by_id == action.id
    assert queries.queue_count(comment.proposal.council) == 0
    assert mails() == []
    assert comment.body == BODY


def test_leaving_what_nobody_reported_does_nothing():
    moderator, comment = a_case()

    assert rules.keep(moderator, comment) is None
    assert facts() == []


def test_nobody_decides_about_their_own_comment():
    comment = a_comment(a_proposal())

    with pytest.raises(Refused):
        rules.hide(comment.author, comment, Reason.OFF_TOPIC)


def test_nobody_decides_about_a_comment_that_they_reported():
    moderator, comment = a_case()
    a_report(comment, moderator)

    with pytest.raises(Refused):
        rules.keep(moderator, comment)


def test_the_author_of_a_proposal_cannot_silence_comments_on_it():
    _, comment = a_case()

    with pytest.raises(Refused):
        rules.hide(comment.proposal.author, comment, Reason.OFF_TOPIC)


def test_a_deleted_comment_is_left_alone():
    moderator, comment = a_case(visibility=Visibility.DELETED)

    with pytest.raises(Refused):
        rules.hide(moderator, comment, Reason.OFF_TOPIC)


# What follows


def test_an_act_is_on_the_record_without_words_or_names(clock):
    moderator, comment = a_case()
    a_report(comment)
    clock.forward(minutes=46)

    action = rules.hide(moderator, comment, Reason.PERSONAL_DATA, "Please leave numbers out.")

    fact = facts()[0]
    assert fact.seq == action.log_seq
    assert fact.fields == {
        "comment": str(comment.id),
        "act": "hide",
        "reason": "personal_data",
        "found_by": "report",
        "minutes": 46,
    }
    assert fact.by == "moderator"


def test_an_act_without_a_report_came_from_a_check_of_ones_own():
    moderator, comment = a_case()

    assert rules.hide(moderator, comment, Reason.HATE).found_by is FoundBy.OWN_CHECK


def test_the_author_gets_the_reason_and_the_rule_but_not_the_words():
    moderator, comment = a_case()

    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA, "Please ring the helpline.")

    (mail,) = mails()
    assert mail.to == comment.author.email
    assert "Someone’s private details" in mail.text
    assert "Rule 3: Protect your own privacy" in mail.text
    assert "Please ring the helpline." in mail.text
    assert f"/comments/{comment.id}" in mail.text
    assert "01632" not in mail.text
    assert "Tallow" not in mail.text


def test_reading_an_original_is_recorded():
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)

    original = rules.read_original(moderator, comment)

    assert original.body == BODY
    (reading,) = db.session.query(OriginalReading).all()
    assert (reading.comment_id, reading.reader_id) == (comment.id, moderator.id)


def test_each_act_keeps_who_did_it_for_the_council():
    moderator, comment = a_case()

    rules.hide(moderator, comment, Reason.HATE, "No insults, please.")

    (action,) = db.session.query(ModerationAction).all()
    assert action.moderator_id == moderator.id
    assert action.explanation == "No insults, please."
