"""Answers of a proposal: whether one was given, and how it reads in words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_time
from flask_babel import get_locale

from consult.core import _, clock
from consult.proposals.fields import FIELDS, Field, Kind


def is_blank(value: Any) -> bool:
    """True while nothing was answered; a plain No and a zero are answers."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | dict) and not value)


def rows(content: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The rows of a field, none while it is unanswered."""
    return [row for row in content.get(key) or [] if isinstance(row, dict)]


def text(content: Mapping[str, Any], key: str) -> str:
    """The words of a field, empty while it is unanswered."""
    value = content.get(key)
    return value.strip() if isinstance(value, str) else ""


def lines(content: Mapping[str, Any], key: str) -> list[str]:
    """The lines of a field that say something."""
    return [line for line in content.get(key) or [] if isinstance(line, str) and line.strip()]


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: one, two and three."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return _("%(most)s and %(last)s", most=", ".join(every[:-1]), last=every[-1])


def day(value: Any) -> date | None:
    """Read a stored date or moment as a day in London."""
    if not isinstance(value, str) or not value:
        return None
    try:
        return date.fromisoformat(value) if len(value) == 10 else _local(value).date()
    except ValueError:
        return None


def moment(value: Any) -> datetime | None:
    """Read a stored moment; one without an offset is London time."""
    if isinstance(value, datetime):
        return value
    try:
        return _local(value) if isinstance(value, str) and value else None
    except ValueError:
        return None


def in_words(field: Field, value: Any, content: Mapping[str, Any]) -> str:
    """Say an answer as a resident would read it."""
    if is_blank(value):
        return ""
    if field.kind is Kind.ROWS:
        return "; ".join(row_in_words(field, row, content) for row in value)
    if field.kind in (Kind.LINES, Kind.CHOICES):
        return "; ".join(_one(field, each, content) for each in value)
    return _one(field, value, content)


def lines_in_words(field: Field, value: Any, content: Mapping[str, Any]) -> list[str]:
    """Say an answer in as many lines as it has rows or entries."""
    if is_blank(value):
        return []
    if field.kind is Kind.ROWS:
        return [row_in_words(field, row, content) for row in value]
    if field.kind in (Kind.LINES, Kind.CHOICES):
        return [_one(field, each, content) for each in value]
    return [_one(field, value, content)]


def row_in_words(field: Field, row: Mapping[str, Any], content: Mapping[str, Any]) -> str:
    """Say every answered column of a row, the later ones with their labels."""
    said = [
        (column, in_words(column, row.get(column.key), content))
        for column in field.columns
        if not is_blank(row.get(column.key))
    ]
    return " · ".join(
        words if index == 0 else f"{column.label}: {words}"
        for index, (column, words) in enumerate(said)
    )


def row_title(field: Field, row: Mapping[str, Any], content: Mapping[str, Any]) -> str:
    """The first column of a row names it."""
    return in_words(field.columns[0], row.get(field.columns[0].key), content)


def _one(field: Field, value: Any, content: Mapping[str, Any]) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field.rows_from:
        return _of_row(field.rows_from, value, content)
    if field.choices:
        member = field.choices.of(value)
        return str(member.label) if member else str(value)
    if field.kind in (Kind.DATE, Kind.MOMENT):
        return _when(field.kind, value)
    return str(value)


def _of_row(key: str, row_id: Any, content: Mapping[str, Any]) -> str:
    for row in rows(content, key):
        if row.get("id") == row_id:
            return row_title(FIELDS[key], row, content)
    return _("(not in the list)")


def _when(kind: Kind, value: Any) -> str:
    found = day(value)
    if found is None:
        return str(value)
    words = str(format_date(found, "d MMMM y", locale=get_locale() or "en_GB"))
    when = moment(value)
    if kind is Kind.DATE or when is None:
        return words
    return f"{words}, {format_time(when.replace(tzinfo=None), 'HH:mm', locale='en_GB')}"


def _local(value: str) -> datetime:
    read = datetime.fromisoformat(value)
    return clock.local(read) if read.tzinfo else read.replace(tzinfo=clock.LONDON)
