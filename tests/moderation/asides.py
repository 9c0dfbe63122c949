from consult.changelog import queries as changelog
from consult.core.db import db
from consult.councils.models import Role, Staff
from consult.councils.rules import take_role
from consult.moderation import rules
from consult.moderation.rules import Taken
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_member, a_person
from tests.participation.grids import NAME, NO, asking

WHY = "They write at the same minute, in the same words."
FOUND_OUT = "Two sisters share the computer."
COUNTED = {"support": 0, "support_with_changes": 0, "unsure": 0}


def a_moderator(proposal):
    return a_member(proposal.council, Role.MODERATOR)


def one_person_thrice(proposal=None):
    """A proposal that four accounts oppose, of which three are taken for one person."""
    proposal = proposal or asking()
    people = [a_person() for _ in range(4)]
    for person in people:
        participation.cast_vote(person, proposal, Stance.OPPOSE)
        participation.give_views(person, proposal, {NAME: NO})
    return proposal, people[:3]


def proposed(proposal, people, keeps=None):
    taken = Taken(frozenset(one.id for one in people), keeps and keeps.id, WHY)
    return rules.propose_aside(a_moderator(proposal), proposal, taken)


def set_aside(proposal, people, keeps=None):
    aside = proposed(proposal, people, keeps)
    rules.agree_aside(a_moderator(proposal), aside)
    return aside


def opposed(proposal):
    return participated.vote_tally(proposal)[Stance.OPPOSE]


def items_answered(proposal):
    return participated.item_turnout(proposal).total()


def on_record(kind):
    return changelog.entries_after(0, [kind])


def gone(person, council):
    """Somebody is no longer one of the council's moderators."""
    for held in db.session.query(Staff).filter_by(person_id=person.id, council_id=council.id):
        take_role(a_member(council, Role.OWNER), held)
