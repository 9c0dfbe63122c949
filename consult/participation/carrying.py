"""Where comments on parts stand after the text has changed; pure."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from consult.proposals.differences import Op, words_changed
from consult.proposals.parts import Part

K = TypeVar("K", bound=Hashable)


class Fate(StrEnum):
    """What has become of the words that a comment is about."""

    UNCHANGED = "unchanged"
    EARLIER = "earlier"
    GONE = "gone"


@dataclass(frozen=True)
class Pin:
    """A version, and the part of it with its words if it is not the whole that is meant."""

    version_number: int
    part_id: str | None = None
    quote: str | None = None


@dataclass(frozen=True)
class Carried:
    """What a comment is about, as it was and as it reads now."""

    part_id: str
    fate: Fate
    was: str
    part: Part | None

    @property
    def redline(self) -> list[tuple[Op, str]]:
        """Both wordings in one: what was taken out, what was put in, what stayed."""
        return words_changed(self.was, self.part.text if self.part else "")


@dataclass(frozen=True)
class SortedOut(Generic[K]):
    """Every comment once: under the part it is about, or under one that is gone."""

    here: dict[str, list[K]] = field(default_factory=dict)
    gone: dict[str, list[K]] = field(default_factory=dict)


def carried(pin: Pin, parts: Mapping[str, Part]) -> Carried | None:
    """Say what became of what a comment is about; nothing for a comment on the whole."""
    if pin.part_id is None:
        return None
    part = parts.get(pin.part_id)
    if part is None:
        return Carried(pin.part_id, Fate.GONE, pin.quote or "", None)
    same = pin.quote is None or pin.quote == part.text
    fate = Fate.UNCHANGED if same else Fate.EARLIER
    return Carried(pin.part_id, fate, part.text if pin.quote is None else pin.quote, part)


def sort_out(pins: Iterable[tuple[K, Pin]], parts: Mapping[str, Part]) -> SortedOut[K]:
    """Put every comment on a part in its place, in the order given."""
    places: SortedOut[K] = SortedOut()
    for key, pin in pins:
        about = carried(pin, parts)
        if about is not None:
            side = places.gone if about.fate is Fate.GONE else places.here
            side.setdefault(about.part_id, []).append(key)
    return places


def by_id(parts: Iterable[Part]) -> dict[str, Part]:
    """Parts by their ids."""
    return {part.id: part for part in parts}
