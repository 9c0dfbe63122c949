"""What every page may know about who looks."""

from typing import Any

from flask import Flask, g

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
        if "is_staff" not in g:
            at_desk = "desk_roles" in g
            g.is_staff = at_desk or (person is not None and councils.is_staff(person))
        return {
            "viewer": person,
            "is_staff": g.is_staff,
            "demo": app.config["DEMO"],
            "council": None,
            "section": None,
            "log_size": changelog.size,
        }
