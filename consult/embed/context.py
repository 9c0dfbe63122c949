"""What templates may ask about sites: a trouble in words, a host without the rest."""

from flask import Flask

from consult.embed.origins import host_of
from consult.embed.troubles import Trouble


def trouble_label(problem: str | None) -> str:
    """What stood in the way at the last check."""
    return Trouble(problem).label if problem in set(Trouble) else ""


def install(app: Flask) -> None:
    """Offer them as filters."""
    app.add_template_filter(trouble_label)
    app.add_template_filter(host_of, "host_only")
