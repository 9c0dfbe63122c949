"""Addresses of reports and of the moderators' queue."""

from consult.moderation.views import appeals, people, queue, reporting
from consult.moderation.views.blueprint import blueprint

__all__ = ["appeals", "blueprint", "queue", "reporting"]
from consult.moderation.views import legal, legal_desk

__all__ = ["blueprint", "legal", "legal_desk", "people", "queue", "reporting"]
