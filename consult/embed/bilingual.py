"""What a council wrote, in the language of a frame where it wrote that, and marked where not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consult.core.languages import Lang
from consult.proposals import answers

WROTE = ("note", "reason")
WELSH = {"title": "welsh_title", "plain_summary": "welsh_plain_summary"}


@dataclass(frozen=True)
class Words:
    """Some words, and the language they are in."""

    text: str
    lang: Lang = Lang.EN

    def __str__(self) -> str:
        return self.text


def words_of(content: Mapping[str, Any], field: str, lang: Lang, usual: str = "") -> Words:
    """A field in the language asked for; in English, or as usual, where it is missing."""
    if lang is Lang.CY and (welsh := answers.text(content, WELSH[field])):
        return Words(welsh, Lang.CY)
    return Words(usual or answers.text(content, field))


def apart(sentence: str, given: Mapping[str, Any]) -> tuple[str, str, str]:
    """A sentence about a fact, taken apart around what the council itself wrote in it."""
    wrote = next((given[field] for field in WROTE if given.get(field)), "")
    before, found, after = sentence.partition(wrote) if wrote else (sentence, "", "")
    return before, found, after


def usual_language(languages: list[Any]) -> Lang:
    """Welsh for a council that writes in Welsh too: its widgets must not be less Welsh than it."""
    return Lang.CY if Lang.CY.value in languages else Lang.EN
