"""Putting the words of one part differently: which words can be, and what the text is then; pure.

Dates, choices and numbers are not words: whoever wants another says so in a comment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consult.core import _
from consult.proposals import answers
from consult.proposals.fields import FIELDS, Field, Kind
from consult.proposals.parts import PARAGRAPHS, body_parts

WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.LINES)
NEVER = frozenset({"slug", "reference"})


class Unfit(ValueError):
    """These words cannot stand in this place; says why, in plain words."""


@dataclass(frozen=True)
class Wording:
    """Words that can be put differently: a field, a paragraph, or one column of a row.

    `column` is empty but for a row; `limit` is how many characters may stand there.
    """

    part_id: str
    column: str
    label: str
    text: str
    limit: int
    kind: Kind


def wordings(content: Mapping[str, Any], part_id: str) -> tuple[Wording, ...]:
    """The words of a part that can be put differently; none where there is no such part."""
    key, _slash, rest = part_id.partition("/")
    field = FIELDS.get(key)
    if field is None or key in NEVER:
        return ()
    if field.kind is Kind.MARKDOWN:
        return tuple(
            Wording(part_id, "", str(field.label), part["text"], field.limit, field.kind)
            for part in body_parts(content)
            if part["id"] == rest
        )
    if field.kind is Kind.ROWS:
        row = _row(content, key, rest)
        return tuple(_of(part_id, column.key, column, row) for column in _columns(field, row))
    if rest or field.kind not in WORDS or answers.is_blank(content.get(key)):
        return ()
    return (_of(part_id, "", field, content),)


def wording(content: Mapping[str, Any], part_id: str, column: str) -> Wording | None:
    """The words in one place, if there are any."""
    return next((one for one in wordings(content, part_id) if one.column == column), None)


def fitted(place: Wording, words: str) -> str:
    """Words in the shape that the place has; Unfit where there are none or too many."""
    if place.kind is Kind.TEXT:
        words = " ".join(words.split())
    elif place.kind is Kind.LINES:
        words = "\n".join(line.strip() for line in words.splitlines() if line.strip())
    elif place.kind is Kind.MARKDOWN:
        lines = words.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
        words = "\n".join(line.rstrip() for line in lines if line.strip())
    else:
        words = words.strip()
    if not words:
        raise Unfit(_("Write the words that should stand there."))
    longest = max(map(len, words.split("\n"))) if place.kind is Kind.LINES else len(words)
    if longest > place.limit:
        raise Unfit(_("Use %(limit)d characters or fewer here.", limit=place.limit))
    return words


def reworded(content: Mapping[str, Any], place: Wording, words: str) -> dict[str, Any]:
    """The whole text with these words in that place, and every id as it was.

    `words` are as `fitted` gives them; Unfit where the full text would be too long.
    """
    key, _slash, rest = place.part_id.partition("/")
    field, new = FIELDS[key], dict(content)
    if field.kind is Kind.MARKDOWN:
        parts = [
            {**part, "text": words} if part["id"] == rest else part for part in body_parts(content)
        ]
        new[PARAGRAPHS] = parts
        new[key] = "\n\n".join(part["text"] for part in parts)
        if len(new[key]) > field.limit:
            raise Unfit(_("The whole text may have %(limit)d characters.", limit=field.limit))
    elif field.kind is Kind.ROWS:
        new[key] = [
            {**row, place.column: _stored(field.column(place.column), words)}
            if row.get("id") == rest
            else row
            for row in answers.rows(content, key)
        ]
    else:
        new[key] = _stored(field, words)
    return new


def _row(content: Mapping[str, Any], key: str, row_id: str) -> Mapping[str, Any]:
    return next((row for row in answers.rows(content, key) if row.get("id") == row_id), {})


def _columns(field: Field, row: Mapping[str, Any]) -> list[Field]:
    return [
        column
        for column in field.columns
        if column.kind in WORDS
        and not column.rows_from
        and not answers.is_blank(row.get(column.key))
    ]


def _of(part_id: str, column: str, field: Field, holder: Mapping[str, Any]) -> Wording:
    value = holder[field.key]
    text = "\n".join(value) if isinstance(value, list) else str(value).strip()
    return Wording(part_id, column, str(field.label), text, field.limit, field.kind)


def _stored(field: Field, words: str) -> str | list[str]:
    return words.split("\n") if field.kind is Kind.LINES else words
