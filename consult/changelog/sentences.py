"""How a fact reads: each feature says its own kinds; this finds who says what."""

from collections.abc import Callable
from typing import TypeVar

from consult.changelog.kinds import group_of
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.core import _, _l

Says = Callable[[Recorded], str]
S = TypeVar("S", bound=Says)

GROUP_NAMES = {
    "proposals": _l("Proposals"),
    "decisions": _l("Decisions"),
    "moderation": _l("Moderation"),
    "comments": _l("Comments"),
    "settings": _l("Settings"),
}
TAGS = {
    "proposals": _l("Proposal"),
    "decisions": _l("Decision"),
    "moderation": _l("Moderation"),
    "comments": _l("Comment"),
    "settings": _l("Settings"),
}
ROLES = {
    "officer": _l("an officer"),
    "owner": _l("an owner"),
    "moderator": _l("a moderator"),
    "decision_maker": _l("the decision-maker"),
    "resident": _l("a resident"),
    "system": _l("the clock"),
}

_sayers: dict[Fact, Says] = {}


def says(kind: Fact) -> Callable[[S], S]:
    """Put a kind of fact into words."""

    def put(say: S) -> S:
        _sayers[kind] = say
        return say

    return put


def sentence(fact: Recorded) -> str:
    """One sentence about a fact, in the reader's language."""
    say = _sayers.get(fact.kind)
    return say(fact) if say is not None else str(_("Something was recorded."))


def tag(fact: Recorded) -> str:
    """One word for what a fact is about."""
    return str(TAGS[group_of(fact.kind)])


def actor(fact: Recorded) -> str:
    """Who did it, as a role."""
    return str(ROLES.get(fact.by, fact.by))
