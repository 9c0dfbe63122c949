"""What the Online Safety Act asks about: kinds of illegal content, and which features matter."""

from dataclasses import dataclass
from enum import StrEnum

from consult.core import _l

KINDS = {
    "terrorism": _l("Terrorism"),
    "child_abuse": _l("Child sexual exploitation and abuse"),
    "suicide": _l("Encouraging suicide or self-harm"),
    "harassment": _l("Harassment, stalking, threats and abuse"),
    "hate": _l("Hate"),
    "control": _l("Controlling or coercive behaviour"),
    "drugs": _l("Drugs and psychoactive substances"),
    "weapons": _l("Guns, knives and other weapons"),
    "trafficking": _l("Human trafficking"),
    "immigration": _l("Unlawful immigration"),
    "sexual_exploitation": _l("Sexual exploitation of adults"),
    "pornography": _l("Extreme pornography"),
    "intimate_images": _l("Intimate images shared without consent"),
    "crime_proceeds": _l("Proceeds of crime"),
    "fraud": _l("Fraud and financial services offences"),
    "interference": _l("Foreign interference"),
    "animals": _l("Cruelty to animals"),
}


class Level(StrEnum):
    """How likely, or how bad."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        """What people read."""
        return str(LEVELS[self])


LEVELS = {Level.LOW: _l("Low"), Level.MEDIUM: _l("Medium"), Level.HIGH: _l("High")}


@dataclass(frozen=True)
class Switch:
    """A feature: whether the council uses it, and whether the exemption allows it."""

    label: object
    is_on: bool
    breaks: bool

    @property
    def matters(self) -> bool:
        """It is used and takes the exemption away."""
        return self.is_on and self.breaks


def switches(*, has_suggestions: bool) -> list[Switch]:
    """Which features are used, against schedule 1, paragraph 4 of the Act."""
    return [
        Switch(_l("Comments on what the council publishes"), True, False),
        Switch(_l("Votes for or against a proposal"), True, False),
        Switch(_l("Marking a comment as helpful"), True, False),
        Switch(_l("Residents’ own wording that others can vote on"), has_suggestions, True),
        Switch(_l("Residents’ statements that others vote on"), False, True),
        Switch(_l("Profiles of residents that others can visit"), False, True),
        Switch(_l("Pictures or files from residents"), False, True),
    ]
