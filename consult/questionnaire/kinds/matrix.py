"""The same choices for each of several lines."""

from typing import Any

from consult.questionnaire.kinds.shape import KINDS, Kind, Shape, Value, Wrong, changed


def check(shape: Shape, value: Any) -> Value:
    """A key for each line that was answered; where it is required, for all."""
    if value in (None, "", {}):
        return None
    if not isinstance(value, dict):
        raise changed()
    chosen = {row: key for row, key in value.items() if key not in (None, "")}
    if not set(chosen) <= set(shape.row_keys):
        raise changed()
    if any(not isinstance(key, str) or key not in shape.keys for key in chosen.values()):
        raise changed()
    if shape.is_required and len(chosen) < len(shape.rows):
        raise Wrong(KINDS[Kind.MATRIX].missing)
    return {row: chosen[row] for row in shape.row_keys if row in chosen} or None


def cells(_shape: Shape, value: Value) -> list[str]:
    """Line and key of each answer."""
    return [f"{row}:{key}" for row, key in value.items()] if isinstance(value, dict) else []


def value_of(_shape: Shape, counted: list[str]) -> Value:
    """Each line with the key counted in it."""
    pairs = (cell.partition(":") for cell in counted)
    return {row: key for row, _colon, key in pairs} or None


def words(shape: Shape, value: Value) -> list[str]:
    """One line each."""
    chosen = value if isinstance(value, dict) else {}
    named = zip(shape.row_keys, shape.rows, strict=True)
    return [f"{words}: {shape.option(chosen[row])}" for row, words in named if row in chosen]
