"""Finding cues in a text.

Whole words are compared, as a reader sees them: look-alike characters, digits for letters, and
stretched, spaced and starred words are seen through. No phrase reaches from one sentence into the
next.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from consult.core.cues.kinds import Cue, CueKind, Phrase
from consult.core.cues.phrases import ANY, Pattern, Patterns, folded_word, patterns
from consult.core.lookalikes import plain

_LONGEST = 40

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|[@$!|*'](?=[^\W_]))*|[.!?;]+(?=\s)|\n")
_INSTEAD = str.maketrans("0134578@$!|", "oieastbasil")
_AS_L = str.maketrans("1", "l")
_STRETCHED = re.compile(r"(.)\1{2,}", re.IGNORECASE)


class _Word(NamedTuple):
    """How a word may be read, and where it stands; a sentence's end has no reading."""

    readings: tuple[str, ...]
    start: int
    end: int


class _Match(NamedTuple):
    kind: CueKind | None
    start: int
    end: int


def find_cues(
    text: str, extra: Iterable[Phrase] = (), removed: Iterable[str] = ()
) -> tuple[Cue, ...]:
    """Name the cues in a text as it was typed, in order, none over another.

    `extra` are a council's own phrases, in plain words; `removed` are phrases as the list has them
    or as people would write them. Takes time in proportion to the length of the text.
    """
    known = patterns(tuple(extra), tuple(removed))
    seen = plain(text)
    words = _words(seen.text, known)
    matches = [match for at in range(len(words)) for match in _matches(words, at, known)]
    return tuple(
        Cue(kind, *seen.original(words[start].start, words[end - 1].end))
        for kind, start, end in _chosen(matches, len(words))
    )


def _words(text: str, known: Patterns) -> list[_Word]:
    """The words with their readings; letters that stand alone are read together, too."""
    words: list[_Word] = []
    letters: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        spelt = match.group()
        if len(spelt) == 1 and spelt.isalnum():
            letters.append(match)
            continue
        if letters:
            words += _letters(letters, known)
            letters = []
        words.append(_Word(_readings(spelt[:_LONGEST], known), *match.span()))
    return [*words, *_letters(letters, known)]


def _letters(letters: list[re.Match[str]], known: Patterns) -> list[_Word]:
    if len(letters) > 2:
        whole = folded_word("".join(match.group() for match in letters).translate(_INSTEAD))
        if whole in known.known:
            return [_Word((whole,), letters[0].start(), letters[-1].end())]
    return [_Word((folded_word(match.group()),), *match.span()) for match in letters]


def _readings(spelt: str, known: Patterns) -> tuple[str, ...]:
    """What a word may be meant to be, among the words of the list; itself where none is."""
    if not spelt[0].isalnum():
        return ()
    if spelt.isascii() and spelt.isalpha() and not _STRETCHED.search(spelt):
        return (spelt.lower(),)
    forms = [folded_word(spelt)]
    if not spelt.isalpha():
        forms += [
            folded_word(spelt.translate(_INSTEAD)),
            folded_word(spelt.translate(_AS_L).translate(_INSTEAD)),
        ]
    if _STRETCHED.search(forms[-1]):
        forms += [_STRETCHED.sub(times, one) for one in forms for times in (r"\1\1", r"\1")]
    if "*" in spelt:
        forms += _starred(spelt.casefold(), known)
    return tuple(one for one in dict.fromkeys(forms) if one in known.known) or (forms[0],)


def _starred(spelt: str, known: Patterns) -> Iterator[str]:
    for word in known.shapes.get((len(spelt), spelt[0]), ()):
        if all(seen in {"*", meant} for seen, meant in zip(spelt, word, strict=True)):
            yield word


def _matches(words: Sequence[_Word], at: int, known: Patterns) -> Iterator[_Match]:
    """Every phrase that begins at a word."""
    for reading in words[at].readings:
        if reading in known.first:
            begun = [(reading,), *((reading, second) for second in _seconds(words, at))]
            likely = {one for two in begun for one in known.by_beginning.get(two, ())}
            for pattern in likely:
                for end in _ends(pattern, words, at):
                    if not any(_is_all(way, words, at, end) for way in known.without):
                        yield _Match(pattern.kind, at, end)


def _seconds(words: Sequence[_Word], at: int) -> tuple[str, ...]:
    return (*words[at + 1].readings, ANY) if at + 1 < len(words) else ()


def _ends(pattern: Pattern, words: Sequence[_Word], at: int) -> set[int]:
    """Where a phrase ends if it begins at a word; nowhere if it does not."""
    places = {at}
    for slot in pattern.slots:
        places = {
            place + len(choice)
            for place in places
            for choice in slot
            if _stands(choice, words, place)
        }
        if not places:
            break
    return places


def _stands(choice: tuple[str, ...], words: Sequence[_Word], at: int) -> bool:
    """The words stand in the text from one place on."""
    if at + len(choice) > len(words):
        return False
    return all(
        meant in words[at + n].readings or (meant == ANY and bool(words[at + n].readings))
        for n, meant in enumerate(choice)
    )


def _is_all(way: tuple[str, ...], words: Sequence[_Word], at: int, end: int) -> bool:
    return len(way) == end - at and _stands(way, words, at)


def _chosen(matches: list[_Match], count: int) -> Iterator[tuple[CueKind, int, int]]:
    """The longest of those that no harmless phrase touches, the more urgent of two as long."""
    taken = bytearray(count)
    for match in matches:
        if match.kind is None:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
    cues = [(match.kind, match.start, match.end) for match in matches if match.kind]
    order = list(CueKind)
    chosen = []
    for kind, start, end in sorted(
        cues, key=lambda cue: (cue[1] - cue[2], order.index(cue[0]), cue[1])
    ):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            chosen.append((kind, start, end))
    yield from sorted(chosen, key=lambda cue: cue[1])
