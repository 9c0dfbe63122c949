"""People's own words, short or long."""

from typing import Any

from consult.core import _l
from consult.participation.texts import tidy
from consult.questionnaire.kinds.shape import Kind, Shape, Value, Wrong

LONGEST = {Kind.SHORT_TEXT: 200, Kind.LONG_TEXT: 3000}
TOO_LONG = {
    Kind.SHORT_TEXT: _l("Your answer must be 200 characters or fewer."),
    Kind.LONG_TEXT: _l("Your answer must be 3,000 characters or fewer."),
}


def check(shape: Shape, value: Any) -> Value:
    """Tidied words; a short answer is one line."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise Wrong(_l("Write your answer in words."))
    text = tidy(value)
    if shape.kind is Kind.SHORT_TEXT:
        text = " ".join(text.split())
    if len(text) > LONGEST[shape.kind]:
        raise Wrong(TOO_LONG[shape.kind])
    return text or None


def cells(_shape: Shape, _value: Value) -> list[str]:
    """None: words are not counted, only that there are some."""
    return []


def value_of(_shape: Shape, _counted: list[str]) -> Value:
    """Nothing: no counter knows what people wrote."""
    return None


def words(_shape: Shape, value: Value) -> list[str]:
    """The words, paragraph by paragraph."""
    return [line for line in str(value).split("\n") if line.strip()]
