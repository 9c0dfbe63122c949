"""What an author takes back is forgotten at once, and nobody is asked to decide about it."""

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import (
    Case,
    CaseKind,
    ModerationAction,
    Original,
    Outcome,
    Reason,
    Report,
)
from consult.moderation.notices import Event
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility
from tests.factories import a_comment, a_member, a_person, a_proposal
from tests.moderation.appealing import an_appeal
from tests.moderation.cases import PHONE as PHONE_SPAN
from tests.moderation.cases import a_case, a_report, mails
from tests.moderation.held import PHONE, THREAT, held
from tests.moderation.test_legal import particulars
from tests.participation.test_races import at_once


def waiting():
    return db.session.query(Case).filter(Case.settled_at.is_(None)).count()


def everything_kept():
    return [
        value
        for table in db.metadata.sorted_tables
        if table.name not in ("job", "mail")
        for row in db.session.execute(table.select())
        for value in map(str, row)
    ]


@pytest.mark.parametrize("words", [THREAT, PHONE])
def test_a_held_comment_that_is_deleted_waits_no_more_and_is_forgotten(words, run_jobs):
    _moderator, comment = held(words)

    participation.delete_comment(comment.author, comment)
    run_jobs()

    assert waiting() == 0
    assert db.session.query(Original).count() == 0
    assert not any(words in value for value in everything_kept())


def test_a_comment_that_is_deleted_before_it_was_taken_in_is_never_taken_in(run_jobs):
    comment = participation.post_comment(a_person(), a_proposal(), "oppose", THREAT)

    participation.delete_comment(comment.author, comment)
    run_jobs()

    assert waiting() == db.session.query(ModerationAction).count() == 0


def test_its_reports_are_answered_and_its_appeal_has_ended(run_jobs):
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE_SPAN], Reason.PERSONAL_DATA)
    rules.make_appeal(comment.author, comment)
    a_report(comment)

    participation.delete_comment(comment.author, comment)
    run_jobs()

    assert waiting() == 0
    assert db.session.query(Report).one().settled_at is not None
    assert queries.appeals_on(comment)[0].outcome is Outcome.WITHDRAWN
    assert db.session.query(Original).count() == 0


def test_before_the_job_has_run_no_desk_shows_or_gives_it(browser):
    moderator, comment = held(THREAT)
    council = comment.proposal.council
    browser.sign_in(moderator)

    participation.delete_comment(comment.author, comment)

    assert queries.queue_count(council) == 0
    page = browser.get(f"/desk/{council.slug}/queue/{comment.id}")
    assert THREAT not in page.text
    with pytest.raises(Refused):
        rules.read_original(moderator, comment)


def test_what_no_job_let_go_of_a_sweep_lets_go_of_once():
    _moderator, comment = held(THREAT)
    participation.delete_comment(comment.author, comment)

    assert [rules.let_go_of_all(), rules.let_go_of_all()] == [1, 0]
    assert db.session.query(Original).count() == 0


def test_a_comment_that_stands_is_not_let_go_of():
    _moderator, comment = held(THREAT)

    rules.let_go_of(comment.id)

    assert queries.original(comment).body == THREAT
    assert waiting() == 1


def test_whoever_gave_notice_is_still_told_that_the_words_are_gone(run_jobs):
    comment = a_comment(a_proposal(), body="Ada Quill took bribes.")
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    notice = rules.give_notice(comment, particulars())

    participation.delete_comment(comment.author, comment)
    run_jobs()

    assert queries.next_events(notice) == [Event.GONE]
    assert queries.open_case(comment, CaseKind.LEGAL) is not None
    rules.take_step(moderator, notice, Event.GONE)
    assert waiting() == 0


ACTS = {
    "hide": lambda one, comment: rules.hide(one, comment, Reason.HATE),
    "redact": lambda one, comment: rules.redact(one, comment, [PHONE_SPAN], Reason.PERSONAL_DATA),
    "keep": rules.keep,
    "restore": rules.restore,
}


@pytest.mark.parametrize("deed", ACTS)
def test_deleting_while_a_moderator_acts_leaves_nothing_behind(rows, deed):
    with rows.app_context(), writing():
        if deed == "restore":
            _, moderator, comment = an_appeal()
        else:
            moderator, comment = a_case()
            a_report(comment)
        comment_id, moderator_id, author_id = comment.id, moderator.id, comment.author_id

    def decide():
        one, ours = db.session.get(Person, moderator_id), db.session.get(Comment, comment_id)
        ACTS[deed](one, ours)

    def delete():
        author, ours = db.session.get(Person, author_id), db.session.get(Comment, comment_id)
        participation.delete_comment(author, ours)

    wrong = at_once(rows, [decide, delete])

    assert all(isinstance(error, Refused) for error in wrong), wrong
    with rows.app_context(), writing():
        rules.let_go_of_all()
        comment = db.session.get(Comment, comment_id)
        assert (comment.visibility, comment.body) == (Visibility.DELETED, "")
        assert waiting() == db.session.query(Original).count() == 0


def test_whoever_reported_is_told_that_the_author_took_it_back_and_nothing_of_its_words(run_jobs):
    _moderator, comment = a_case()
    reporter = a_person()
    a_report(comment, reporter)
    a_report(comment, key="n" * 64)
    said = comment.body

    participation.delete_comment(comment.author, comment)
    run_jobs()

    (letter,) = [mail for mail in mails() if mail.to == reporter.email]
    assert "taken the comment back" in letter.text
    assert said not in letter.text
    assert len(mails()) == 1
