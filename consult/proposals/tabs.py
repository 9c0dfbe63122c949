"""The doors of one proposal at a desk, with how much waits behind each."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, url_for

from consult.core import _
from consult.proposals.models import Proposal

Counts = Callable[[Proposal], int]
C = TypeVar("C", bound=Counts)

# what is written before residents can see anything
PRIVATE = ("proposals.", "questionnaire.")

_counters: dict[str, Counts] = {}


def waits(key: str) -> Callable[[C], C]:
    """Let a feature count what waits behind its door."""

    def put(count: C) -> C:
        _counters[key] = count
        return count

    return put


def desk_tabs(proposal: Proposal, here: str) -> list[dict[str, Any]]:
    """Every door that is open now, and which one the reader stands in."""
    doors = [
        ("overview", "proposals.overview", _("Sections")),
        ("preview", "proposals.preview", _("Preview")),
        ("embed", "embed.share", _("Share and embed")),
        ("suggestions", "participation.suggestions", _("Suggestions")),
        ("words", "participation.given_words", _("Their reasons")),
        ("offline", "participation.batches", _("Paper and phone")),
        ("questions", "questionnaire.questions", _("Questions")),
        ("themes", "analysis.themes", _("Themes")),
        ("decision", "decisions.draft", _("Decision")),
    ]
    known = current_app.view_functions
    return [
        {
            "url": url_for(endpoint, council=proposal.council.slug, proposal=proposal.slug),
            "label": label,
            "current": key == here,
            "waiting": _counters[key](proposal) if key in _counters else 0,
        }
        for key, endpoint, label in doors
        if endpoint in known and (endpoint.startswith(PRIVATE) or proposal.is_public)
    ]


def install(app: Flask) -> None:
    """Offer them to templates."""
    app.add_template_global(desk_tabs)
