"""Two have to agree when it happens: whoever proposed it must still be one who may."""

import pytest

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.moderation import rules
from tests.factories import a_member
from tests.moderation.asides import a_moderator, gone, one_person_thrice, proposed


def test_nobody_agrees_with_whoever_is_a_moderator_no_longer():
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    gone(db.session.get(Person, aside.proposed_by_id), proposal.council)

    with pytest.raises(Refused, match="no moderator here any longer"):
        rules.agree_aside(a_moderator(proposal), aside)


def test_nobody_agrees_with_whoever_has_come_to_decide_for_the_council():
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    first = db.session.get(Person, aside.proposed_by_id)
    a_member(proposal.council, Role.DECISION_MAKER, person=first)

    with pytest.raises(Refused, match="may not change this count any longer"):
        rules.agree_aside(a_moderator(proposal), aside)
