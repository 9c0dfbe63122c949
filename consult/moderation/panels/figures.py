"""How much waits, asked for once a request."""

from flask import g

from consult.accounts.session import viewer
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.queries import QueueFigures


def figures_here(council: Council) -> QueueFigures:
    """The queue's figures, asked for once a request however many parts of a page show them."""
    if "queue_figures" not in g:
        g.queue_figures = queries.queue_figures(council, viewer())
    figures: QueueFigures = g.queue_figures
    return figures
