"""Addresses of widgets, and of the desk pages that hand them out."""

from consult.embed.views.blueprint import blueprint

__all__ = ["blueprint"]
