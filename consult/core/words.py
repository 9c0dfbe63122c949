"""Words as a search knows them: without capitals and accents; where they stand in a text; pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST = 60
MOST = 8
WHOLE = 3  # a word of so few letters is looked for as it stands, a longer one by its beginning
AROUND = 110

# Letters that no decomposition takes apart, written as people without them would type them.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W_]))*")


@dataclass(frozen=True)
class Piece:
    """Some of a text, and whether it is one of the words that were looked for."""

    text: str
    is_found: bool = False


@dataclass(frozen=True)
class Excerpt:
    """The pieces around the first word that was looked for."""

    pieces: Sequence[Piece]
    is_cut_before: bool = False
    is_cut_after: bool = False


def fold(text: str) -> str:
    """Letters and digits only, small, without accents; folding twice changes nothing."""
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", apart) if c.isalnum())


def folded_words(text: str) -> list[str]:
    """Every word of a text, folded, in order."""
    return [word for _start, _end, word in _words(text)]


def asked_words(text: str) -> tuple[str, ...]:
    """The words that somebody asks for, each once; none where all are single letters."""
    found = tuple(dict.fromkeys(folded_words(text)))[:MOST]
    return found if any(len(word) > 1 for word in found) else ()


def is_meant(word: str, asked: Iterable[str]) -> bool:
    """The folded word is one of those asked for, or begins with a long one of them."""
    return any(word == one or (len(one) > WHOLE and word.startswith(one)) for one in asked)


def pieces(text: str, asked: Sequence[str]) -> list[Piece]:
    """Cut a text at the words asked for; put together again the pieces are the text."""
    found, done = [], 0
    for start, end, word in _words(text):
        if is_meant(word, asked):
            if start > done:
                found.append(Piece(text[done:start]))
            found.append(Piece(text[start:end], is_found=True))
            done = end
    if done < len(text):
        found.append(Piece(text[done:]))
    return found


def excerpt(text: str, asked: Sequence[str], around: int = AROUND) -> Excerpt:
    """What stands around the first word asked for; the beginning where there is none."""
    first = next((start for start, _end, word in _words(text) if is_meant(word, asked)), 0)
    begin = text.rfind(" ", 0, max(first - around, 0)) + 1 if first > around else 0
    end = first + 2 * around
    if end < len(text):
        space = text.find(" ", end)
        end = space if 0 <= space < end + around else end
    return Excerpt(pieces(text[begin:end], asked), begin > 0, end < len(text))


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = fold(match.group())[:LONGEST]
        if word:
            yield match.start(), match.end(), word
