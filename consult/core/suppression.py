"""Small counts about people: hidden together, so that none can be worked out from the others."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

LEAST = 10
NEAREST = 5

K = TypeVar("K")


def suppressed(
    counts: Mapping[K, int], *, least: int = LEAST, nearest: int = NEAREST
) -> dict[K, int | None]:
    """Round each count, and give nothing for those that must stay hidden.

    Every count below `least` is hidden. Where it is one alone, or where they are so few or so near
    the most they can be that what is missing from a total would tell one of them, the one before
    in the table is hidden as well. Which that is depends on the order of the table and never on how
    large a count is, since whoever knows the rule would otherwise learn from the choice.
    """
    keys = list(counts)
    hidden = {key for key in keys if counts[key] < least}
    if hidden and _tells([counts[key] for key in hidden], least):
        hidden.update(one_before(keys, hidden))
    return {
        key: None if key in hidden else rounded(count, nearest) for key, count in counts.items()
    }


def _tells(small: list[int], least: int) -> bool:
    """Whoever knows what these come to would know one of them, or that they are few."""
    most = (least - 1) * len(small)
    return len(small) < 2 or sum(small) < least or sum(small) >= most - 1


def one_before(keys: Sequence[K], hidden: Collection[K]) -> Sequence[K]:
    """What goes with the first that is hidden: the next before it that is shown, if there is one.

    From the first of the table one goes on to the last. At least one key must be hidden.
    """
    first = next(at for at, key in enumerate(keys) if key in hidden)
    around = [key for key in (*keys[first:], *keys[:first]) if key not in hidden]
    return around[-1:]


def rounded(count: int, nearest: int = NEAREST) -> int:
    """The nearest multiple, halves up."""
    return (count + nearest // 2) // nearest * nearest


def total(counts: Mapping[K, int], *, least: int = LEAST, nearest: int = NEAREST) -> int | None:
    """How many there are together, rounded likewise; nothing where they are too few."""
    together = sum(counts.values())
    return rounded(together, nearest) if together >= least else None
