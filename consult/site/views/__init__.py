"""Addresses of the pages for residents."""

from consult.site.views import (
    about,
    changelog,
    for_me,
    home,
    moderation,
    parts,
    people,
    proposal,
    search,
)
from consult.site.views.blueprint import blueprint

__all__ = [
    "about",
    "blueprint",
    "changelog",
    "for_me",
    "home",
    "moderation",
    "parts",
    "people",
    "proposal",
    "search",
]
