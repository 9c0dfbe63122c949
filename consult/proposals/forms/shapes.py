"""What an answer must look like to be kept; whether it is enough is for the checklist."""

from typing import Any
from urllib.parse import urlsplit

from wtforms import ValidationError

from consult.core import _
from consult.core.format import number as in_digits
from consult.proposals.fields import Field, Kind
from consult.proposals.reading import word_count

LARGEST = 1_000_000_000
MOST_LINES = 60


def tidy(value: Any) -> Any:
    """One kind of line end, and nothing that no page can show."""
    if not isinstance(value, str):
        return value
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def number(typed: str) -> int:
    """A whole number with or without commas; ValueError for anything else."""
    plain = typed.strip().replace(",", "").replace(" ", "")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 10):
        raise ValueError(typed)
    return int(plain)


class Shape:
    """Checks one typed answer against what its field declares."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.field_flags = {} if field.required else {"optional": True}

    def __call__(self, _form: Any, shown: Any) -> None:
        """Say beside the field what to do."""
        kind, typed = self.field.kind, shown.data
        if not typed or not isinstance(typed, str):
            return
        if kind is Kind.LINES:
            self._lines(typed)
        elif kind is Kind.NUMBER:
            self._number(typed)
        elif kind not in (Kind.CHOICE, Kind.YES_NO):
            self._words(typed.strip())

    def _words(self, typed: str) -> None:
        if len(typed) > self.field.limit:
            raise ValidationError(self._too_long())
        if self.field.kind is Kind.TEXT and "\n" in typed:
            raise ValidationError(_("Write it in one line."))
        if self.field.key == "plain_summary" and word_count(typed) > (self.field.max_words or 50):
            raise ValidationError(
                _("Use 50 words or fewer. There are %(count)s now.", count=word_count(typed))
            )
        if self.field.kind is Kind.URL and typed and not _is_address(typed):
            raise ValidationError(_("Begin the address with https://, or with / on this site."))
        if self.field.kind is Kind.EMAIL and typed and not _is_email(typed):
            raise ValidationError(_("Write an e-mail address such as name@council.example."))

    def _lines(self, typed: str) -> None:
        lines = [line for line in typed.splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(_("Write at most %(count)s lines.", count=MOST_LINES))
        if any(len(line.strip()) > self.field.limit for line in lines):
            raise ValidationError(self._too_long())

    def _number(self, typed: str) -> None:
        try:
            found = number(typed)
        except ValueError as error:
            raise ValidationError(_("Write a whole number, such as 41,000.")) from error
        if found > LARGEST:
            raise ValidationError(_("That is more people than there are. Check the number."))

    def _too_long(self) -> str:
        limit = in_digits(self.field.limit)
        if self.field.kind is Kind.LINES:
            return _("Use %(limit)s letters or fewer in each line.", limit=limit)
        return _("Use %(limit)s letters or fewer.", limit=limit)


def _is_address(typed: str) -> bool:
    if any(ord(letter) < 33 or letter == "\\" for letter in typed):
        return False
    if typed.startswith("/"):
        return not typed.startswith("//")
    try:
        parts = urlsplit(typed)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _is_email(typed: str) -> bool:
    name, at, host = typed.rpartition("@")
    return bool(name and at and "." in host) and not any(letter.isspace() for letter in typed)
