from datetime import UTC, datetime

import pytest

from consult.changelog import sentences
from consult.changelog.kinds import SCHEMAS
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded

SAMPLES = {str: "2026-03-15T09:00:00.000Z", int: 3, dict: {}}
WORDS = {
    "opens_at": "2026-03-15T09:00:00.000Z",
    "closes_at": "2026-04-15T09:00:00.000Z",
    "material": "yes",
    "reply": "no",
    "what": "edited",
    "act": "hide",
    "measure": "suspended",
    "outcome": "overturned",
    "because": "appeal",
    "answer": "accepted_in_part",
    "channel": "paper",
    "reason": "",
    "found_by": "report",
    "verdict": "adopted_with_changes",
    "role": "moderator",
    "outcomes": {"accepted": 2},
    "votes": {"support": {"email_verified": 3}},
}


def a_recorded(kind: Fact, by: str = "officer", **given) -> Recorded:
    fields = {name: WORDS.get(name, SAMPLES[type_]) for name, type_ in SCHEMAS[kind].items()}
    at = datetime(2026, 3, 15, tzinfo=UTC)
    return Recorded(1, kind, at, None, None, by, fields | given)


@pytest.mark.parametrize("kind", Fact)
def test_every_kind_of_fact_can_be_said(app, kind):
    given = {Fact.PHASE_CHANGED: {"was": "open", "now": "closed"}}.get(kind, {})
    if kind is Fact.SETTINGS_CHANGED:
        given = {"what": "role_given"}

    said = sentences.sentence(a_recorded(kind, **given))

    assert said.endswith(".") or "." in said
    assert said != "Something was recorded."
    assert "%(" not in said
    assert sentences.tag(a_recorded(kind, **given))


@pytest.mark.parametrize("role", sentences.ROLES)
def test_every_actor_is_a_role(app, role):
    assert sentences.actor(a_recorded(Fact.SETTINGS_CHANGED, by=role)) == str(sentences.ROLES[role])


def test_every_group_has_a_name(app):
    assert sentences.GROUP_NAMES.keys() == sentences.TAGS.keys()
