"""How people lean on one part, and where its bar is drawn; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consult.participation.grid import Asked
from consult.participation.models.items import Comfort

FEWEST = 30  # people, for percentages
WIDTH, AXIS = 150.0, 60.0
NOBODY = dict.fromkeys(Comfort, 0)


@dataclass(frozen=True)
class Leaning:
    """The answers about one part: those shown, and those of verified people."""

    asked: Asked
    everybody: Mapping[Comfort, int]
    verified: Mapping[Comfort, int]
    is_verified: bool = False

    @property
    def shown(self) -> Mapping[Comfort, int]:
        """The people chosen to be shown."""
        return self.verified if self.is_verified else self.everybody

    @property
    def people(self) -> int:
        """How many of them answered."""
        return sum(self.shown.values())

    @property
    def has_shares(self) -> bool:
        """Enough people for percentages."""
        return self.people >= FEWEST

    def share(self, comfort: Comfort) -> float:
        """The part of them that answered so, from 0 to 1."""
        return self.shown[comfort] / self.people if self.people else 0.0

    def percent(self, comfort: Comfort) -> int:
        """The same in whole percent."""
        return round(100 * self.share(comfort))

    @property
    def rank(self) -> tuple[float, float, str]:
        """Most accepted first, then most fine with it."""
        return (self.share(Comfort.NO), -self.share(Comfort.FINE), self.asked.label)


@dataclass(frozen=True)
class Piece:
    """One piece of a bar."""

    comfort: Comfort
    x: float
    width: float


def ranked(leanings: Sequence[Leaning]) -> list[Leaning]:
    """Those that most people accept in some form first; those without answers last."""
    return sorted(leanings, key=lambda each: (not each.people, each.rank))


def scale_of(leanings: Sequence[Leaning]) -> float:
    """Units of width for the whole of the people, so that no bar leaves its field."""
    left = max((each.share(Comfort.NO) for each in leanings), default=0)
    right = max((1 - each.share(Comfort.NO) for each in leanings if each.people), default=0)
    return min(AXIS / left if left else WIDTH, (WIDTH - AXIS) / right if right else WIDTH)


def pieces(leaning: Leaning, scale: float) -> list[Piece]:
    """A bar: no to the left of the axis, yes in some form to the right."""
    no, depends, fine = (
        leaning.share(each) * scale for each in (Comfort.NO, Comfort.WITH_SAFEGUARDS, Comfort.FINE)
    )
    drawn = [
        Piece(Comfort.NO, AXIS - no, no),
        Piece(Comfort.WITH_SAFEGUARDS, AXIS, depends),
        Piece(Comfort.FINE, AXIS + depends, fine),
    ]
    return [piece for piece in drawn if piece.width]
