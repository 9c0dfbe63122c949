"""Postcodes as people and councils write them, and the table in which a council lists them."""

import csv
import re
from collections.abc import Iterable, Iterator

SHAPE = re.compile(r"(GIR0AA|[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][ABD-HJLNP-UW-Z]{2})")
COLUMNS = ("postcode", "ward")
MOST = 50_000
LONGEST_WARD = 120


class Fault(Exception):
    """What is wrong with a table, and in which line."""

    def __init__(self, kind: str, line: int = 0, words: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.line = line
        self.words = words


def normal(text: str) -> str | None:
    """One spelling, without spaces, for whatever has the shape of a postcode."""
    squeezed = re.sub(r"[\s\u00a0.-]", "", text).upper()
    return squeezed if SHAPE.fullmatch(squeezed) else None


def table(lines: Iterable[str]) -> dict[str, str]:
    """The ward of each postcode; raise a Fault for the first line that cannot be taken."""
    found: dict[str, str] = {}
    for line, postcode, ward in _rows(lines):
        known = normal(postcode)
        if known is None:
            raise Fault("postcode", line, postcode[:20])
        if not ward or len(ward) > LONGEST_WARD or not ward.isprintable():
            raise Fault("ward", line)
        if found.setdefault(known, ward) != ward:
            raise Fault("twice", line, postcode[:20])
        if len(found) > MOST:
            raise Fault("long", line)
    if not found:
        raise Fault("empty")
    return found


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    reader = csv.reader(lines, strict=True)
    try:
        places = _places(next(reader, []))
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) <= max(places):
                raise Fault("short", reader.line_num)
            postcode, ward = (" ".join(row[place].split()) for place in places)
            yield reader.line_num, postcode, ward
    except (csv.Error, UnicodeDecodeError) as broken:
        raise Fault("broken", reader.line_num) from broken


def _places(head: list[str]) -> list[int]:
    names = [name.strip().lower().removeprefix("\ufeff") for name in head]
    if any(names.count(column) != 1 for column in COLUMNS):
        raise Fault("columns", 1)
    return [names.index(column) for column in COLUMNS]
