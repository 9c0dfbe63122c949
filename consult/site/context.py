"""What every page may know about who looks."""

from typing import Any

from flask import Flask

from consult.accounts.session import viewer
from consult.changelog import queries as changelog
from consult.changelog.sentences import sentence
from consult.councils import queries as councils


def install(app: Flask) -> None:
    """Offer it to the layouts; a page for a stranger asks the database nothing about them."""
    app.add_template_filter(sentence)

    @app.context_processor
    def about_viewer() -> dict[str, Any]:
        person = viewer()
        desks = councils.councils_of(person) if person is not None else []
        return {
            "viewer": person,
            "is_staff": bool(desks),
            "desks": desks,
            "demo": app.config["DEMO"],
            "council": None,
            "section": None,
            "log_size": changelog.size,
        }
