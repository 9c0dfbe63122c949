"""The parts of a proposal that people can point at, with ids that survive editing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from secrets import token_hex
from typing import Any, Literal

from consult.core import _
from consult.proposals import answers
from consult.proposals.fields import FIELDS, Field, Kind

ALIKE = 0.6
PARAGRAPHS = "body_parts"  # where a document keeps the ids of its paragraphs

_GAP = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True)
class Part:
    """A field, a row or a paragraph; its id is a path such as `data_items/3fa9c1`."""

    id: str
    kind: Literal["field", "row", "paragraph"]
    field_key: str
    label: str
    text: str


def paragraphs(markdown: str) -> list[str]:
    """Cut a text at its empty lines."""
    whole = markdown.replace("\r\n", "\n").replace("\r", "\n")
    return [part.strip("\n").rstrip() for part in _GAP.split(whole) if part.strip()]


def paragraph_lines(markdown: str) -> list[int]:
    """The line on which each paragraph begins."""
    whole = markdown.replace("\r\n", "\n").replace("\r", "\n")
    lines, begin = [], 0
    for gap in [*_GAP.finditer(whole), None]:
        text = whole[begin : gap.start() if gap else len(whole)]
        if text.strip():
            words = len(text) - len(text.lstrip())
            lines.append(whole.count("\n", 0, begin + words))
        begin = gap.end() if gap else begin
    return lines


def new_id() -> str:
    """Make a short id that nothing else is likely to have."""
    return token_hex(4)


def carry_ids(
    old: Sequence[Mapping[str, str]],
    markdown: str,
    *,
    fresh: Callable[[], str] = new_id,
    retired: Iterable[str] = (),
) -> list[dict[str, str]]:
    """Give each paragraph the id it had: the same words first, then much alike, else a new id."""
    texts = paragraphs(markdown)
    left = list(old)
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        same = next((part for part in left if part["text"] == text), None)
        if same is not None:
            left.remove(same)
            found[index] = same["id"]
    for index, text in enumerate(texts):
        if index not in found and (like := _most_alike(left, text)) is not None:
            left.remove(like)
            found[index] = like["id"]
    taken = {part["id"] for part in old} | set(retired)
    return [
        {"id": found[index] if index in found else _unused(taken, fresh), "text": text}
        for index, text in enumerate(texts)
    ]


def carry_row_ids(
    old: Sequence[Mapping[str, Any]],
    new: Sequence[Mapping[str, Any]],
    *,
    fresh: Callable[[], str] = new_id,
) -> list[dict[str, Any]]:
    """Keep the id of each row that has one of ours, or the same words; never trust a strange id."""
    known = {row["id"]: row for row in old if row.get("id")}
    free = dict(known)
    found: dict[int, str] = {}
    for index, row in enumerate(new):
        if row.get("id") in free:
            found[index] = row["id"]
            del free[row["id"]]
    for index, row in enumerate(new):
        if index not in found:
            same = next((key for key, was in free.items() if _words(was) == _words(row)), None)
            if same is not None:
                found[index] = same
                del free[same]
    taken = set(known)
    return [
        {"id": found[index] if index in found else _unused(taken, fresh), **_words(row)}
        for index, row in enumerate(new)
    ]


def with_ids(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rows and paragraphs of a document their ids, from the one that it replaces."""
    content = dict(new)
    for field in FIELDS.values():
        if field.kind is Kind.ROWS and isinstance(content.get(field.key), list):
            content[field.key] = carry_row_ids(
                answers.rows(old, field.key), answers.rows(new, field.key)
            )
    body = answers.text(content, "body")
    content[PARAGRAPHS] = carry_ids(body_parts(old), body) if body else []
    return content


def body_parts(content: Mapping[str, Any]) -> list[dict[str, str]]:
    """The paragraphs of the full text with their ids."""
    stored = [part for part in content.get(PARAGRAPHS) or [] if isinstance(part, dict)]
    body = answers.text(content, "body")
    if [part["text"] for part in stored] == paragraphs(body):
        return stored
    numbers = iter(range(1, 100_000))
    return carry_ids(stored, body, fresh=lambda: f"p{next(numbers)}")


def parts_of(content: Mapping[str, Any]) -> list[Part]:
    """Every answered part, in the order of the sections."""
    return [part for field in FIELDS.values() for part in _parts_of(field, content)]


def _parts_of(field: Field, content: Mapping[str, Any]) -> list[Part]:
    label, value = str(field.label), content.get(field.key)
    if answers.is_blank(value):
        return []
    if field.kind is Kind.MARKDOWN:
        return [
            Part(
                f"{field.key}/{part['id']}",
                "paragraph",
                field.key,
                _("Paragraph %(number)d", number=number),
                part["text"],
            )
            for number, part in enumerate(body_parts(content), 1)
        ]
    if field.kind is Kind.ROWS:
        return [
            Part(
                f"{field.key}/{row['id']}",
                "row",
                field.key,
                f"{label}: {answers.row_title(field, row, content)}",
                answers.row_in_words(field, row, content),
            )
            for row in answers.rows(content, field.key)
            if row.get("id")
        ]
    return [Part(field.key, "field", field.key, label, answers.in_words(field, value, content))]


def _most_alike(left: Sequence[Mapping[str, str]], text: str) -> Mapping[str, str] | None:
    best, score = None, 0.0
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    for part in left:
        matcher.set_seq1(part["text"])
        if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
            continue
        alike = matcher.ratio()
        if alike >= ALIKE and alike > score:
            best, score = part, alike
    return best


def _unused(taken: set[str], fresh: Callable[[], str]) -> str:
    made = fresh()
    while made in taken:
        made = fresh()
    taken.add(made)
    return made


def _words(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "id"}
