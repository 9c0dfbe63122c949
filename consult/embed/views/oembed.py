"""What a content system puts in place of a proposal's address."""

from typing import Any

from flask import Response, current_app, json, request
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.core.errors import Explained
from consult.embed import oembed, queries, sharing
from consult.embed.bilingual import usual_language
from consult.embed.context import picture_of
from consult.embed.looks import Look, View
from consult.embed.snippet import Kind
from consult.embed.views.blueprint import blueprint
from consult.proposals import queries as proposals

DAY = 86_400
WIDE, LEAST_WIDE = 640, 240


class NotImplementedHere(Explained):
    """A format that the specification does not name."""

    status = 501


@blueprint.get("/oembed")
@anyone
def answer() -> ResponseReturnValue:
    """A card where every site may show it; elsewhere a link, as we cannot know who asks."""
    format_, url = request.args.get("format", "json"), request.args.get("url", "")
    if format_ not in ("json", "xml"):
        raise NotImplementedHere()
    council, proposal = oembed.place_of(url, current_app.config["BASE_URL"])
    ours = proposals.public_proposal(council, proposal)
    lang = usual_language(ours.council.languages)
    widget = sharing.widget_of(ours, Look(View.CARD, lang=lang))
    said: dict[str, Any] = {
        "version": "1.0",
        "type": "link",
        "title": ours.title,
        "provider_name": ours.council.name,
        "provider_url": current_app.config["BASE_URL"],
        "cache_age": DAY,
    }
    shown = picture_of(ours)
    said["thumbnail_url"] = f"{current_app.config['BASE_URL']}{shown.address}"
    said |= {"thumbnail_width": shown.width, "thumbnail_height": shown.height}
    if queries.is_open_to_all(ours.council):
        height = oembed.bounded(request.args.get("maxheight"), View.CARD.height, 120)
        width = oembed.bounded(request.args.get("maxwidth"), WIDE, LEAST_WIDE)
        said |= {"type": "rich", "html": widget.snippet(Kind.FRAME)}
        said |= {"width": width, "height": height}
    return _public(said, format_)


def _public(said: dict[str, Any], format_: str) -> Response:
    """Anybody may read it from anywhere; it is the same for all."""
    if format_ == "xml":
        response = Response(oembed.as_xml(said), mimetype="text/xml")
    else:
        response = Response(json.dumps(said), mimetype="application/json")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Cache-Control"] = "public, max-age=300"
    response.add_etag()
    response.make_conditional(request)
    return response
