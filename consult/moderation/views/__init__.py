"""Addresses of reports, of the moderators' queue and of the legal paths."""

from consult.moderation.views import (
    appeals,
    asides,
    desk,
    legal,
    legal_desk,
    many,
    people,
    places,
    queue,
    reporting,
    signals,
)
from consult.moderation.views.blueprint import blueprint

__all__ = [
    "appeals",
    "asides",
    "blueprint",
    "desk",
    "legal",
    "legal_desk",
    "many",
    "people",
    "places",
    "queue",
    "reporting",
    "signals",
]
