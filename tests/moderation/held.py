"""Comments that a check held back, for tests of what moderators do with them."""

from consult.core.db import db
from consult.councils.models import Checks, Role
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import CaseKind
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.participation.rules import Private
from tests.factories import a_member, a_person, a_proposal

PHONE = "Ring me on 01632 960417 about the boiler."
COVERED = "Ring me on [phone number removed] about the boiler."
THREAT = "I know where you live."
DESPAIR = "I am going to kill myself if this goes on."


def held(words, *, publishes=False):
    proposal = a_proposal()
    if publishes:
        db.session.add(Checks(council_id=proposal.council_id, publishes_held=True))
    comment = participation.post_comment(
        a_person(), proposal, Stance.OPPOSE, words, private=Private.KEEP
    )
    rules.take_in(comment.id)
    return a_member(proposal.council, Role.MODERATOR), comment


def mails():
    return db.session.query(Mail).order_by(Mail.queued_at, Mail.id).all()


def case_of(comment):
    return queries.open_case(comment, CaseKind.HELD)


def waiting_for_the_worker(words):
    proposal = a_proposal()
    comment = participation.post_comment(
        a_person(), proposal, Stance.OPPOSE, words, private=Private.KEEP
    )
    return a_member(proposal.council, Role.MODERATOR), comment
