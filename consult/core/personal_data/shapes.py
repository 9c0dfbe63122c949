"""What detectors share: words that stand around a number, and a text without what is no number."""

import re
from collections.abc import Callable, Iterator

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.kinds import Confidence, Finding

Detector = Callable[[str, Allowed], Iterator[Finding]]

BEFORE = 40
REFERENCE = re.compile(
    r"\b(?:ref|refs|reference|order|invoice|ticket|case|tracking|parcel|serial|meter|isbn|barcode"
    r"|product|part|model|sku|item|batch|version|code|application|complaint|permit|asset|job)\b",
    re.IGNORECASE,
)
_LONGEST = 34  # an IBAN; nothing that anybody could use has more digits in a row
_ENDLESS = re.compile(rf"\d{{{_LONGEST + 1},}}")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)


def without_runs(text: str) -> str:
    """The same length, with web addresses and endless rows of digits covered."""
    text = _ENDLESS.sub(_covered, text)
    return _ADDRESS.sub(_covered, text) if "://" in text or "www" in text.casefold() else text


def _covered(found: re.Match[str]) -> str:
    return "_" * len(found.group())


def digits_of(text: str) -> str:
    """The digits alone."""
    return "".join(c for c in text if c.isdigit())


def said_before(cue: re.Pattern[str], text: str, start: int, within: int = BEFORE) -> bool:
    """A cue stands at most so many characters before."""
    return cue.search(text, max(start - within, 0), start) is not None


def said_around(cue: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """A cue stands shortly before or after."""
    return said_before(cue, text, start) or cue.search(text, end, end + BEFORE) is not None


def sure(is_sure: bool) -> Confidence:
    """High where it is sure, medium otherwise."""
    return Confidence.HIGH if is_sure else Confidence.MEDIUM
