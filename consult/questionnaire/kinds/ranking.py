"""Answers in somebody's order, numbered rather than dragged."""

from typing import Any

from consult.core import _l
from consult.questionnaire.kinds.shape import Shape, Value, Wrong, changed


def check(shape: Shape, value: Any) -> Value:
    """Keys from the first place on; as many as somebody likes, each once."""
    if value in (None, "", []):
        return None
    if not isinstance(value, list) or any(not isinstance(key, str) for key in value):
        raise changed()
    if not set(value) <= set(shape.keys):
        raise changed()
    if len(set(value)) < len(value):
        raise Wrong(_l("Give each answer one number only."))
    return list(value)


def order_of(places: dict[str, str]) -> list[str]:
    """Read numbers beside options as an order; refuse one number twice, or a gap."""
    taken: dict[int, str] = {}
    for key, typed in places.items():
        if not typed:
            continue
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 2):
            raise changed()
        if int(typed) in taken:
            raise Wrong(_l("Give each number to one answer only."))
        taken[int(typed)] = key
    if sorted(taken) != list(range(1, len(taken) + 1)):
        raise Wrong(_l("Number the answers 1, 2, 3 and so on, without leaving one out."))
    return [taken[place] for place in sorted(taken)]


def places_of(value: Value) -> dict[str, str]:
    """The number beside each option, for the form."""
    order = value if isinstance(value, list) else []
    return {key: str(place) for place, key in enumerate(order, 1)}


def cells(_shape: Shape, value: Value) -> list[str]:
    """Each key with its place."""
    return [f"{key}:{place}" for key, place in places_of(value).items()]


def value_of(_shape: Shape, counted: list[str]) -> Value:
    """The order that the counted places make."""
    pairs = [cell.split(":") for cell in counted]
    return [key for key, _place in sorted(pairs, key=lambda pair: int(pair[1]))] or None


def words(shape: Shape, value: Value) -> list[str]:
    """One numbered line each."""
    return [f"{place}. {shape.option(key)}" for key, place in places_of(value).items()]
