"""The phrases of the list and of a council, made ready to be looked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from consult.core.cues.kinds import CueKind, Phrase
from consult.core.words import fold

LIST = Path(__file__).with_name("cues.txt")
ANY = "_"

Slots = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, eq=False)
class Pattern:
    """A phrase as places in a row, each with the words that may stand there, or none."""

    kind: CueKind | None
    slots: Slots

    def beginnings(self) -> set[tuple[str, ...]]:
        """The two words with which it may begin, or the one that is all of it."""
        begun: set[tuple[str, ...]] = {()}
        for slot in self.slots:
            begun = {(*words, *choice)[:2] for words in begun for choice in slot}
        return begun


@dataclass(frozen=True)
class Patterns:
    """All phrases by their first two words, and their words by length and first letter."""

    by_beginning: Mapping[tuple[str, ...], Sequence[Pattern]]
    first: frozenset[str]
    known: frozenset[str]
    shapes: Mapping[tuple[int, str], Sequence[str]]
    without: frozenset[tuple[str, ...]]


@lru_cache(1)
def listed() -> tuple[Phrase, ...]:
    """The list as it stands in the file."""
    phrases = []
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words, reason = (part.strip() for part in line.split(" | "))
            phrases.append(Phrase(None if kind == "harmless" else CueKind(kind), words, reason))
    return tuple(phrases)


def spelt_out(words: str) -> Iterator[str]:
    """Every way to say a phrase of the list."""
    slots = [_choices(slot) for slot in words.split()]
    for chosen in product(*slots):
        yield " ".join(filter(None, chosen))


def _choices(slot: str) -> list[str]:
    choices = [choice.replace("+", " ") for choice in slot.strip("[]").split("/")]
    return [*choices, ""] if slot.startswith("[") else choices


def _plainly(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _folded(phrase: str) -> tuple[str, ...]:
    folded = (word if word == ANY else folded_word(word) for word in phrase.split())
    return tuple(filter(None, folded))


def folded_word(word: str) -> str:
    """Like `fold`, ten times as fast for what most words are."""
    return word.lower() if word.isascii() and word.isalnum() else fold(word)


@lru_cache(1)
def _listed_patterns() -> tuple[tuple[str, Pattern], ...]:
    return tuple(
        (
            _plainly(phrase.words),
            Pattern(
                phrase.kind,
                tuple(tuple(map(_folded, _choices(slot))) for slot in phrase.words.split()),
            ),
        )
        for phrase in listed()
    )


@lru_cache(64)
def patterns(extra: tuple[Phrase, ...], removed: tuple[str, ...]) -> Patterns:
    """The list without what a council removed, and with what it added."""
    gone = set(map(_plainly, removed))
    chosen = [pattern for words, pattern in _listed_patterns() if words not in gone]
    own = [(phrase.kind, _folded(phrase.words)) for phrase in extra]
    chosen += [Pattern(kind, tuple(((word,),) for word in words)) for kind, words in own if words]
    by_beginning = defaultdict(list)
    for pattern in chosen:
        for words in pattern.beginnings():
            by_beginning[words].append(pattern)
    slots = (slot for pattern in chosen for slot in pattern.slots)
    known = frozenset(word for slot in slots for choice in slot for word in choice)
    shapes = defaultdict(list)
    for word in sorted(known):
        shapes[len(word), word[0]].append(word)
    return Patterns(
        dict(by_beginning),
        frozenset(words[0] for words in by_beginning),
        known,
        dict(shapes),
        frozenset(map(_folded, removed)),
    )
