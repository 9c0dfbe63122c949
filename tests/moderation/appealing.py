from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Outcome, Reason
from consult.moderation.rules import Ruling
from tests.factories import a_member
from tests.moderation.cases import (
    a_case,
)

RIGHT = Ruling(Outcome.UPHELD, "It names a person’s number.")
WRONG = Ruling(Outcome.OVERTURNED)


def a_judge(comment):
    return a_member(comment.proposal.council, Role.MODERATOR)


def a_hidden(**given):
    moderator, comment = a_case(**given)
    rules.hide(moderator, comment, Reason.PERSONAL_DATA)
    return moderator, comment


def an_appeal(**given):
    """Whoever hid it, somebody else who may decide, and the comment."""
    moderator, comment = a_hidden(**given)
    rules.make_appeal(comment.author, comment, "It is my own number.")
    return moderator, a_judge(comment), comment


def decided():
    return [fact.fields for fact in changelog.entries_after(0, [Fact.APPEAL_DECIDED])]
