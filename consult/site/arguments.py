"""Reading what stands behind the question mark, strictly."""

from datetime import date, datetime, time

from flask import request

from consult.core import clock
from consult.core.errors import NotFound


def seq_argument(name: str) -> int | None:
    """A position in the log; anything else is not found."""
    text = request.args.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise NotFound()
    return int(text)


def month_argument(name: str) -> datetime | None:
    """The first moment of a month written 2026-05, in London."""
    text = request.args.get(name, "")
    if not text:
        return None
    try:
        first = date.fromisoformat(f"{text}-01")
        return clock.from_local(datetime.combine(first, time.min))
    except (ValueError, OverflowError) as error:
        raise NotFound() from error
