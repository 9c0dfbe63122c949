"""The one place where people's text becomes HTML."""

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from html import unescape
from typing import Any

import nh3
from bleach.linkifier import Linker
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from consult.core.words import pieces

RENDERER = 1
TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "del",
    "h3", "h4", "h5", "hr", "span", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
REL = "nofollow ugc noopener"
TAGS_AND_ENTITIES = re.compile(r"(<(?:[^<>\"]|\"[^\"]*\")*>|&#?\w+;)")
REDACTED = re.compile(r"\[([A-Za-z][A-Za-z ’'-]{1,60}) removed\]")

_CODE = re.compile(r"<code\b[^>]*>.*?</code>", re.DOTALL)


@cache
def _markdown() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False, "breaks": True})
        .enable(["table", "strikethrough"])
        .disable(["image"])
    )


def _rel(
    attrs: MutableMapping[tuple[str | None, str], str], _new: bool = False, /
) -> MutableMapping[tuple[str | None, str], str]:
    attrs[(None, "rel")] = REL
    return attrs


@cache
def _linker() -> Linker:
    return Linker(callbacks=[_rel], skip_tags={"pre", "code"})


def render_markdown(text: str) -> str:
    """Turn Markdown into HTML that is safe to store and to show: links yes, HTML no."""
    return _safe(_markdown().render(text))


def render_blocks(text: str) -> list[tuple[int, str]]:
    """The same HTML in the pieces it consists of, each with the line on which it begins."""
    markdown, env = _markdown(), dict[str, Any]()
    pieces: list[list[Token]] = []
    depth = 0
    for token in markdown.parse(text, env):
        if depth == 0:
            pieces.append([])
        pieces[-1].append(token)
        depth += token.nesting
    return [
        (piece[0].map[0] if piece[0].map else 0, _safe(_rendered(piece, env))) for piece in pieces
    ]


def _rendered(tokens: Sequence[Token], env: MutableMapping[str, Any]) -> str:
    return str(_markdown().renderer.render(tokens, _markdown().options, env))


def _safe(html: str) -> str:
    html = re.sub(r"<(/?)h[1-6]>", r"<\1h3>", html)
    return clean(_CODE.sub(_escaped_once, _linker().linkify(html)))


def _escaped_once(code: re.Match[str]) -> str:
    """The linker escapes again what it leaves alone."""
    return code.group().replace("&amp;", "&")


def clean(html: str) -> str:
    """Keep only what the list allows; cleaning twice changes nothing."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=REL,
    )


def mark_redactions(html: str) -> str:
    """Show a moderator's "[phone number removed]" as what it is."""
    return REDACTED.sub(r'<span class="redacted">\1 removed</span>', html)


def stored_html(html: str | None) -> Markup:
    """Show HTML that this module made and a column kept."""
    return Markup(mark_redactions(html or ""))  # noqa: S704 - stored by render_markdown only


def marked_html(html: str | None, asked: Sequence[str]) -> Markup:
    """The same with the words that were asked for marked, outside tags and entities."""
    shown = mark_redactions(html or "")
    if asked:
        parts = TAGS_AND_ENTITIES.split(shown)
        parts[::2] = [_marked(text, asked) for text in parts[::2]]
        shown = "".join(parts)
    return Markup(shown)  # noqa: S704 - stored by render_markdown only


def _marked(text: str, asked: Sequence[str]) -> str:
    return "".join(
        f"<mark>{piece.text}</mark>" if piece.is_found else piece.text
        for piece in pieces(text, asked)
    )


def plain_words(html: str | None) -> str:
    """Stored HTML as plain words, for quotes and descriptions; escaped again where it is shown."""
    return unescape(" ".join(nh3.clean(html or "", tags=set()).split()))


def plain(text: str) -> str:
    """Markdown as plain words, for mail, feeds and descriptions."""
    return " ".join(nh3.clean(render_markdown(text), tags=set()).split())
