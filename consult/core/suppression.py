"""Small counts about people: hidden together, so that none can be worked out from the others."""

from collections.abc import Mapping
from typing import TypeVar

LEAST = 10
NEAREST = 5

K = TypeVar("K")


def suppressed(
    counts: Mapping[K, int], *, least: int = LEAST, nearest: int = NEAREST
) -> dict[K, int | None]:
    """Round each count, and give nothing for those that must stay hidden.

    Every count below `least` is hidden. So are the next smallest, until at least two are hidden,
    these come to `least` between them, and not each is as large as a hidden one can be: what is
    missing from a total then names nobody.
    """
    hidden = {key for key, count in counts.items() if count < least}
    rest = sorted(
        (key for key in counts if key not in hidden), key=lambda key: (counts[key], str(key))
    )
    while hidden and rest and _tells([counts[key] for key in hidden], least):
        hidden.add(rest.pop(0))
    return {
        key: None if key in hidden else rounded(count, nearest) for key, count in counts.items()
    }


def _tells(hidden: list[int], least: int) -> bool:
    """Whoever knows what these come to would know one of them, or that they are few."""
    is_certain = all(count == least - 1 for count in hidden)
    return len(hidden) < 2 or sum(hidden) < least or is_certain


def rounded(count: int, nearest: int = NEAREST) -> int:
    """The nearest multiple, halves up."""
    return (count + nearest // 2) // nearest * nearest


def total(counts: Mapping[K, int], *, least: int = LEAST, nearest: int = NEAREST) -> int | None:
    """How many there are together, rounded likewise; nothing where they are too few."""
    together = sum(counts.values())
    return rounded(together, nearest) if together >= least else None
