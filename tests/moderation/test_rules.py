from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.moderation import queries, rules
from consult.moderation.models import (
    Act,
    Reason,
    Report,
)
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Order
from consult.participation.models import Visibility
from tests.factories import a_person
from tests.moderation.cases import (
    ADDRESS,
    BODY,
    PHONE,
    a_case,
    a_report,
    an_edit,
    everything_public,
    facts,
    mails,
)

# Reports


def test_anybody_may_report_a_comment_without_signing_in():
    _, comment = a_case()

    a_report(comment)

    assert queries.queue_count(comment.proposal.council) == 1


def test_a_second_report_by_the_same_reporter_is_the_first():
    _, comment = a_case()

    first, second = a_report(comment), a_report(comment, reason=Reason.HATE)

    assert first is second
    assert db.session.query(Report).count() == 1


def test_reports_of_two_people_count_as_two_and_wait_as_one():
    _, comment = a_case()

    a_report(comment, key="a" * 64)
    a_report(comment, key="b" * 64)

    assert queries.queue_count(comment.proposal.council) == 1
    assert queries.queue(comment.proposal.council).items[0].reports == 2


@pytest.mark.parametrize("visibility", [Visibility.HIDDEN, Visibility.DELETED])
def test_a_report_about_what_is_no_longer_there_is_refused_with_thanks(visibility):
    _, comment = a_case(visibility=visibility)

    with pytest.raises(Refused, match="Thank you"):
        a_report(comment)


def test_only_the_author_may_ask_as_the_author():
    _, comment = a_case()

    with pytest.raises(Invalid):
        a_report(comment, a_person(), reason=Reason.AUTHOR_REQUEST)

    assert a_report(comment, comment.author, reason=Reason.AUTHOR_REQUEST)


# Hiding


def test_hiding_takes_the_words_and_keeps_the_place():
    moderator, comment = a_case()
    an_edit(comment, "Earlier: 01632 960417")

    rules.hide(moderator, comment, Reason.PERSONAL_DATA)

    assert comment.visibility is Visibility.HIDDEN
    assert "01632" not in everything_public(comment)
    original = queries.original(comment)
    assert original.body == BODY
    assert original.edits[0]["body"] == "Earlier: 01632 960417"
    assert original.keep_until - core_clock.now() > timedelta(days=89)


def test_hiding_again_has_no_second_effect():
    moderator, comment = a_case()

    first = rules.hide(moderator, comment, Reason.HATE)
    second = rules.hide(moderator, comment, Reason.HATE)

    assert first is second
    assert len(facts()) == 1
    assert len(mails()) == 1
    assert queries.original(comment).body == BODY


def test_hiding_for_another_reason_afterwards_is_refused():
    moderator, comment = a_case()
    rules.hide(moderator, comment, Reason.HATE)

    with pytest.raises(Refused):
        rules.hide(moderator, comment, Reason.OFF_TOPIC)


def test_nothing_is_hidden_without_a_reason():
    moderator, comment = a_case()

    with pytest.raises(Invalid) as error:
        rules.act(moderator, comment, Order(Act.HIDE))

    assert error.value.field == "reason"
    assert comment.visibility is Visibility.SHOWN
    assert comment.body == BODY


def test_the_letter_may_not_repeat_what_is_hidden():
    moderator, comment = a_case()

    with pytest.raises(Invalid) as error:
        rules.hide(moderator, comment, Reason.HATE, f"You wrote: {BODY}")

    assert error.value.field == "explanation"


# Removing details


def test_removing_details_leaves_a_mark_in_the_text_and_in_its_history():
    moderator, comment = a_case()
    edit = an_edit(comment, "First I wrote 01632 960417.")

    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)

    assert comment.body == "Ring me on [phone number removed] or write to 14 Tallow Lane."
    assert comment.visibility is Visibility.REDACTED
    assert "01632" not in everything_public(comment)
    assert queries.original(comment).body == BODY
    assert queries.original(comment).edits[0]["id"] == str(edit.id)


def test_removing_more_details_adds_to_what_was_removed():
    moderator, comment = a_case()

    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    rules.redact(moderator, comment, [ADDRESS], Reason.PERSONAL_DATA)

    assert comment.body == "Ring me on [phone number removed] or write to [address removed]."
    assert queries.original(comment).body == BODY
    assert len(facts()) == 2


def test_removing_the_same_details_twice_has_one_effect():
    moderator, comment = a_case()

    first = rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    second = rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)

    assert first is second
    assert len(facts()) == len(mails()) == 1


@pytest.mark.parametrize(
    "spans", [[], [Span("not there", Detail.NAME)], [PHONE, Span("R", Detail.OTHER)]]
)
def test_words_that_are_not_in_the_comment_change_nothing(spans):
    moderator, comment = a_case()

    with pytest.raises(Invalid) as error:
        rules.redact(moderator, comment, spans, Reason.PERSONAL_DATA)

    assert error.value.field == "spans"
    assert comment.body == BODY
    assert queries.original(comment) is None


def test_the_letter_may_not_repeat_what_is_removed():
    moderator, comment = a_case()

    with pytest.raises(Invalid) as error:
        rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA, "We took 01632 960417 out")

    assert error.value.field == "explanation"
