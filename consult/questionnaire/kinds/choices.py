"""One answer or several from a list."""

from typing import Any

from consult.questionnaire.kinds.shape import Shape, Value, changed


def check_one(shape: Shape, value: Any) -> Value:
    """One key of the list."""
    if value in (None, ""):
        return None
    if not isinstance(value, str) or value not in shape.keys:
        raise changed()
    return value


def cells_of_one(_shape: Shape, value: Value) -> list[str]:
    """Its own key."""
    return [str(value)]


def one_of(_shape: Shape, counted: list[str]) -> Value:
    """The one key that was counted."""
    return counted[0] if counted else None


def words_one(shape: Shape, value: Value) -> list[str]:
    """The option in words."""
    return [shape.option(str(value))]


def check(shape: Shape, value: Any) -> Value:
    """Some keys of the list, in its order."""
    if value in (None, "", []):
        return None
    if not isinstance(value, list) or any(not isinstance(key, str) for key in value):
        raise changed()
    if not set(value) <= set(shape.keys):
        raise changed()
    return [key for key in shape.keys if key in value]


def cells(_shape: Shape, value: Value) -> list[str]:
    """Each key."""
    return list(value) if isinstance(value, list) else []


def value_of(shape: Shape, counted: list[str]) -> Value:
    """The keys that were counted, in the order of the list."""
    return [key for key in shape.keys if key in counted] or None


def words(shape: Shape, value: Value) -> list[str]:
    """One line for each option."""
    return [shape.option(key) for key in cells(shape, value)]
