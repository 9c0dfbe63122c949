"""Hearing what a Welsh page could not say in Welsh."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

from babel.support import Translations
from flask import Flask

from consult.core.languages import Lang, speaking
from tests.browser import Page

WELSH = {
    "welsh_title": "Dod o hyd i gartrefi oer yn gynt",
    "welsh_plain_summary": "Crynodeb byr.",
}
READ_OUT = ("aria-label", "alt", "title", "placeholder")
# Words that an English sentence hardly does without, and a Welsh one never has.
ENGLISH = re.compile(
    r"\b(the|you|your|and|this|that|with|what|from|have|will|not|was|are|for|can|it|we|"
    r"send|open|view|comment|people|nothing|error|fine|close[sd]?|read|back|undo)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"%\\?\(\w+\\?\)[sd]")


class Heard:
    """The catalogue, which notes what it is asked for and does not hold."""

    def __init__(self, spoken: Translations, missed: set[str]) -> None:
        self.spoken = spoken
        self.missed = missed

    def ugettext(self, message: str) -> str:
        if message not in self.spoken._catalog:
            self.missed.add(message)
        return str(self.spoken.ugettext(message))

    def ungettext(self, one: str, many: str, number: int) -> str:
        if (one, self.spoken.plural(number)) not in self.spoken._catalog:
            self.missed |= {one, many}
        return str(self.spoken.ungettext(one, many, number))


@contextmanager
def listening(app: Flask) -> Iterator[set[str]]:
    """What is asked of the Welsh catalogue in vain, meanwhile."""
    domain = app.extensions["babel"].instance.domain_instance
    missed: set[str] = set()
    with app.app_context(), speaking(Lang.CY):
        spoken = domain.get_translations()
    key = ("cy", domain.domain[0])
    domain.cache[key] = Heard(spoken, missed)
    try:
        yield missed
    finally:
        domain.cache[key] = spoken


def welsh_of(page: Page) -> str:
    """What is read out as Welsh: not what is marked as another language, or as anybody's words."""
    assert page.tree is not None
    return " ".join(" ".join(_spoken(page.tree)).split())


def english_in(page: Page, missed: set[str]) -> list[str]:
    """Sentences of ours that this page says in English."""
    said = welsh_of(page)
    unsaid = [
        message
        for message in sorted(missed)
        if re.search(rf"(?<!\w){PLACE.sub('.+', re.escape(message))}(?!\w)", said)
    ]
    return unsaid + [found.group() for found in ENGLISH.finditer(said)]


def _spoken(element: Element, *, is_root: bool = True) -> Iterator[Any]:
    given = element.attrib
    if is_root or "lang" not in given:
        yield from (given[name] for name in READ_OUT if name in given)
        if isinstance(element.tag, str):
            yield element.text or ""
        for inner in element:
            yield from _spoken(inner, is_root=False)
    yield element.tail or ""
