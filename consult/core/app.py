"""The application: one request, one transaction; a refusal explains itself."""

from typing import Any

from flask import Flask, Response, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from consult.core import _, db, kept
from consult.core.errors import Explained
from consult.core.languages import Lang, speaking
from consult.core.logs import log
from consult.core.panels import wants_panel
from consult.core.security import READS, Stale

EXPLAINED = {400, 403, 404, 405, 409, 413, 422, 429, 500, 503}
UNREAD = {400, 413}  # what came from who knows where, or was never read whole
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


class App(Flask):
    """Flask with the transaction rule."""

    def dispatch_request(self) -> ResponseReturnValue:
        """Commit a write that answers below 400; leave no other trace."""
        with db.intent(write=request.method not in READS):
            try:
                response = self.make_response(super().dispatch_request())
                if request.method not in READS and response.status_code < 400:
                    db.commit()
                return response
            finally:
                db.roll_back()

    def preprocess_request(self) -> ResponseReturnValue | None:
        """Let what runs before a view know whether the request will write."""
        with db.intent(write=request.method not in READS):
            return super().preprocess_request()


def install_errors(app: Flask) -> None:
    """Explain every refusal on a page, or to htmx in the page's live region."""

    @app.errorhandler(Explained)
    def explained(error: Explained) -> Response:
        return explain(error.status, str(error.message), again=isinstance(error, Stale))

    @app.errorhandler(IntegrityError)
    def settled(_error: IntegrityError) -> Response:
        return explain(409, _("Somebody else changed this a moment ago. Look at the page again."))

    @app.errorhandler(OperationalError)
    def busy(error: OperationalError) -> Response:
        return _busy(error) if db.is_busy(error) else broken(error)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        return _http(error)

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        log.exception("broken", id=g.get("request_id"), endpoint=request.endpoint)
        if app.config.get("PROPAGATE_EXCEPTIONS"):
            raise error
        return explain(500)


def _http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    if isinstance(error, SecurityError):  # no page: it could not name a single address
        return make_response(_("This site is not served at that address."), 400, PLAIN)
    response = explain(error.code)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            response.headers[name] = value
    return response


def _busy(error: OperationalError) -> Response:
    log.error("database", id=g.get("request_id"), kind=type(error.orig).__name__)
    response = explain(503)
    response.headers["Retry-After"] = "5"
    return response


def explain(status: int, message: str = "", *, again: bool = False) -> Response:
    """Say what happened and what to do next, on a page of ours; what was typed is handed back."""
    with speaking(Lang.EN):
        return _explained(status, message, again=again)


def _explained(status: int, message: str, *, again: bool) -> Response:
    known = status if status in EXPLAINED else (400 if status < 500 else 500)
    context: dict[str, Any] = {
        "status": known,
        "message": message,
        "request_id": g.get("request_id"),
        **kept.context(again=again or status == 503, words=again or status not in UNREAD),
    }
    if wants_panel():
        response = make_response(render_template("errors/notice.html", **context), status)
        response.headers["HX-Retarget"] = "#notice"
        response.headers["HX-Reswap"] = "innerHTML"
        return response
    db.roll_back()
    return make_response(render_template("errors/error.html", **context), status)
