"""What the measured server serves: Consult, and beside it a Flask route that does nothing."""

from collections.abc import Iterable
from typing import Any

from flask import Flask

from consult import create_app

consult = create_app()
bare = Flask("bare")


@bare.get("/bare")
def nothing() -> str:
    return "Nothing."


def app(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    """Send each request to one of the two."""
    chosen = bare if environ["PATH_INFO"] == "/bare" else consult
    return chosen(environ, start)
