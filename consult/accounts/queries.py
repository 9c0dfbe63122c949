"""Questions about people, their ways in and their sessions."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from consult.accounts.models import CoveredName, Person, Session, SignIn
from consult.accounts.tokens import token_hash
from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound


def person(person_id: UUID) -> Person:
    """The person of that id."""
    found = db.session.get(Person, person_id)
    if found is None:
        raise NotFound()
    return found


def hold_person(person: Person, *, to_change: bool = False) -> None:
    """Keep what belongs to a person from changing until this transaction ends.

    Whoever changes it waits for whoever reads it to count by it, and the other way round.
    """
    mine = select(Person.id).filter_by(id=person.id)
    db.session.execute(mine.with_for_update(read=not to_change))


def person_by_email(email: str) -> Person | None:
    """The person of that address, if there is one."""
    return db.session.scalar(select(Person).filter_by(email=email.lower()))


def covers(person: Person, by: UUID | None = None) -> Sequence[CoveredName]:
    """The names of somebody that are covered, the latest first; by one council, or by all."""
    asked = select(CoveredName).filter_by(person_id=person.id, ended_at=None)
    if by is not None:
        asked = asked.filter_by(covered_by=by)
    return db.session.scalars(asked.order_by(CoveredName.created_at.desc(), CoveredName.id)).all()


def is_pseudonym_taken(pseudonym: str) -> bool:
    """Somebody is already called that."""
    return bool(
        db.session.scalar(select(func.count()).select_from(Person).filter_by(pseudonym=pseudonym))
    )


def sign_in(sign_in_id: UUID, *, to_change: bool = False) -> SignIn:
    """The sign-in of that id; held against others while it is changed."""
    found = db.session.get(
        SignIn, sign_in_id, with_for_update=to_change, populate_existing=to_change
    )
    if found is None:
        raise NotFound()
    return found


def sign_in_by_token(token: str, *, to_change: bool = False) -> SignIn | None:
    """The sign-in whose link this is."""
    chosen = select(SignIn).filter_by(token_hash=token_hash(token))
    if to_change:
        chosen = chosen.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(chosen)


def wrong_codes(email: str, since: datetime) -> int:
    """How many wrong codes were typed for an address."""
    counted = select(func.coalesce(func.sum(SignIn.tries), 0)).where(
        SignIn.email == email, SignIn.created_at > since
    )
    return int(db.session.scalar(counted) or 0)


def old_sign_ins(before: datetime) -> Sequence[SignIn]:
    """Sign-ins that nobody needs any more."""
    return db.session.scalars(
        select(SignIn).where(SignIn.created_at < before).order_by(SignIn.created_at, SignIn.id)
    ).all()


def ended_sessions(before: datetime) -> Sequence[Session]:
    """Sessions that ended before a moment, by hand or by time."""
    return db.session.scalars(
        select(Session)
        .where((Session.ended_at < before) | (Session.expires_at < before))
        .order_by(Session.created_at, Session.id)
    ).all()


def live_sessions(holder: Person) -> Sequence[Session]:
    """The sessions in which somebody is signed in, newest first."""
    return db.session.scalars(
        select(Session)
        .where(
            Session.person_id == holder.id,
            Session.ended_at.is_(None),
            Session.expires_at > clock.now(),
        )
        .order_by(Session.created_at.desc(), Session.id)
    ).all()


def session_of(holder: Person, session_id: UUID) -> Session:
    """One of somebody's own sessions."""
    found = db.session.scalar(select(Session).filter_by(id=session_id, person_id=holder.id))
    if found is None:
        raise NotFound()
    return found


def has_signed_in(holder: Person) -> bool:
    """They have been here before."""
    return bool(
        db.session.scalar(
            select(func.count()).select_from(Session).filter_by(person_id=holder.id).limit(1)
        )
    )
