"""Addresses of reports and of the moderators' queue."""

from consult.moderation.views import legal, legal_desk, queue, reporting
from consult.moderation.views.blueprint import blueprint

__all__ = ["blueprint", "legal", "legal_desk", "queue", "reporting"]
