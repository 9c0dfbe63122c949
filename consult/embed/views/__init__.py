"""Addresses of widgets, and of the desk page that hands them out."""

from consult.embed.views import acting, frame, loader, sites, yourself
from consult.embed.views.blueprint import blueprint

__all__ = ["acting", "blueprint", "frame", "loader", "sites", "yourself"]
