"""Somebody without an account takes part by mail, and has the same rights."""

from urllib.parse import unquote

from consult.core.db import db
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import Reason
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_member, a_proposal

ADDRESS = "by-mail@example.org"
WORDS = "Nobody asked us about this."


def mailed(part):
    """The path of the link in the newest mail that has one."""
    for mail in db.session.query(Mail).filter_by(to=ADDRESS).order_by(Mail.queued_at.desc()):
        for line in mail.text.split():
            if part in line:
                return "/" + line.split("/", 3)[3]
    raise AssertionError(f"no mail leads to {part}")


def test_whoever_confirmed_by_mail_signs_in_by_mail_and_appeals(browser):
    proposal = a_proposal()
    participation.hold_comment(ADDRESS, proposal, Stance.OPPOSE, WORDS)
    token = mailed("/confirm/").rpartition("/")[2]
    comment = participation.confirm(token).comment
    rules.hide(a_member(proposal.council, Role.MODERATOR), comment, Reason.OFF_TOPIC)

    notice = mailed("/notice")
    asked = browser.get(notice)
    back = unquote(asked.location.partition("next=")[2])
    browser.post("/account/sign-in", {"email": ADDRESS, "next": back})
    entered = browser.post(mailed("/account/sign-in/link/"))

    assert notice in unquote(entered.location)
    assert WORDS in browser.get(notice).words
    assert browser.post(notice.replace("/notice", "/appeal"), {}).status_code == 303
    assert queries.open_appeal(comment)
