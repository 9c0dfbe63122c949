"""The blueprint that widgets share, and how they explain a refusal inside the frame."""

from flask import Blueprint, Response, make_response, render_template, request, url_for

from consult.core import _, app
from consult.core.errors import Explained, TooMany
from consult.core.limits import TooManyRequests
from consult.core.security import Stale
from consult.embed.framing import dressed
from consult.embed.looks import Look

blueprint = Blueprint("embed", "consult.embed")

HERE = "/embed/<council>/<proposal>"
WINDOWS = {"embed.yourself", "embed.let_act"}  # pages of their own, not in frames


@blueprint.errorhandler(Explained)
def explain(error: Explained) -> Response:
    """Say what happened in the frame itself, with a way on; outside frames as everywhere else."""
    if request.path.startswith("/desk/") or request.endpoint in WINDOWS:
        return app.explain(error.status, str(error.message), again=isinstance(error, Stale))
    names = request.view_args or {}
    page = url_for("site.home")
    if set(names) >= {"council", "proposal"}:
        page = url_for("site.proposal", council=names["council"], proposal=names["proposal"])
    body = render_template(
        "embed/refused.html",
        status=error.status,
        message=str(error.message),
        page=page,
        lang=Look.read(request.args).lang,
    )
    return dressed(make_response(body, error.status), str(names.get("council", "")))


@blueprint.errorhandler(TooManyRequests)
def too_many(_error: TooManyRequests) -> Response:
    """The same for whoever sends too often; when to come back is added on the way out."""
    return explain(TooMany(_("Many things were sent from here. Try again in a few minutes.")))
