"""Addresses of the pages for residents."""

from consult.site.views import about, changelog, home, parts, people, proposal, search
from consult.site.views.blueprint import blueprint

__all__ = [
    "about",
    "blueprint",
    "changelog",
    "home",
    "parts",
    "people",
    "proposal",
    "search",
]
