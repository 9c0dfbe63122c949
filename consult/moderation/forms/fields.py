"""Fields that several forms share."""

from typing import Any
from unicodedata import normalize

from consult.core.forms import Form
from consult.moderation.models import Reason


def tidy(text: str | None) -> str:
    """Words without stray ends; the form refuses hidden characters, so none need be repeated."""
    text = (text or "").replace("\x00", "")
    return normalize("NFC", text.replace("\r\n", "\n").strip())


def reason_or_none(value: Any) -> Reason | None:
    return Reason(value) if value else None


class EmptyForm(Form):
    """A button."""
