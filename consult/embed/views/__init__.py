"""Addresses of widgets, and of the desk page that hands them out."""

from consult.embed.views import acting, frame, loader, oembed, pictures, sites, yourself
from consult.embed.views.blueprint import blueprint

__all__ = ["acting", "blueprint", "frame", "loader", "oembed", "pictures", "sites", "yourself"]
