"""What several people did at once or in the same words: questions to look at, never verdicts; pure.

Campaigns are welcome, and so is a proposal in the news. A pattern says that a moderator may look,
and nothing about any person.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

Who = TypeVar("Who")
What = TypeVar("What")

SHORTEST = 6  # words; "I agree with this" is no shared text
SHARED_BY = 3  # people
RUN = 4  # words in a row
ENOUGH = 0.6
RUSH = 20  # people in one hour
TIMES = 6  # as many as on an ordinary hour

_GAPS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Pace:
    """How many people did something in the last hour, and in how many hours before how many did."""

    people: int
    before: int
    hours: int

    @property
    def usual(self) -> float:
        """People an hour before; at least one, so that the first night is not the measure."""
        return max(self.before / max(self.hours, 1), 1.0)


def plain_words(text: str) -> str:
    """Reduce a text to what stays of it when only its spelling on the page is changed.

    Case, accents, punctuation, hidden marks and spaces make no difference. Doing it twice changes
    nothing.
    """
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in spread if not unicodedata.combining(one))
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", bare).casefold()).strip()


def alike(one: str, other: str) -> bool:
    """Tell whether two texts of six words or more say nearly the same words in nearly one order.

    At least six in ten of the shorter one's neighbouring pairs of words stand in the other, so that
    a sentence of one's own before or after a shared text makes no difference. Symmetric.
    """
    first, second = (plain_words(text).split() for text in (one, other))
    if min(len(first), len(second)) < SHORTEST:
        return False
    pairs, others = set(pairwise(first)), set(pairwise(second))
    return len(pairs & others) >= ENOUGH * min(len(pairs), len(others))


def shared(said: Iterable[tuple[What, Who, str]]) -> Sequence[Sequence[What]]:
    """Group what at least three people said in nearly the same words, in the order given.

    `said` is what was said, by whom, and its text. The first of a group is whom the others are
    alike to. One person alone, however often, shares nothing. Only texts with four words in a row
    in common are compared, so that time grows with what is said and not with its square.
    """
    groups: list[list[tuple[What, Who]]] = []
    leaders: list[str] = []
    places: dict[tuple[str, ...], list[int]] = {}
    for what, who, text in said:
        words = plain_words(text).split()
        runs = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
        near = dict.fromkeys(place for run in runs for place in places.get(run, ()))
        found = next((place for place in near if alike(leaders[place], text)), None)
        if found is not None:
            groups[found].append((what, who))
        elif len(words) >= SHORTEST:
            for run in runs:
                places.setdefault(run, []).append(len(groups))
            groups.append([(what, who)])
            leaders.append(text)
    return [
        [what for what, _who in group]
        for group in groups
        if len({who for _what, who in group}) >= SHARED_BY
    ]


def is_rush(pace: Pace) -> bool:
    """Tell whether many more people than usual came in one hour; a quiet hour never is one."""
    return pace.people >= RUSH and pace.people >= TIMES * pace.usual


def people_of(group: Iterable[What], by: Mapping[What, Who]) -> int:
    """Count the people behind a group, each once."""
    return len({by[one] for one in group})
