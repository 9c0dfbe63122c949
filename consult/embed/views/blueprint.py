"""The blueprint that widgets share, and how they explain a refusal inside the frame."""

from flask import Blueprint, Response, make_response, render_template, request, url_for

from consult.core import app
from consult.core.errors import Explained
from consult.core.security import Stale
from consult.embed.framing import dressed

blueprint = Blueprint("embed", "consult.embed")

HERE = "/embed/<council>/<proposal>"


@blueprint.errorhandler(Explained)
def explain(error: Explained) -> Response:
    """Say what happened in the frame itself, with a way on; at the desk as everywhere else."""
    if request.path.startswith("/desk/"):
        return app.explain(error.status, str(error.message), again=isinstance(error, Stale))
    names = request.view_args or {}
    page = url_for("site.home")
    if set(names) >= {"council", "proposal"}:
        page = url_for("site.proposal", council=names["council"], proposal=names["proposal"])
    body = render_template(
        "embed/refused.html", status=error.status, message=str(error.message), page=page
    )
    return dressed(make_response(body, error.status), str(names.get("council", "")))
