"""What each kind of fact says: a closed list of fields, so that nothing else can slip in."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from unicodedata import normalize
from uuid import UUID

from consult.changelog.models import Fact

SCHEMAS: Mapping[Fact, Mapping[str, type]] = {
    Fact.PROPOSAL_PUBLISHED: {
        "reference": str,
        "title": str,
        "version": int,
        "opens_at": str,
        "closes_at": str,
        "content_hash": str,
        "checklist_hash": str,
    },
    Fact.PROPOSAL_EDITED: {"version": int, "material": str, "note": str, "content_hash": str},
    Fact.PHASE_CHANGED: {"was": str, "now": str, "reason": str},
    Fact.DEADLINE_EXTENDED: {"was": str, "now": str, "reason": str},
    Fact.TALLY_CLOSED: {"round": int, "votes": dict, "total": int, "comments": int},
    Fact.TALLY_WITHOUT: {"round": int, "views": int, "before": dict, "after": dict},
    Fact.COMMENT_PUBLISHED: {"comment": str, "version": int, "reply": str, "commitment": str},
    Fact.COMMENT_CHANGED: {"comment": str, "what": str, "commitment": str},
    Fact.COMMENT_PINNED: {"comment": str, "pinned": str},
    Fact.MODERATION_ACTION: {
        "comment": str,
        "act": str,
        "reason": str,
        "found_by": str,
        "minutes": int,
    },
    Fact.APPEAL_DECIDED: {"comment": str, "act": str, "outcome": str, "days": int},
    Fact.ACCOUNT_LIMITED: {"measure": str, "reason": str, "days": int},
    Fact.VOTES_SET_ASIDE: {"views": int, "reason": str, "before": dict, "after": dict},
    Fact.VOTES_BROUGHT_BACK: {"views": int, "because": str, "before": dict, "after": dict},
    Fact.SUGGESTION_ANSWERED: {"comment": str, "answer": str, "version": int},
    Fact.RESPONSES_ADDED: {"batch": int, "channel": str, "responses": int},
    Fact.SUMMARY_PUBLISHED: {"themes": int, "comments": int, "outcomes": dict},
    Fact.DECISION_PUBLISHED: {
        "verdict": str,
        "version": int,
        "changes": int,
        "comments": int,
        "themes": int,
        "report_hash": str,
        "drafted_by": str,
        "signed_by": str,
    },
    Fact.SETTINGS_CHANGED: {"what": str, "role": str},
}

GROUPS: Mapping[str, tuple[Fact, ...]] = {
    "proposals": (
        Fact.PROPOSAL_PUBLISHED,
        Fact.PROPOSAL_EDITED,
        Fact.PHASE_CHANGED,
        Fact.DEADLINE_EXTENDED,
        Fact.SUGGESTION_ANSWERED,
        Fact.RESPONSES_ADDED,
        Fact.TALLY_CLOSED,
        Fact.TALLY_WITHOUT,
    ),
    "decisions": (Fact.SUMMARY_PUBLISHED, Fact.DECISION_PUBLISHED),
    "moderation": (
        Fact.MODERATION_ACTION,
        Fact.APPEAL_DECIDED,
        Fact.ACCOUNT_LIMITED,
        Fact.VOTES_SET_ASIDE,
        Fact.VOTES_BROUGHT_BACK,
        Fact.COMMENT_PINNED,
    ),
    "comments": (Fact.COMMENT_PUBLISHED, Fact.COMMENT_CHANGED),
    "settings": (Fact.SETTINGS_CHANGED,),
}
SHOWN_AT_FIRST = ("proposals", "decisions", "moderation")


def group_of(kind: Fact) -> str:
    """The group under which readers find a kind."""
    return next(group for group, kinds in GROUPS.items() if kind in kinds)


def checked(kind: Fact, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Make the fields of a fact canonical; ValueError names what is missing, unknown or wrong."""
    schema = SCHEMAS[kind]
    if wrong := set(schema) ^ set(fields):
        raise ValueError(f"{kind.value}: fields {sorted(wrong)} are missing or unknown.")
    body = {name: _plain(value) for name, value in fields.items()}
    for name, value in body.items():
        if type(value) is not schema[name]:
            raise ValueError(f"{kind.value}: {name} is not of type {schema[name].__name__}.")
    return body


def _plain(value: Any) -> Any:
    """Strings in NFC, whole numbers below 2**53, lists and objects of them; nothing else."""
    if isinstance(value, dict):
        return {str(_plain(name)): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: ""}[value]
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise ValueError("A number in the log stays below 2**53.")
        return value
    return _words(value)


def _words(value: Any) -> str:
    match value:
        case Enum():
            return _words(value.value)
        case str():
            value.encode()
            return normalize("NFC", value)
        case datetime():
            return stamp(value)
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
    raise ValueError(f"The log cannot hold {type(value).__name__}.")


def stamp(moment: datetime) -> str:
    """A moment as the log writes it: UTC, whole milliseconds, Z."""
    utc = moment.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
