"""How hard a text is to read: words, reading age, short forms, and phrases that sound decided.

Reading age is the Flesch-Kincaid grade plus 5 (Kincaid, Fishburne, Rogers and Chissom, 1975,
"Derivation of New Readability Formulas", Naval Technical Training Command Research Branch Report
8-75): 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are estimated.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_ENDS = re.compile(r"[.!?]+(?=\s|$)|\n\s*\n|\n(?=\s*[-*#\d])")
_LINKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ADDRESSES = re.compile(r"https?://\S+|\S+@\S+")
_MARKS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|[-*+]\s+|>\s?|\d+[.)]\s+)|[*_`~]", re.MULTILINE)
_SILENT = re.compile(r"(?<![le])e$|(?<![td])ed$", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouyâêîôûŵŷ]+", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{2,6}(?:s\b|\b)")
_KNOWN = frozenset(
    {"AM", "BBC", "GP", "HTML", "ID", "II", "III", "IT", "IV", "NHS", "OK"}
) | frozenset({"PDF", "PIN", "PM", "PO", "SMS", "TV", "UK", "USB"})
_DECIDED = re.compile(
    r"\bwe will(?! (?:read|answer|reply|consider|listen|publish|take part|not decide)\b)(?: \w+)?"
    r"|\bwe(?: are|’re|'re) going to(?: \w+)?"
    r"|\b(?:has|have) (?:now |already )?been (?:agreed|decided|approved|signed off)\b"
    r"|\b(?:we|the council|cabinet) (?:has |have )?(?:decided|agreed) to\b"
    r"|\bnew (?:scheme|service|system|account) (?:launches|starts|begins|goes live)\b"
    r"|\b(?:is|are) being (?:launched|introduced|rolled out)\b"
    r"|\b(?!we\b|who\b|what\b|which\b|nobody\b|there\b|you\b)\w+ will (?!you\b|we\b|they\b)\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """A phrase and where it stands in the text."""

    start: int
    end: int
    text: str


def plain(text: str) -> str:
    """Take away the marks of Markdown and addresses, which nobody reads aloud."""
    return _MARKS.sub("", _ADDRESSES.sub("", _LINKS.sub(r"\1", text)))


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(plain(text))


def word_count(text: str) -> int:
    return len(words(text))


def sentence_count(text: str) -> int:
    """How many sentences have at least one word; headings and list items count as sentences."""
    kept = _ADDRESSES.sub("", _LINKS.sub(r"\1", text))
    return sum(bool(_WORD.search(part)) for part in _ENDS.split(kept))


def syllables(word: str) -> int:
    """Estimate: groups of vowels, without a silent e at the end; at least one."""
    if word[:1].isdigit():
        return 1
    groups = len(_VOWELS.findall(word))
    return max(groups - bool(_SILENT.search(word)), 1)


def reading_age(text: str) -> float:
    """The age from which a text is easy, between 5 and 25; 5 for an empty text."""
    said = words(text)
    if not said:
        return 5.0
    sounds = sum(syllables(word) for word in said)
    grade = 0.39 * len(said) / max(sentence_count(text), 1) + 11.8 * sounds / len(said) - 15.59
    return min(max(grade + 5, 5.0), 25.0)


def unexplained_acronyms(text: str) -> list[str]:
    """Short forms that no brackets explain, once each, in order."""
    kept = plain(text)
    found: dict[str, None] = {}
    for short in _ACRONYM.findall(kept):
        bare = short.rstrip("s")
        explained = f"({bare})" in kept or f"({short})" in kept or f"{bare} (" in kept
        if bare not in _KNOWN and not explained:
            found[bare] = None
    return list(found)


def decided_phrases(text: str) -> list[Span]:
    """Phrases that sound as if all were settled already."""
    return [Span(found.start(), found.end(), found.group()) for found in _DECIDED.finditer(text)]
