"""Addresses of reports and of the moderators' queue."""

from consult.moderation.views import queue, reporting
from consult.moderation.views.blueprint import blueprint

__all__ = ["blueprint", "queue", "reporting"]
