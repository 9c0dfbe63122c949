"""The full text in pieces, so that something can stand beside each paragraph."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from consult.core.html import render_blocks
from consult.proposals import answers
from consult.proposals.parts import body_parts, paragraph_lines


@dataclass(frozen=True)
class Piece:
    """Some of the text as HTML, with the ids of the paragraphs in it; a list may hold several."""

    part_ids: tuple[str, ...]
    html: str

    @property
    def is_heading(self) -> bool:
        """It is a heading alone, about which few people will have anything to say."""
        return self.html.startswith("<h") and self.html.rstrip().endswith("</h3>")


def prose(content: Mapping[str, Any]) -> tuple[Piece, ...]:
    """The pieces of the full text; every paragraph is in one of them."""
    ids = tuple(f"body/{part['id']}" for part in body_parts(content))
    return pieces(answers.text(content, "body"), ids)


@lru_cache(maxsize=128)
def pieces(body: str, ids: tuple[str, ...]) -> tuple[Piece, ...]:
    """The same for a text and the ids of its paragraphs; a published text is rendered once."""
    lines = paragraph_lines(body)
    begun: list[tuple[int, str]] = []
    for line, html in render_blocks(body):
        paragraph = max(bisect_right(lines, line) - 1, 0)
        if begun and begun[-1][0] >= paragraph:
            begun[-1] = (begun[-1][0], begun[-1][1] + html)
        else:
            begun.append((paragraph if begun else 0, html))
    if not begun:
        return (Piece(ids, ""),) if ids else ()
    ends = [paragraph for paragraph, _html in begun[1:]] + [len(ids)]
    return tuple(
        Piece(ids[paragraph:end], html) for (paragraph, html), end in zip(begun, ends, strict=True)
    )
