"""What a question asks for, apart from the table that keeps it."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from consult.core import _l

Value = str | int | list[str] | dict[str, str] | None

ANSWERED = "answered"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    MATRIX = "matrix"
    RANKING = "ranking"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(KINDS[self].label)

    @property
    def is_text(self) -> bool:
        """Answered in people's own words, which only staff read."""
        return self in (Kind.SHORT_TEXT, Kind.LONG_TEXT)

    @property
    def has_options(self) -> bool:
        """Answered from a list."""
        return self in (Kind.CHOICE, Kind.CHOICES, Kind.MATRIX, Kind.RANKING)

    @property
    def can_be_protected(self) -> bool:
        """Its table can be shown without small numbers."""
        return self in (Kind.CHOICE, Kind.CHOICES, Kind.SCALE)


@dataclass(frozen=True)
class About:
    """A kind in words: its name, what its answers look like, what to say where one is missing."""

    label: object
    hint: object
    missing: object


KINDS = {
    Kind.CHOICE: About(_l("One choice"), _l("One answer from a list."), _l("Choose an answer.")),
    Kind.CHOICES: About(
        _l("Several choices"),
        _l("As many answers from a list as people like."),
        _l("Choose at least one answer."),
    ),
    Kind.SCALE: About(
        _l("Scale"), _l("A number between two ends that you name."), _l("Choose a number.")
    ),
    Kind.SHORT_TEXT: About(
        _l("Short text"), _l("A few words. Only staff read them."), _l("Write your answer.")
    ),
    Kind.LONG_TEXT: About(
        _l("Long text"), _l("Some sentences. Only staff read them."), _l("Write your answer.")
    ),
    Kind.MATRIX: About(
        _l("Table of choices"),
        _l("The same choices for each of several lines."),
        _l("Choose an answer in each line."),
    ),
    Kind.RANKING: About(
        _l("Order"), _l("People number the answers, best first."), _l("Give one answer number 1.")
    ),
}


class Wrong(Exception):
    """An answer that cannot be taken, with a sentence for whoever gave it."""

    def __init__(self, message: object) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Shape:
    """A question without its words; options and lines are known by keys made from their wording."""

    kind: Kind
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    low: int = 1
    high: int = 5
    is_required: bool = False

    @property
    def keys(self) -> list[str]:
        """The keys of the options, in their order."""
        return [key_of(words) for words in self.options]

    @property
    def row_keys(self) -> list[str]:
        """The keys of the lines, in their order."""
        return [key_of(words) for words in self.rows]

    def option(self, key: str) -> str:
        """The words of an option."""
        return dict(zip(self.keys, self.options, strict=True))[key]


def key_of(words: str) -> str:
    """Name an option by its wording, so that an answer never turns into that to other words."""
    return "k" + sha256(words.encode()).hexdigest()[:10]


def changed() -> Wrong:
    """What to say about an answer that is none of those offered."""
    return Wrong(_l("Choose from the answers shown."))
