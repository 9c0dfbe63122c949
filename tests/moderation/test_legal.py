"""Notices of defamation, from the form to the outcome."""

from datetime import UTC, datetime, timedelta

import pytest

from consult.accounts.models import Channel
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import LegalNotice, LegalStep, ModerationAction, Reason
from consult.moderation.notices import Event, Step
from consult.participation.models import Visibility
from tests.factories import a_comment, a_member, a_person, a_proposal
from tests.moderation.cases import mails

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
SAID = {
    "said": "took bribes",
    "meaning": "That I am corrupt.",
    "wrong": "I never took any.",
    "name": "Ada Quill",
    "email": "ada@example.org",
    "cannot_sue": True,
    "may_share": False,
}


def particulars(**given):
    return rules.Particulars(**SAID | given)


def a_notice(**given):
    comment = a_comment(a_proposal(), body="Ada Quill took bribes.")
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    return moderator, rules.give_notice(comment, particulars(**given))


def an_asked(**given):
    moderator, notice = a_notice(**given)
    return moderator, rules.take_step(moderator, notice, Event.CONTACT)


def sent_to(address):
    return "\n".join(mail.text for mail in mails() if mail.to == address)


def page_of(comment):
    proposal = comment.proposal
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments/{comment.id}"


@pytest.fixture(autouse=True)
def on_monday(clock):
    clock.at(MONDAY)


def test_a_notice_waits_for_moderators_with_48_hours():
    _moderator, notice = a_notice()

    assert notice.step is Step.RECEIVED
    assert notice.due_at == notice.case.due_at == MONDAY + timedelta(hours=48)
    assert "We have your notice" in sent_to("ada@example.org")


def test_the_same_notice_twice_is_one():
    _moderator, notice = a_notice()

    again = rules.give_notice(notice.comment, particulars())

    assert again is notice
    assert db.session.query(LegalNotice).count() == 1
    assert len(mails()) == 1


def test_what_is_missing_is_named_and_only_that_can_be_said():
    moderator, notice = a_notice(name="", wrong="")

    assert queries.next_events(notice) == [Event.SAY_INCOMPLETE]
    rules.take_step(moderator, notice, Event.SAY_INCOMPLETE)

    assert notice.step is Step.INCOMPLETE
    assert "your name" in sent_to("ada@example.org")
    assert notice.case.settled_at is not None


@pytest.mark.parametrize("may_share", [True, False])
def test_the_author_learns_who_complains_only_if_allowed(may_share):
    _moderator, notice = an_asked(may_share=may_share)

    letter = sent_to(notice.comment.author.email)

    assert ("Ada Quill, ada@example.org" in letter) is may_share
    assert notice.due_at == datetime(2026, 11, 29, tzinfo=UTC)


def test_an_author_who_agrees_has_the_words_taken_down():
    moderator, notice = an_asked()

    rules.answer_notice(notice.comment.author, notice, rules.Reply(agrees=True))
    rules.take_step(moderator, notice, Event.REMOVE)

    action = db.session.query(ModerationAction).one()
    assert notice.comment.visibility is Visibility.HIDDEN
    assert action.reason is Reason.DEFAMATION_RISK
    assert "no longer public" in sent_to("ada@example.org")


@pytest.mark.parametrize("shares", [True, False])
def test_an_author_who_says_who_they_are_keeps_the_words(shares):
    moderator, notice = an_asked()
    author = notice.comment.author

    rules.answer_notice(author, notice, rules.Reply(False, "Bo Finch", "1 Mill Lane", shares))
    rules.take_step(moderator, notice, Event.TELL)

    assert notice.step is Step.STAYS
    assert notice.comment.is_readable
    assert ("1 Mill Lane" in sent_to("ada@example.org")) is shares


def test_an_author_who_wants_them_to_stay_has_to_say_who_they_are():
    _moderator, notice = an_asked()

    with pytest.raises(Invalid):
        rules.answer_notice(notice.comment.author, notice, rules.Reply(agrees=False))

    assert notice.step is Step.ASKED


def test_silence_takes_the_words_down_only_after_five_days(clock):
    moderator, notice = an_asked()

    with pytest.raises(Refused):
        rules.take_step(moderator, notice, Event.NO_ANSWER)
    clock.forward(days=6)
    with pytest.raises(Refused, match="five days"):
        rules.answer_notice(notice.comment.author, notice, rules.Reply(agrees=True))
    rules.take_step(moderator, notice, Event.NO_ANSWER)

    assert notice.step is Step.REMOVED


def test_an_author_without_an_address_is_not_written_to():
    author = a_person(email=None, channel=Channel.PAPER)
    comment = a_comment(a_proposal(), author=author, body="Ada Quill took bribes.")
    notice = rules.give_notice(comment, particulars())

    assert queries.next_events(notice) == [Event.CANNOT_CONTACT]


def test_two_moderators_at_once_do_it_once():
    moderator, notice = an_asked()
    other = a_member(notice.council, Role.MODERATOR)
    before = len(mails())

    rules.take_step(other, notice, Event.CONTACT)

    assert len(mails()) == before
    assert db.session.query(LegalStep).one().by_id == moderator.id


def test_nobody_handles_a_notice_about_their_own_words():
    moderator, notice = a_notice()
    notice.comment.author = moderator
    db.session.flush()

    with pytest.raises(Refused, match="You wrote"):
        rules.take_step(moderator, notice, Event.CONTACT)


def test_who_was_in_a_notice_is_forgotten_a_year_after_it_closed(clock):
    moderator, notice = an_asked()
    rules.answer_notice(
        notice.comment.author, notice, rules.Reply(False, "Bo Finch", "1 Mill Lane")
    )
    rules.take_step(moderator, notice, Event.TELL)

    clock.forward(days=364)
    assert rules.forget_notices() == 0
    clock.forward(days=1)
    assert rules.forget_notices() == 1

    kept = repr([getattr(notice, column.key) for column in LegalNotice.__table__.columns])
    for secret in ("Ada", "ada@", "bribes", "Finch", "Mill Lane"):
        assert secret not in kept
    assert len(queries.legal_steps(notice)) == 3


def test_from_the_form_to_the_outcome(browser, another_browser):
    comment = a_comment(a_proposal(), body="Ada Quill took bribes.")
    moderator = a_member(comment.proposal.council, Role.MODERATOR)
    desk = another_browser().sign_in(moderator)
    author = another_browser().sign_in(comment.author)
    here = f"{page_of(comment)}/claim"

    assert "serious claim about me" in browser.get(f"{page_of(comment)}/report").words
    form = {**SAID, "cannot_sue": "y", "may_share": "no"}
    assert browser.post(here, data=form).status_code == 303
    notice = db.session.query(LegalNotice).one()
    there = f"/desk/{comment.proposal.council.slug}/legal/{notice.id}"
    assert author.get(f"{here}/{notice.id}").status_code == 404
    assert "Write to the author" in desk.get(there).words
    assert desk.post(there, data={"event": "contact"}).status_code == 303
    asked = author.get(f"{here}/{notice.id}")
    assert "Ada" not in asked.words.replace("Ada Quill took", "")
    assert author.post(f"{here}/{notice.id}", data={"agrees": "yes"}).status_code == 303
    assert desk.post(there, data={"event": "remove"}).status_code == 303

    assert "Closed: the words were taken down" in desk.get(there).words
    assert "Hidden" in browser.get(page_of(comment)).words


def test_a_form_without_an_address_keeps_what_was_typed(browser):
    comment = a_comment(a_proposal())

    page = browser.post(f"{page_of(comment)}/claim", data={**SAID, "email": "", "cannot_sue": "y"})

    assert page.status_code == 422
    assert "so that we can answer" in page.words
    assert "I never took any." in page.text
    assert db.session.query(LegalNotice).count() == 0


def test_only_the_author_reads_a_notice(browser):
    _moderator, notice = an_asked()

    page = browser.sign_in(a_person()).get(f"{page_of(notice.comment)}/claim/{notice.id}")

    assert page.status_code == 404


def test_the_register_of_notices_is_paged(browser, at_most):
    moderator, notice = a_notice()
    for n in range(21):
        rules.give_notice(notice.comment, particulars(said=f"words {n}"))
    browser.sign_in(moderator)

    with at_most(12):
        page = browser.get(f"/desk/{notice.council.slug}/legal")

    assert len(page.select(".d-q__item")) == 20
    assert len(browser.get(page.one(".more a")["href"]).select(".d-q__item")) == 2


def test_the_address_of_a_comment_leads_to_the_notice_about_it(browser):
    comment = a_comment(a_proposal())
    here = f"/councils/{comment.proposal.council.slug}/legal"
    address = f"/councils/{comment.proposal.council.slug}/proposals/{comment.proposal.slug}"

    sent = browser.post(here, {"address": f"{address}/comments/{comment.id}"})

    assert sent.status_code == 303
    assert sent.location.endswith(f"{address}/comments/{comment.id}/claim")
    assert browser.follow(sent).status_code == 200


def test_the_address_of_another_council_s_comment_or_of_none_is_refused_and_kept(browser):
    comment, other = a_comment(a_proposal()), a_proposal()
    theirs = f"/councils/{comment.proposal.council.slug}/proposals/{comment.proposal.slug}"
    here = f"/councils/{other.council.slug}/legal"

    for typed in (f"{theirs}/comments/{comment.id}", "the third from the top", ""):
        page = browser.post(here, {"address": typed})

        assert page.status_code == 422
        assert page.one("#address")["value"] == typed
