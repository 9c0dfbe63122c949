"""The kinds of question: what may be answered, and which cells an answer counts in; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from consult.questionnaire.kinds import choices, matrix, ranking, scale, texts
from consult.questionnaire.kinds.shape import (
    ANSWERED,
    KINDS,
    Kind,
    Shape,
    Value,
    Wrong,
    key_of,
)


@dataclass(frozen=True)
class Noun:
    """What one kind of question knows about its answers.

    `check` gives the one form of an answer that is kept, nothing for none, or says what is wrong.
    `cells` names what it counts in, and `value_of` reads it back from there.
    `words` says it in lines.
    """

    check: Callable[[Shape, Any], Value]
    cells: Callable[[Shape, Value], list[str]]
    value_of: Callable[[Shape, list[str]], Value]
    words: Callable[[Shape, Value], list[str]]


NOUNS: dict[Kind, Noun] = {
    Kind.CHOICE: Noun(choices.check_one, choices.cells_of_one, choices.one_of, choices.words_one),
    Kind.CHOICES: Noun(choices.check, choices.cells, choices.value_of, choices.words),
    Kind.SCALE: Noun(scale.check, scale.cells, scale.value_of, scale.words),
    Kind.SHORT_TEXT: Noun(texts.check, texts.cells, texts.value_of, texts.words),
    Kind.LONG_TEXT: Noun(texts.check, texts.cells, texts.value_of, texts.words),
    Kind.MATRIX: Noun(matrix.check, matrix.cells, matrix.value_of, matrix.words),
    Kind.RANKING: Noun(ranking.check, ranking.cells, ranking.value_of, ranking.words),
}


def check(shape: Shape, value: Any) -> Value:
    """Give an answer its one form; nothing where it is empty and may be."""
    kept = NOUNS[shape.kind].check(shape, value)
    if kept is None and shape.is_required:
        raise Wrong(KINDS[shape.kind].missing)
    return kept


def cells(shape: Shape, value: Value) -> list[str]:
    """The cells that an answer counts in, sorted; `answered` is one of them."""
    if value is None:
        return []
    return sorted([ANSWERED, *NOUNS[shape.kind].cells(shape, value)])


def value_of(shape: Shape, counted: list[str]) -> Value:
    """The answer that counts in these cells; free text is in none."""
    return NOUNS[shape.kind].value_of(shape, [cell for cell in counted if cell != ANSWERED])


def words(shape: Shape, value: Value) -> list[str]:
    """An answer in lines, as it is read back to the person who gave it."""
    return [] if value is None else NOUNS[shape.kind].words(shape, value)


__all__ = [
    "ANSWERED",
    "KINDS",
    "NOUNS",
    "Kind",
    "Shape",
    "Value",
    "Wrong",
    "cells",
    "check",
    "key_of",
    "value_of",
    "words",
]
