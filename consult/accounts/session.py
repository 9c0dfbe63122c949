"""Who is asking: the session in our table behind the signed cookie."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import select

from consult.accounts import rules
from consult.accounts.models import Person, Session
from consult.accounts.tokens import token_hash
from consult.core import access, clock, kept
from consult.core.db import db
from consult.core.errors import Forbidden
from consult.core.panels import Panel

manager = LoginManager()
manager.session_protection = None
IDLE = timedelta(days=14)
NOTED = timedelta(hours=1)
LONGEST = 500


class Holder(UserMixin):
    """What Flask-Login keeps: the secret of a live session, and its person."""

    def __init__(self, secret: str, held: Session) -> None:
        self.secret = secret
        self.session = held
        self.person = held.person

    def get_id(self) -> str:
        """The secret goes into the signed cookie; the table holds its hash only."""
        return self.secret


@manager.user_loader
def _load(secret: str) -> Holder | None:
    if _is_idle():
        return None
    held = db.session.scalar(select(Session).filter_by(token_hash=token_hash(secret)))
    return Holder(secret, held) if held is not None and held.is_live else None


def _is_idle() -> bool:
    """Tell whether this browser stayed away too long; note in its signed cookie that it did not."""
    now = clock.now().timestamp()
    away = now - float(session.get("seen", now))
    if away > IDLE.total_seconds():
        return True
    if away > NOTED.total_seconds() or "seen" not in session:
        session["seen"] = int(now)
    return False


def begin(secret: str, held: Session) -> None:
    """Sign a browser in; the session that it held before ends with its cookie."""
    if viewer() is not None:
        rules.end_session(current_session())
    session.clear()
    login_user(Holder(secret, held))
    session.permanent = True
    session["seen"] = int(clock.now().timestamp())


def end() -> None:
    """Forget who holds this browser."""
    logout_user()
    session.clear()


def viewer() -> Person | None:
    """Whoever looks, if they are signed in; a page without a session cookie asks nobody."""
    if "_user_id" not in session:
        return None
    return current_user.person if current_user.is_authenticated else None


def current_session() -> Session:
    """The session in which the asker is signed in."""
    if viewer() is None:
        raise Forbidden()
    held: Session = current_user.session
    return held


def me() -> Person:
    """Whoever asks; only behind a mark that made sure of it."""
    person = viewer()
    if person is None:
        raise Forbidden()
    return person


def for_one_reader(reply: ResponseReturnValue) -> Response:
    """An answer that holds a secret or a way in: nothing on its way keeps it."""
    response = make_response(reply)
    response.headers["Cache-Control"] = "no-store"
    return response


def to_sign_in() -> Any:
    """Send somebody to sign in and back to where they were."""
    back = request.full_path.rstrip("?") if request.method == "GET" else request.referrer or ""
    return redirect(url_for("accounts.sign_in", next=own_path(back)), 303)


def own_path(address: str | None) -> str | None:
    """The path of an address on this site; nothing for any other."""
    if not address or len(address) > LONGEST or any(ord(c) < 33 or c == "\\" for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.netloc and parts.netloc != request.host:
        return None
    if parts.scheme and not parts.netloc:
        return None
    path = parts.path or "/"
    if not path.startswith("/") or path.startswith("//"):
        return None
    return path + (f"?{parts.query}" if parts.query else "")


def _check_signed_in() -> Any:
    if viewer() is not None:
        return None
    kept_here = kept.context(again=True)
    if kept_here["again"]:
        return Panel("accounts/signed_out.html", **kept_here).reply(403)
    return to_sign_in()


def signed_in(view: access.View) -> access.View:
    """Let in whoever is signed in; send others to sign in."""
    return access.mark("signed_in", _check_signed_in)(view)


def install(app: Flask) -> None:
    """Connect Flask-Login."""
    manager.init_app(app)
