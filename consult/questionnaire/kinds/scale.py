"""A number between two ends."""

from typing import Any

from consult.questionnaire.kinds.shape import Shape, Value, changed


def check(shape: Shape, value: Any) -> Value:
    """A whole number from the low end to the high end."""
    if value in (None, ""):
        return None
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= 2):
        raise changed()
    if not shape.low <= int(text) <= shape.high:
        raise changed()
    return int(text)


def cells(_shape: Shape, value: Value) -> list[str]:
    """The number."""
    return [str(value)]


def value_of(_shape: Shape, counted: list[str]) -> Value:
    """The number that was counted."""
    return int(counted[0]) if counted else None


def words(shape: Shape, value: Value) -> list[str]:
    """The number, of how many."""
    return [f"{value} / {shape.high}"]
