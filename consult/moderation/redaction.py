"""Taking exact words out of a text and leaving a mark that says what kind of words they were."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from consult.core import _l

SHORTEST = 2
MARKER = re.compile(r"\[[A-Za-z][A-Za-z ’'-]{1,60} removed\]")


class Detail(StrEnum):
    """What kind of detail was taken out; the value stands in the text."""

    PHONE = "phone number"
    EMAIL = "e-mail address"
    ADDRESS = "address"
    NAME = "name"
    HEALTH = "health detail"
    SCHOOL = "school"
    REFERENCE = "reference number"
    OTHER = "other detail"

    @property
    def label(self) -> str:
        """What moderators choose from."""
        return str(DETAILS[self])

    @property
    def marker(self) -> str:
        """What everyone reads in its place."""
        return f"[{self.value} removed]"


DETAILS = {
    Detail.PHONE: _l("Phone number"),
    Detail.EMAIL: _l("E-mail address"),
    Detail.ADDRESS: _l("Address"),
    Detail.NAME: _l("Name"),
    Detail.HEALTH: _l("Health detail"),
    Detail.SCHOOL: _l("School"),
    Detail.REFERENCE: _l("Reference number"),
    Detail.OTHER: _l("Other detail"),
}


@dataclass(frozen=True)
class Span:
    """Exact words to take out, and what they are."""

    words: str
    detail: Detail

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the words however they are spaced and whatever their capitals."""
        return re.compile(r"\s+".join(map(re.escape, self.words.split())), re.IGNORECASE)

    @property
    def is_long_enough(self) -> bool:
        """Single letters would take the whole text apart."""
        return len("".join(self.words.split())) >= SHORTEST


def occurs(span: Span, text: str) -> bool:
    """The words stand in the text, outside any mark left before."""
    return any(span.pattern.search(part) for part in MARKER.split(text))


def length_left(text: str) -> int:
    """How many letters and digits stand in a text, without the marks in it."""
    return sum(map(str.isalnum, MARKER.sub("", text)))


def remove(text: str, spans: Sequence[Span]) -> str:
    """Put a mark in place of every occurrence, the longest words first; keep marks left before."""
    for span in sorted(spans, key=lambda span: len(span.words), reverse=True):
        text = _remove_one(text, span)
    return text


def _remove_one(text: str, span: Span) -> str:
    done, end = [], 0
    for mark in MARKER.finditer(text):
        done += [span.pattern.sub(span.detail.marker, text[end : mark.start()]), mark.group()]
        end = mark.end()
    done.append(span.pattern.sub(span.detail.marker, text[end:]))
    return "".join(done)
