"""What somebody can think of a proposal."""

from enum import StrEnum

from consult.core import _l


class Stance(StrEnum):
    """What somebody thinks of the whole; a question is a comment's only."""

    SUPPORT = "support"
    SUPPORT_WITH_CHANGES = "support_with_changes"
    OPPOSE = "oppose"
    UNSURE = "unsure"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(STANCES[self])


STANCES = {
    Stance.SUPPORT: _l("Support"),
    Stance.SUPPORT_WITH_CHANGES: _l("Support with changes"),
    Stance.OPPOSE: _l("Oppose"),
    Stance.UNSURE: _l("Not sure"),
    Stance.QUESTION: _l("Question"),
}
VOTES = (Stance.SUPPORT, Stance.SUPPORT_WITH_CHANGES, Stance.OPPOSE, Stance.UNSURE)
