"""Headers on every answer, and where an unsafe request may come from."""

import secrets
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request, session
from flask_wtf.csrf import CSRFError, validate_csrf
from itsdangerous import BadData, URLSafeTimedSerializer

from consult.core.access import View
from consult.core.errors import Explained, NotFound

READS = frozenset({"GET", "HEAD", "OPTIONS"})
FRAMES = frozenset({"iframe", "frame", "embed", "object", "fencedframe"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def token_age(token: str | None) -> int | None:
    """Seconds since a form of ours was made, by the time signed into its token; none if unsigned.

    Tokens count whole seconds, so one made in this very second is 0 old.
    """
    secret = current_app.secret_key
    if not token or not secret:
        return None
    reader = URLSafeTimedSerializer(secret, salt="wtf-csrf-token")
    try:
        _raw, made = reader.loads(token, return_timestamp=True)
    except BadData:
        return None
    return int(time.time()) - int(made.timestamp())


class Untrusted(Explained):
    """A request that another site may have made."""

    status = 400


def takes(size: int) -> Callable[[View], View]:
    """Let a view take more bytes than others; asked of it before anything is read."""

    def put(view: View) -> View:
        view.takes = size  # type: ignore[attr-defined]
        return view

    return put


def inside_frames(view: View) -> View:
    """Let a view be written to from a frame on another site; it must not ask who is signed in."""
    view.inside_frames = True  # type: ignore[attr-defined]
    view.checks_own_token = True  # type: ignore[attr-defined]
    return view


class Stale(Untrusted):
    """A form of our own that was opened in another session."""


def install(app: Flask) -> None:
    """Check unsafe requests before they are read; dress every answer."""

    @app.before_request
    def name_request() -> None:
        g.request_id = secrets.token_hex(8)

    app.before_request(_check_address)
    app.before_request(_make_room)

    app.before_request(_check_origin)

    @app.after_request
    def dress(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", POLICY)
        headers["X-Content-Type-Options"] = "nosniff"
        headers.setdefault("Referrer-Policy", "same-origin")
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not _may_be_framed(headers["Content-Security-Policy"]):
            headers["X-Frame-Options"] = "DENY"
        headers["X-Request-Id"] = g.get("request_id", "")
        if app.config["PRODUCTION"]:
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        response.vary.update(["HX-Request", "Cookie"])
        if _is_private(response):
            headers["Cache-Control"] = "no-store"
        return response


def _may_be_framed(policy: str) -> bool:
    """Somebody is named who may frame it; a policy that says nothing of frames names nobody."""
    _before, named, sources = policy.partition("frame-ancestors")
    return bool(named) and "'none'" not in sources.partition(";")[0]


def _check_address() -> None:
    """No address of ours holds a NUL, which one of the databases would stumble over."""
    if "\x00" in request.path or b"%00" in request.query_string:
        raise NotFound()


def _check_origin() -> None:
    """A write comes from a page of ours, and from no frame but those that may be written to."""
    if request.method in READS:
        return
    view = current_app.view_functions.get(request.endpoint or "")
    is_framed = request.headers.get("Sec-Fetch-Dest") in FRAMES
    if is_framed and not getattr(view, "inside_frames", False):
        raise Untrusted()
    if request.headers.get("Sec-Fetch-Site") not in (None, "same-origin", "none"):
        raise Untrusted()
    origin = request.headers.get("Origin")
    if origin is not None and _host_of(origin) != request.host:
        raise Untrusted()
    if "_user_id" in session and not getattr(view, "checks_own_token", False):
        _check_token()


def _make_room() -> None:
    """Take as many bytes as the view says, where it says so."""
    view = current_app.view_functions.get(request.endpoint or "")
    size: int | None = getattr(view, "takes", None)
    if size is not None:
        request.max_content_length = size


def _is_private(response: Response) -> bool:
    """Everything but what is the same for all: a stylesheet, a logo."""
    if request.method not in READS or session.modified:
        return True
    return "_user_id" in session and not response.cache_control.public


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _check_token() -> None:
    token = request.form.get("csrf_token") or request.headers.get("X-CSRF-Token")
    try:
        validate_csrf(token)
    except (CSRFError, ValueError) as error:
        raise Stale() from error
