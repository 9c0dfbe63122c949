"""Tables about people without small numbers, and without ways to work them out; pure.

A count under ten is not shown, nor is nought; others are rounded to the nearest five. No totals and
no shares go with them. A count of verified people is shown only where those who are not verified
are ten or more as well, since the two tables could be subtracted. Where one cell alone would be
missing, the one before in the table goes too. What a careful reader could then still conclude from
the number of people who answered is worked out; where it says much about a small count, the table
is withheld.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from consult.core.suppression import LEAST, NEAREST, one_before, rounded

SLACK = 5
FEW = "few"
HIDDEN = "hidden"

Shown = int | str
Range = tuple[int, int]


@dataclass(frozen=True)
class Counted:
    """People in one cell: all of them, and the verified among them."""

    all: int
    verified: int


@dataclass(frozen=True)
class Safe:
    """What may be published: a rounded number, `FEW` or `HIDDEN` per cell; nothing if withheld."""

    all: Mapping[str, Shown] | None
    verified: Mapping[str, Shown] | None


def protect(
    cells: Mapping[str, Counted], people: Counted, *, is_exclusive: bool, takes_part: bool = True
) -> Safe:
    """Make two tables safe beside each other; `is_exclusive` where each person is in one cell.

    `people` is public: everybody who answered the questionnaire, and the verified among them.
    """
    whole = _primary({key: cell.all for key, cell in cells.items()})
    if is_exclusive:
        whole = _secondary(whole)
    if is_exclusive and not _is_vague(whole, people.all):
        return Safe(None, None)
    if not takes_part:
        return Safe(_rounded(whole), None)
    part = _verified(cells, whole)
    if is_exclusive:
        part = _secondary(part)
        if not _is_vague_pair(whole, part, people):
            return Safe(_rounded(whole), None)
    return Safe(_rounded(whole), _rounded(part))


def _rounded(cells: Mapping[str, Shown]) -> dict[str, Shown]:
    return {key: rounded(n) if isinstance(n, int) else n for key, n in cells.items()}


def _primary(counts: Mapping[str, int]) -> dict[str, Shown]:
    return {key: n if n >= LEAST else FEW for key, n in counts.items()}


def _verified(cells: Mapping[str, Counted], whole: Mapping[str, Shown]) -> dict[str, Shown]:
    shown: dict[str, Shown] = {}
    for key, cell in cells.items():
        rest = cell.all - cell.verified
        if cell.verified < LEAST:
            shown[key] = FEW
        elif rest < LEAST or not isinstance(whole[key], int):
            shown[key] = HIDDEN
        else:
            shown[key] = cell.verified
    return shown


def _secondary(shown: Mapping[str, Shown]) -> dict[str, Shown]:
    """Hide the cell before a single one that is missing; a choice by size would tell its size."""
    keys = list(shown)
    missing = [key for key in keys if not isinstance(shown[key], int)]
    if len(missing) != 1:
        return dict(shown)
    return {**shown, **dict.fromkeys(one_before(keys, missing), HIDDEN)}


def _span(shown: Shown, most: int) -> Range:
    """What a reader knows of one cell by itself."""
    if shown == FEW:
        return 0, min(LEAST - 1, most)
    if isinstance(shown, str):
        return LEAST, most
    near = rounded(shown)
    return max(near - NEAREST // 2, LEAST), near + NEAREST // 2


def _is_vague(shown: Mapping[str, Shown], people: int) -> bool:
    """No small count can be told within less than the slack, knowing how many took part."""
    spans = {key: _span(n, people) for key, n in shown.items()}
    least = sum(low for low, _high in spans.values())
    for key, (low, high) in spans.items():
        room = people - (least - low)
        if shown[key] == FEW and min(high, room) - low < min(SLACK, people):
            return False
    return True


def _is_vague_pair(whole: Mapping[str, Shown], part: Mapping[str, Shown], people: Counted) -> bool:
    """The same for the verified, the others, and both, each with the most that it can hold."""
    rest_of_people = people.all - people.verified
    if min(people.verified, rest_of_people) < SLACK:
        return False
    alls = {key: _span(n, people.all) for key, n in whole.items()}
    verified = {key: _span(n, people.verified) for key, n in part.items()}
    others = dict.fromkeys(whole, (0, rest_of_people))
    for _turn in range(4 * len(whole) + 4):
        before = (dict(alls), dict(verified), dict(others))
        for key in whole:
            alls[key], verified[key], others[key] = _narrowed(alls[key], verified[key], others[key])
        for spans, most in (
            (alls, people.all),
            (verified, people.verified),
            (others, rest_of_people),
        ):
            _fit(spans, most)
        if before == (alls, verified, others):
            break
    return all(
        high - low >= SLACK
        for spans in (alls, verified, others)
        for low, high in spans.values()
        if low < LEAST
    )


def _narrowed(whole: Range, part: Range, rest: Range) -> tuple[Range, Range, Range]:
    """Bounds of three numbers of which two make the third."""
    whole = max(whole[0], part[0] + rest[0]), min(whole[1], part[1] + rest[1])
    part = max(part[0], whole[0] - rest[1]), min(part[1], whole[1] - rest[0])
    rest = max(rest[0], whole[0] - part[1]), min(rest[1], whole[1] - part[0])
    return whole, part, rest


def _fit(spans: dict[str, Range], most: int) -> None:
    """No cell holds more than what the least of all others leaves."""
    least = sum(low for low, _high in spans.values())
    for key, (low, high) in spans.items():
        spans[key] = low, min(high, most - (least - low))
