"""What the frame of every desk page knows: the roles held here, and how much waits in the queue."""

from typing import Any

from flask import Flask, g, has_request_context, request

from consult.councils import queries as councils
from consult.councils.models import Role
from consult.moderation.panels import figures_here


def install(app: Flask) -> None:
    """Offer it to pages under /desk/<council>, and cost other pages nothing."""

    @app.context_processor
    def about_desk() -> dict[str, Any]:
        roles = g.get("desk_roles")
        if not has_request_context() or roles is None:
            return {}
        slug = (request.view_args or {}).get("council")
        if slug is None:
            return {}
        if "queue_figures" not in g:
            figures_here(councils.council(slug))
        return {
            "current_council_roles": sorted(roles, key=list(Role).index),
            "queue_count": g.queue_figures.waiting,
        }
