"""Taking something away twice is taking it away once, with the same answer."""

import pytest

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Role, Staff
from consult.decisions.models import Change, Decision
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_proposal, a_theme

pytestmark = pytest.mark.either


def _a_role(proposal):
    person = a_member(proposal.council, Role.ANALYST)
    row = db.session.query(Staff).filter_by(person_id=person.id).one()
    return f"/desk/{proposal.council.slug}/team/roles/{row.id}/take-away"


def _a_theme(proposal):
    theme = a_theme(proposal)
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/themes/{theme.id}/delete"


def _a_change(proposal):
    decision = Decision(proposal=proposal, drafted_by=proposal.author, drafted_at=clock.now())
    change = Change(decision=decision, position=1, title="Less", before="All", after="Some")
    db.session.add_all([decision, change])
    db.session.flush()
    return (
        f"/desk/{proposal.council.slug}/proposals/{proposal.slug}"
        f"/decision/changes/{change.id}/delete"
    )


@pytest.mark.parametrize("thing", [_a_role, _a_theme, _a_change])
def test_the_second_time_answers_as_the_first(thing, browser):
    council = a_council()
    proposal = a_proposal(Status.CONSIDERING, council=council)
    browser.sign_in(a_member(council, *Role))
    address = thing(proposal)

    first, second = browser.post(address), browser.post(address)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
