"""What several people did at once or in the same words: questions to look at, never verdicts; pure.

Campaigns are welcome, and so is a proposal in the news. A pattern says that a moderator may look,
and nothing about any person.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Who = TypeVar("Who")
What = TypeVar("What")

SHORTEST = 6  # words; "I agree with this" is no shared text
SHARED_BY = 3  # people
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


def shared(said: Iterable[tuple[What, Who, str]]) -> Sequence[Sequence[What]]:
    """Group what at least three people said in the same six or more words, in the order given.

    `said` is what was said, by whom, and its text. One person alone, however often, shares nothing.
    """
    groups: dict[str, list[tuple[What, Who]]] = {}
    for what, who, text in said:
        words = plain_words(text)
        if words.count(" ") + 1 >= SHORTEST:
            groups.setdefault(words, []).append((what, who))
    return [
        [what for what, _who in group]
        for group in groups.values()
        if len({who for _what, who in group}) >= SHARED_BY
    ]


def is_rush(pace: Pace) -> bool:
    """Tell whether many more people than usual came in one hour; a quiet hour never is one."""
    return pace.people >= RUSH and pace.people >= TIMES * pace.usual


def people_of(group: Iterable[What], by: Mapping[What, Who]) -> int:
    """Count the people behind a group, each once."""
    return len({by[one] for one in group})
