from consult.accounts.models import Verification
from consult.analysis.models import Disposition, Outcome
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock as core_clock
from consult.core.db import db
from consult.jobs.models import Mail
from consult.notifications import rules
from consult.notifications.models import Cursor
from consult.participation.models import Stance, Visibility, Vote
from consult.proposals.models import Status
from tests.factories import a_comment, a_person, a_proposal


def a_vote(proposal, version=1, voter=None):
    voter = voter or a_person()
    vote = Vote(
        proposal=proposal,
        voter=voter,
        stance=Stance.SUPPORT,
        level=Verification.EMAIL_VERIFIED,
        version_number=version,
    )
    db.session.add(vote)
    db.session.flush()
    return voter


def an_edit(proposal, version=2, material=True):
    record(
        Fact.PROPOSAL_EDITED,
        council=proposal.council,
        proposal=proposal,
        by="officer",
        version=version,
        material=material,
        note="We keep the list for one year, not three.",
        content_hash="0" * 64,
    )


def an_outcome(comment, disposition):
    db.session.add(
        Outcome(comment=comment, disposition=disposition, given_by_id=comment.proposal.author_id)
    )
    db.session.flush()


def a_decision(proposal):
    record(
        Fact.DECISION_PUBLISHED,
        council=proposal.council,
        proposal=proposal,
        by="decision_maker",
        verdict="adopted_with_changes",
        version=1,
        changes=1,
        comments=2,
        themes=1,
        report_hash="0" * 64,
        drafted_by="officer",
        signed_by="decision_maker",
    )


def a_phase(proposal, now):
    record(
        Fact.PHASE_CHANGED,
        council=proposal.council,
        proposal=proposal,
        by="officer",
        was=Status.OPEN,
        now=now,
        reason="The law changed.",
    )


def mails():
    return db.session.query(Mail).order_by(Mail.to).all()


def test_those_who_voted_on_an_earlier_version_are_asked_to_confirm_or_change():
    proposal = a_proposal()
    earlier = a_vote(proposal, version=1)
    a_vote(proposal, version=2)
    an_edit(proposal, version=2)

    rules.read_facts()

    (mail,) = mails()
    assert mail.to == earlier.email
    assert "Your view was on version 1. This is version 2." in mail.text
    assert "confirm your view or change it" in mail.text
    assert "one year, not three" in mail.text


def test_a_small_correction_writes_to_nobody():
    proposal = a_proposal()
    a_vote(proposal)
    an_edit(proposal, material=False)

    rules.read_facts()

    assert mails() == []


def test_a_commenter_gets_one_mail_with_what_came_of_each_comment():
    proposal = a_proposal(Status.DECIDED)
    person = a_person()
    first = a_comment(proposal, author=person, body="Share **less**, please.")
    second = a_comment(proposal, author=person, body="", visibility=Visibility.HIDDEN)
    an_outcome(first, Disposition.CHANGED)
    an_outcome(second, Disposition.NOT_CHANGED)
    a_decision(proposal)

    rules.read_facts()
    rules.read_facts()

    (mail,) = mails()
    assert mail.to == person.email
    assert "“Share less, please.”" in mail.text
    assert "What came of it: Changed" in mail.text
    assert "What came of it: Not changed" in mail.text
    assert f"/comments/{first.id}" in mail.text
    assert f"/comments/{second.id}" in mail.text


def test_a_fact_is_told_once_however_often_it_is_read():
    proposal = a_proposal()
    a_vote(proposal)
    an_edit(proposal)

    told = [rules.read_facts() for _ in range(3)]

    assert told == [1, 0, 0]
    assert len(mails()) == 1


def test_the_cursor_stands_after_what_was_read():
    proposal = a_proposal()
    a_phase(proposal, Status.PAUSED)
    an_edit(proposal)

    rules.read_facts()

    assert db.session.get(Cursor, rules.READER).next_seq == 2


def test_what_fails_is_told_again_from_the_start(monkeypatch):
    proposal = a_proposal()
    a_vote(proposal)
    an_edit(proposal)
    savepoint = db.session.begin_nested()
    monkeypatch.setattr(rules.letters, "new_version", lambda *given: 1 / 0)
    try:
        rules.read_facts()
    except ZeroDivisionError:
        savepoint.rollback()
    monkeypatch.undo()

    rules.read_facts()

    assert len(mails()) == 1


def test_a_withdrawal_is_told_once_to_everybody_who_took_part():
    proposal = a_proposal()
    both = a_vote(proposal)
    a_comment(proposal, author=both)
    silent = a_comment(proposal).author
    a_comment(proposal, visibility=Visibility.DELETED)
    a_phase(proposal, Status.WITHDRAWN)

    rules.read_facts()

    assert {mail.to for mail in mails()} == {both.email, silent.email}
    assert len(mails()) == 2
    assert "The law changed." in mails()[0].text


def test_a_pause_writes_to_nobody():
    proposal = a_proposal()
    a_vote(proposal)
    a_phase(proposal, Status.PAUSED)

    rules.read_facts()

    assert mails() == []


def test_an_account_that_was_closed_gets_no_mail():
    proposal = a_proposal()
    a_vote(proposal, voter=a_person(disabled_at=core_clock.now()))
    an_edit(proposal)

    rules.read_facts()

    assert mails() == []


def test_a_title_with_odd_spaces_still_goes_into_a_subject():
    proposal = a_proposal(title="Warm\u00a0homes\u200d sooner")
    a_vote(proposal)
    an_edit(proposal)

    rules.read_facts()

    assert mails()[0].subject == "The proposal changed: Warm homes sooner"
