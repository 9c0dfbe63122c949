"""What a field of a proposal is: its words, its shape and what an answer must have."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flask_babel.speaklater import LazyString

from consult.proposals.enums.keyed import Keyed


class Kind(StrEnum):
    """The shape of an answer, and in brackets how it is stored."""

    TEXT = "text"  # one line (str)
    LONG_TEXT = "long_text"  # several lines of plain text (str)
    MARKDOWN = "markdown"  # paragraphs (str)
    CHOICE = "choice"  # one key (str)
    CHOICES = "choices"  # several keys (list[str])
    YES_NO = "yes_no"  # bool, None while unanswered
    DATE = "date"  # "2026-03-15"
    MOMENT = "moment"  # "2026-03-15T23:59:00+00:00", always with its offset
    NUMBER = "number"  # a whole number (int)
    URL = "url"  # an address, or a path on this site (str)
    EMAIL = "email"  # str
    ROWS = "rows"  # list of {"id": hex, column: value}
    LINES = "lines"  # list of short strings


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of the proposal; `columns` are the questions of each row.

    A choice without `choices` takes the id of a row of the field named by `rows_from`.
    """

    key: str
    label: LazyString
    kind: Kind
    hint: LazyString | None = None
    required: bool = False
    summary: bool = False
    choices: type[Keyed] | None = None
    rows_from: str | None = None
    columns: "tuple[Field, ...]" = ()
    max_length: int | None = None
    max_words: int | None = None
    min_words: int | None = None
    min_items: int = 0

    def column(self, key: str) -> "Field":
        """Find a column by its key."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    @property
    def limit(self) -> int:
        """How many characters an answer, or a line of it, may have."""
        return self.max_length or _LIMITS.get(self.kind, 200)

    @property
    def at_least(self) -> int:
        """How many rows, lines or choices a full answer has."""
        return max(self.min_items, 1) if self.required else self.min_items


_LIMITS = {Kind.LONG_TEXT: 2_000, Kind.MARKDOWN: 12_000, Kind.URL: 500, Kind.EMAIL: 254}


@dataclass(frozen=True, kw_only=True)
class Section:
    """One page of the task list."""

    key: str
    title: LazyString
    group: LazyString
    hint: LazyString
    fields: tuple[Field, ...]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)
