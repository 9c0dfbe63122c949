"""Codes printed on letters: letters and digits that nobody mistakes for each other."""

import csv
import hashlib
import io
import re
import secrets
from collections.abc import Iterable
from datetime import date
from uuid import UUID

ALPHABET = "2346789BCDFGHJKMPQRTVWXY"  # no vowels, so no words; none that looks like another
LENGTH = 12  # 55 random bits
GROUP = 4
SHAPE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
BATCH = re.compile(r"[0-9]{8}-[0-9A-F]{6}")


def new_code() -> str:
    """A code in groups of four."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(drawn[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def new_batch(day: date) -> str:
    """A name for the codes of one printing."""
    return f"{day:%Y%m%d}-{secrets.token_hex(3).upper()}"


def normal(typed: str) -> str | None:
    """What was typed without spaces and hyphens, if it has the shape of a code."""
    squeezed = re.sub(r"[\s\u00a0\u2010-\u2015-]", "", typed).upper()
    return squeezed if SHAPE.fullmatch(squeezed) else None


def code_hash(council_id: UUID, code: str) -> str:
    """The form in which a code is kept; the same letters are another code for another council."""
    return hashlib.sha256(f"{council_id}:{normal(code)}".encode()).hexdigest()


def sheet(codes: Iterable[str], batch: str, last_day: date) -> str:
    """The codes as a table for whoever prints the letters."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["code", "last_day", "batch"])
    rows.writerows([code, last_day.isoformat(), batch] for code in codes)
    return written.getvalue()
