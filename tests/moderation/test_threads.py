import pytest

from consult.core.errors import Invalid, Refused
from consult.moderation import queries, rules
from consult.moderation.models import Act, Reason
from consult.moderation.rules import Order
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_comment, a_person
from tests.moderation.cases import a_case, a_report, facts, mails
from tests.moderation.test_views import desk_of, page_of

LOCK = Order(Act.LOCK, Reason.ABUSE_OR_THREAT, explanation="It grew too heated.")


def a_reply(comment, **given):
    return a_comment(comment.proposal, parent=comment, **given)


def reply_to(comment):
    return participation.post_comment(
        a_person(), comment.proposal, Stance.UNSURE, "One more thing", comment
    )


def test_a_closed_thread_takes_no_reply_and_keeps_what_was_said():
    moderator, comment = a_case()
    reply = a_reply(comment)

    rules.act(moderator, comment, LOCK)

    with pytest.raises(Refused, match="closed this thread"):
        reply_to(comment)
    with pytest.raises(Refused, match="closed this thread"):
        participation.hold_comment(
            "ada@example.org", comment.proposal, Stance.UNSURE, "And me", comment
        )
    assert comment.is_readable
    assert reply.is_readable


def test_an_opened_thread_takes_replies_again():
    moderator, comment = a_case()
    rules.act(moderator, comment, LOCK)

    rules.act(moderator, comment, Order(Act.UNLOCK))

    assert reply_to(comment).parent is comment


def test_closing_twice_closes_once_and_for_another_reason_is_refused():
    moderator, comment = a_case()

    first = rules.act(moderator, comment, LOCK)
    second = rules.act(moderator, comment, LOCK)

    assert first is second
    assert len(facts()) == len(mails()) == 1
    with pytest.raises(Refused):
        rules.act(moderator, comment, Order(Act.LOCK, Reason.OFF_TOPIC))


def test_nobody_closes_a_thread_without_a_reason_nor_below_a_reply():
    moderator, comment = a_case()

    with pytest.raises(Invalid):
        rules.act(moderator, comment, Order(Act.LOCK))
    with pytest.raises(Refused, match="thread of its own"):
        rules.act(moderator, a_reply(comment), LOCK)


def test_the_record_of_a_closed_thread_names_no_person_and_no_words():
    moderator, comment = a_case()

    rules.act(moderator, comment, LOCK)

    (fact,) = facts()
    assert (fact.fields["act"], fact.fields["reason"]) == ("lock", "abuse_or_threat")
    assert "heated" not in str(fact.fields)
    assert comment.author.public_name not in str(fact.fields)


def test_the_author_is_told_why_and_where_to_complain():
    moderator, comment = a_case()

    rules.act(moderator, comment, LOCK)

    (mail,) = mails()
    assert mail.to == comment.author.email
    assert "It grew too heated." in mail.text
    assert Reason.ABUSE_OR_THREAT.label in mail.text
    assert comment.body not in mail.text


def test_reports_about_the_words_still_wait_when_the_thread_is_closed():
    moderator, comment = a_case()
    a_report(comment)

    rules.act(moderator, comment, LOCK)

    assert len(queries.open_reports(comment)) == 1


def test_closing_a_thread_is_undone_by_opening_it():
    moderator, comment = a_case()
    done = rules.act(moderator, comment, LOCK)

    rules.undo(moderator, done)
    rules.undo(moderator, done)

    assert comment.locked_why is None
    assert [one.act for one in queries.actions_on(comment)] == [Act.UNLOCK, Act.LOCK]


def test_hiding_twice_is_one_act_whatever_was_done_with_the_thread_between():
    moderator, comment = a_case()

    first = rules.hide(moderator, comment, Reason.HATE)
    rules.act(moderator, comment, LOCK)

    assert rules.hide(moderator, comment, Reason.HATE) is first


def test_everybody_reads_why_a_thread_is_closed_and_finds_no_form(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    browser.post(desk_of(comment), {"act": "lock", "reason": "off_topic"})
    page = browser.get(page_of(comment))

    assert "closed this thread to new replies: Not about this proposal" in page.words
    assert not page.select("#reply")


def test_the_desk_offers_to_close_a_thread_and_then_to_open_it(browser):
    moderator, comment = a_case()
    browser.sign_in(moderator)

    before = browser.get(desk_of(comment))
    browser.post(desk_of(comment), {"act": "lock", "reason": "off_topic"})
    after = browser.get(desk_of(comment))

    assert before.select("input[value=lock]")
    assert after.select("input[value=unlock]")
    assert not after.select("input[value=lock]")


def test_a_reply_to_a_closed_thread_is_refused_with_the_reason(browser):
    moderator, comment = a_case()
    rules.act(moderator, comment, LOCK)
    browser.sign_in(a_person())

    answer = browser.post(f"{page_of(comment)}/replies", {"stance": "unsure", "body": "Me too"})

    assert answer.status_code == 409
    assert "closed this thread" in answer.text
