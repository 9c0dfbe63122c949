"""A text as a reader sees it: no invisible or disguised characters, every place still known; pure.

Full-width, mathematical and circled characters become plain ones (Unicode's NFKC), letters of
other alphabets that look like Latin ones become those, all dashes, quotation marks and spaces
become the ones on a keyboard, and characters without width are left out. Source of the look-alikes:
Unicode Technical Standard 39, confusables, cut to the letters that stand in British identifiers.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Cyrillic and Greek letters that cannot be told from Latin ones on a screen.
_CYRILLIC = dict(
    zip("АВЕЅІЈКМНОРСТУХԀԌԚԜаеіјкорсухѕԁԛԝһ", "ABESIJKMHOPCTYXDGQWaeijkopcyxsdqwh", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορικ", "ABEZHIKMNOPTYXavopik", strict=True))
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣", "-"),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("․‧∙", "."),
    **dict.fromkeys("⁄∕", "/"),
    "ı": "i",
    "ǀ": "l",
    "ɑ": "a",
    "ɡ": "g",
}
_LOOKS_LIKE = {**_CYRILLIC, **_GREEK, **_SIGNS}


@dataclass(frozen=True)
class Plain:
    """A text made plain, and where each of its characters stood."""

    text: str
    starts: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where in the given text the characters `start` to `end` (not included) stand."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end - 1] + 1


def plain(text: str) -> Plain:
    """Fold what only looks different, in time that grows with the length alone."""
    if text.isascii():
        return Plain(text, None, len(text))
    parts: list[str] = []
    starts: list[int] = []
    for place, character in enumerate(text):
        seen = character if character.isascii() else _seen(character)
        parts.append(seen)
        starts.extend([place] * len(seen))
    return Plain("".join(parts), tuple(starts), len(text))


@lru_cache(4096)
def _seen(character: str) -> str:
    """What a reader takes one character for; nothing where it cannot be seen."""
    if character in _LOOKS_LIKE:
        return _LOOKS_LIKE[character]
    if unicodedata.category(character) in {"Cf", "Cc"} or character == "\u034f":
        return ""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    folded = unicodedata.normalize("NFKC", character)
    return "".join(_LOOKS_LIKE.get(one, one) for one in folded)
