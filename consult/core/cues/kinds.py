"""What cues point to, and the phrases they are found by."""

from dataclasses import dataclass
from enum import StrEnum

from consult.core import _l


class CueKind(StrEnum):
    """What a cue points to, the most urgent first."""

    SAFEGUARDING = "safeguarding"
    THREAT = "threat"
    SLUR = "slur"

    @property
    def label(self) -> str:
        """What moderators read."""
        return str(LABELS[self])


LABELS = {
    CueKind.SAFEGUARDING: _l("Somebody may be in danger"),
    CueKind.THREAT: _l("A threat"),
    CueKind.SLUR: _l("A slur"),
}


@dataclass(frozen=True)
class Cue:
    """What was found from character `start` to `end` (not included) of the text as it was typed."""

    kind: CueKind
    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """Words to look for; none of a kind are the harmless ones, which take back what they touch."""

    kind: CueKind | None
    words: str
    reason: str = ""
