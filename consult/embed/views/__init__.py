"""Addresses of widgets."""

from consult.embed.views import acting, frame, loader, yourself
from consult.embed.views.blueprint import blueprint

__all__ = ["acting", "blueprint", "frame", "loader", "yourself"]
