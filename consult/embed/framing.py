"""Which sites may put a page of ours in a frame, in the words that browsers obey."""

from collections.abc import Sequence

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue

from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.councils import queries as councils
from consult.embed import queries
from consult.embed.looks import Look

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
)


def ancestors(proved: Sequence[str], host: str, *, anywhere: bool) -> str:
    """The sources of `frame-ancestors` (CSP3, 6.4.2.1), our own desk among them.

    A frame that says which proved site it stands on may stand there only, so that what can be sent
    from it can be sent from there only. An empty list stands for nobody, never for everybody.
    """
    if host in proved:
        return f"'self' {host}"
    return " ".join(["'self'", *(["https:", "http:"] if anywhere else proved)])


def dressed(response: Response, council_slug: str) -> Response:
    """Let the council's proved sites frame this answer, and nobody else."""
    try:
        council = councils.council(council_slug)
        proved, anywhere = queries.proved_origins(council), queries.is_open_to_all(council)
        sources = ancestors(proved, Look.read(request.args).host, anywhere=anywhere)
    except NotFound:
        sources = "'none'"
    response.headers["Content-Security-Policy"] = POLICY + sources
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def reply(panel: Panel, status: int = 200) -> ResponseReturnValue:
    """An answer for one reader, in the frame."""
    response = make_response(panel.reply(status))
    response.headers["Cache-Control"] = "no-store"
    return dressed(response, panel.context["council"].slug)
