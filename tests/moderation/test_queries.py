from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.errors import NotFound
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, Reason
from consult.moderation.redaction import Detail, Span
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal


def a_report(comment, key="k" * 64, age=timedelta(0), reason=Reason.HATE):
    with core_clock.at(core_clock.now() - age):
        return rules.report(None, comment, reason, None, key)


def test_the_longest_waiting_comment_comes_first():
    proposal = a_proposal()
    young, old = a_comment(proposal), a_comment(proposal)
    a_report(young, age=timedelta(hours=1))
    a_report(old, age=timedelta(days=2))
    a_report(young, key="b" * 64, reason=Reason.OFF_TOPIC)

    waiting = queries.queue(proposal.council).items

    assert [one.comment for one in waiting] == [old, young]
    assert waiting[1].reports == 2
    assert set(waiting[1].reasons) == {Reason.HATE, Reason.OFF_TOPIC}
    assert queries.queue_figures(proposal.council).oldest == waiting[0].case.created_at


def test_pages_of_the_queue_together_hold_every_comment_once():
    proposal = a_proposal()
    comments = [a_comment(proposal) for _ in range(45)]
    for n, comment in enumerate(comments):
        a_report(comment, age=timedelta(minutes=n // 3))

    seen, after = [], None
    while True:
        page = queries.queue(proposal.council, after)
        seen += [one.comment.id for one in page.items]
        after = page.next
        if after is None:
            break

    assert len(seen) == 45
    assert set(seen) == {comment.id for comment in comments}


def test_the_queue_costs_the_same_however_long_it_is(at_most):
    proposal = a_proposal()
    for _ in range(15):
        a_report(a_comment(proposal))

    with at_most(4):
        for one in queries.queue(proposal.council).items:
            assert one.comment.author.public_name
            assert one.comment.proposal.title


def test_another_councils_reports_are_not_in_the_queue():
    comment = a_comment(a_proposal())
    a_report(comment)

    assert queries.queue_count(a_council()) == 0
    assert queries.queue(a_council()).items == []


def test_another_councils_comment_is_not_found():
    comment = a_comment(a_proposal())

    with pytest.raises(NotFound):
        queries.council_comment(a_council().slug, comment.id)


def test_a_cursor_that_we_did_not_make_is_not_found():
    with pytest.raises(NotFound):
        queries.queue(a_council(), "x")


def test_only_the_author_is_told_what_was_hidden():
    comment = a_comment(a_proposal(), body="Canary words")
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    rules.hide(moderator, comment, Reason.HATE)

    notice = queries.notice_for_author(comment, comment.author)

    assert notice is not None
    assert notice.original == "Canary words"
    assert notice.rule is not None
    assert notice.rule.number == 2
    assert queries.notice_for_author(comment, moderator) is None
    assert queries.notice_for_author(comment, a_person()) is None
    assert queries.notice_for_author(comment, None) is None


def test_there_is_no_notice_once_a_comment_is_shown_again():
    comment = a_comment(a_proposal())
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    rules.hide(moderator, comment, Reason.HATE)
    rules.restore(moderator, comment)

    assert queries.notice_for_author(comment, comment.author) is None


def test_the_public_log_names_acts_and_reasons_only():
    proposal = a_proposal()
    comment = a_comment(proposal, body="Ring 01632 960417")
    moderator = a_member(proposal.council, Role.MODERATOR)
    rules.redact(moderator, comment, [Span("01632 960417", Detail.PHONE)], Reason.PERSONAL_DATA)

    (row,) = queries.log(proposal.council).items

    assert (row.act, row.reason) == (Act.REDACT, Reason.PERSONAL_DATA)
    assert row.proposal_slug == proposal.slug
    assert "01632" not in repr(row)
    assert comment.author.public_name not in repr(row)


def test_the_log_goes_on_page_by_page():
    proposal = a_proposal()
    moderator = a_member(proposal.council, Role.MODERATOR)
    for _ in range(25):
        rules.hide(moderator, a_comment(proposal), Reason.OFF_TOPIC)

    first = queries.log(proposal.council)
    second = queries.log(proposal.council, first.next)

    assert (len(first.items), len(second.items), second.next) == (20, 5, None)
    assert not {row.comment_id for row in first.items} & {row.comment_id for row in second.items}


def test_hidden_comments_are_not_among_the_new_ones():
    proposal = a_proposal()
    shown, hidden = a_comment(proposal), a_comment(proposal)
    rules.hide(a_member(proposal.council, Role.MODERATOR), hidden, Reason.HATE)

    assert queries.newest_comments(proposal.council).items == [shown]
