"""The script that a council's page asks for; its first number changes when its promises do."""

from functools import cache

from flask import Response, request
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.core.assets import STATIC, named
from consult.embed.views.blueprint import blueprint

CODINGS = {"br": ".br", "gzip": ".gz", "": ""}
HOUR = "public, max-age=3600"


@blueprint.get("/embed/v1/loader.js")
@anyone
def loader() -> ResponseReturnValue:
    """The loader; it can be mended, so browsers ask again after an hour."""
    accepted = request.accept_encodings
    coding = next((name for name in ("br", "gzip") if accepted.quality(name) > 0), "")
    response = Response(_read(named()["loader.js"] + CODINGS[coding]), mimetype="text/javascript")
    if coding:
        response.headers["Content-Encoding"] = coding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = HOUR
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.add_etag()
    return response.make_conditional(request)


@cache
def _read(name: str) -> bytes:
    return (STATIC / name).read_bytes()
