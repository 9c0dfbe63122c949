"""What an act rests on: a rule of the house, the law, or the author's own wish."""

from enum import StrEnum

from consult.core import _l
from consult.moderation.models.acts import Reason


class Ground(StrEnum):
    """What an act rests on."""

    HOUSE_RULE = "house_rule"
    LAW = "law"
    OWN_WISH = "own_wish"

    @property
    def label(self) -> str:
        """What the author reads."""
        return str(GROUNDS[self])


GROUNDS = {
    Ground.HOUSE_RULE: _l("A rule for comments"),
    Ground.LAW: _l("The law"),
    Ground.OWN_WISH: _l("Your own wish"),
}

_LAW = frozenset({Reason.CONTEMPT_OR_LEGAL, Reason.ILLEGAL_OTHER})


def ground_of(reason: Reason) -> Ground:
    """What a reason rests on."""
    if reason is Reason.AUTHOR_REQUEST:
        return Ground.OWN_WISH
    return Ground.LAW if reason in _LAW else Ground.HOUSE_RULE
