"""The picture that stands for a proposal where its address is shared."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.embed import queries
from consult.embed.context import front_picture
from consult.embed.views.blueprint import blueprint
from consult.proposals import queries as proposals


@blueprint.get("/councils/<council>/proposals/<proposal>/picture/<key>.png")
@anyone
def picture(council: str, proposal: str, key: str) -> ResponseReturnValue:
    """The picture that the key names; before it is drawn, or after, the one that holds now."""
    kept = queries.picture_of(proposals.public_proposal(council, proposal))
    if kept is None:
        return redirect(front_picture().address, 302)
    if kept.key != key:
        now = url_for(".picture", council=council, proposal=proposal, key=kept.key)
        return redirect(now, 302)
    response = Response(queries.png_of(kept), mimetype="image/png")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
