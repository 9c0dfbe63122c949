"""Finding personal details in a text, and covering them."""

import re
from collections.abc import Callable, Iterable, Iterator

from consult.core.lookalikes import Plain, plain
from consult.core.personal_data.allowed import NOTHING, Allowed
from consult.core.personal_data.contacts import emails, mobiles, phones
from consult.core.personal_data.kinds import Finding
from consult.core.personal_data.numbers import (
    bank_accounts,
    cards,
    ibans,
    insurance_numbers,
    licences,
    nhs_numbers,
    passports,
    properties,
    pupil_numbers,
    tax_references,
)
from consult.core.personal_data.people import birth_dates, names, schools, watched_names
from consult.core.personal_data.places import addresses, postcodes, vehicles
from consult.core.personal_data.shapes import Detector, without_runs

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"[0-9]")
# From most to least specific: what one has found, no later one finds again.
_OF_NUMBERS: tuple[Detector, ...] = (
    ibans,
    pupil_numbers,
    licences,
    insurance_numbers,
    tax_references,
    passports,
    properties,
    bank_accounts,
    cards,
    birth_dates,
    phones,
    nhs_numbers,
    mobiles,
    vehicles,
    addresses,
    postcodes,
)


def find(text: str, allowed: Allowed = NOTHING, watched: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Name the details in a text as it was typed, in order, none over another.

    `watched` are names to find without a title. Places are characters of the given text. Takes time
    in proportion to its length, and never fails, whatever it is given.
    """
    seen = plain(text)
    covered = bytearray(len(seen.text))
    found = []
    for finding in _found(seen.text, allowed, watched):
        if not any(covered[finding.start : finding.end]):
            covered[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            found.append(finding)
    return tuple(_as_typed(finding, seen) for finding in sorted(found, key=lambda one: one.start))


def mask(text: str, findings: Iterable[Finding], marker: Callable[[Finding], str]) -> str:
    """Put what `marker` says of each finding in its place; everything else stays as it was."""
    done, pieces = 0, []
    for finding in sorted(findings, key=lambda one: one.start):
        pieces += [text[done : finding.start], marker(finding)]
        done = finding.end
    return "".join([*pieces, text[done:]])


def _found(text: str, allowed: Allowed, watched: Iterable[str]) -> Iterator[Finding]:
    """What all detectors find, those left out that have nothing to go by."""
    numbers = without_runs(text)
    has_letters = _LETTER.search(text) is not None
    if has_letters:
        yield from emails(text, allowed)
    if _DIGIT.search(numbers):
        for detect in _OF_NUMBERS:
            yield from detect(numbers, allowed)
    if has_letters:
        yield from watched_names(text, watched)
        yield from names(text, allowed)
        yield from schools(text, allowed)


def _as_typed(finding: Finding, seen: Plain) -> Finding:
    start, end = seen.original(finding.start, finding.end)
    return Finding(finding.kind, start, end, finding.confidence)
