"""What every page may know about who looks."""

from typing import Any

from flask import Flask, g

from consult.accounts.session import viewer
from consult.changelog import queries as changelog
from consult.changelog.sentences import sentence
from consult.councils import queries as councils
from consult.site import queries


def install(app: Flask) -> None:
    """Offer it to the layouts; a page for a stranger asks the database nothing about them."""
    app.add_template_filter(sentence)

    @app.context_processor
    def about_viewer() -> dict[str, Any]:
        person = viewer()
        if person is not None and "is_staff" not in g and "desk_roles" not in g:
            g.is_staff, g.log_size = queries.about(person)
        return {
            "viewer": person,
            "is_staff": g.get("is_staff", "desk_roles" in g),
            "demo": app.config["DEMO"],
            "council": None,
            "section": None,
            "councils_to_tell": councils.councils,
            "log_size": lambda: g.log_size if "log_size" in g else changelog.size(),
        }
