"""Sessions: how they begin and how they end."""

from datetime import timedelta

from consult.accounts import queries
from consult.accounts.models import Person, Session
from consult.accounts.tokens import new_token, token_hash
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused

LIFETIME = timedelta(days=30)


def sign_in_person(person: Person, browser_label: str) -> tuple[str, Session]:
    """Begin a session under a new secret, which only the browser will hold."""
    if person.disabled_at is not None:
        raise Refused(_("This account has been closed. Write to the council if that is a mistake."))
    secret = new_token()
    begun = Session(
        person=person,
        token_hash=token_hash(secret),
        browser=browser_label[:80],
        expires_at=clock.now() + LIFETIME,
    )
    db.session.add(begun)
    db.session.flush()
    return secret, begun


def end_session(session: Session) -> None:
    """End one session; its cookie opens nothing from now on."""
    if session.ended_at is None:
        session.ended_at = clock.now()


def end_all_sessions(person: Person) -> None:
    """Sign somebody out wherever they are signed in."""
    for session in queries.live_sessions(person):
        end_session(session)
