"""What a visitor gives, until they confirm the address that makes it theirs."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError

from consult.accounts import rules as accounts
from consult.accounts.models import Person
from consult.accounts.tokens import code_hash, is_code, new_code, new_token, token_hash
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.jobs.outbox import post_mail
from consult.participation import queries
from consult.participation.models import Comment, Pending
from consult.participation.rules.kinds import KINDS
from consult.participation.texts import fingerprint
from consult.proposals.models import Proposal

LIFE = timedelta(hours=24)
MOST_TRIES = 5
WRONG_CODES_A_DAY = 20


@dataclass(frozen=True)
class Confirmed:
    """Whose it is now, and what it became."""

    person: Person
    pending: Pending
    comment: Comment | None = None


def hold_for(email: str, proposal: Proposal, kind: str, payload: dict[str, Any]) -> Pending:
    """Keep what a visitor sends until they confirm the address; it counts for nothing before."""
    email = accounts.normal_email(email)
    print_ = fingerprint(proposal.id, kind, *payload.values())
    held = queries.held_already(email, print_)
    if held is not None:
        if is_alive(held):
            return held
        held.fingerprint = secrets.token_hex(32)  # its wrong codes go on counting for the day
        db.session.flush()
    token, code = new_token(), new_code()
    held = Pending(
        id=uuid4(),
        proposal_id=proposal.id,
        proposal=proposal,
        email=email,
        kind=kind,
        payload=payload,
        fingerprint=print_,
        token_hash=token_hash(token),
        code_hash="",
        expires_at=clock.now() + LIFE,
    )
    held.code_hash = code_hash(held.id, code)
    try:
        with db.session.begin_nested():
            db.session.add(held)
    except IntegrityError:
        again = queries.held_already(email, print_)
        if again is None:
            raise
        return again
    post_mail(
        to=email,
        subject=str(KINDS[kind].subject),
        template="mail/participation/confirm.txt",
        proposal=proposal,
        told=KINDS[kind].told(proposal, payload),
        effect=str(KINDS[kind].effect),
        token=token,
        code=code,
    )
    return held


def confirm(token: str) -> Confirmed:
    """Count what a mailed link stands for, and say whose it is."""
    held = queries.pending_by_token(token, to_change=True)
    return _confirm(held)


def confirm_code(pending_id: UUID, code: str) -> Confirmed | None:
    """The same for a typed code; nothing for a wrong one, and five wrong ones are the end."""
    held = queries.pending(pending_id, to_change=True)
    _check_alive(held)
    guessed_at = queries.wrong_codes(held.email, clock.now() - LIFE) >= WRONG_CODES_A_DAY
    if guessed_at or not is_code(held.id, code, held.code_hash):
        held.tries += 1
        db.session.flush()
        return None
    return _confirm(held)


def drop_pending(pending_id: UUID) -> None:
    """Let go of what was sent and not confirmed; its link and code open nothing from now on."""
    held = queries.pending(pending_id, to_change=True)
    if held.confirmed_at is not None:
        raise Refused(_("You have confirmed this. Change or withdraw it on its own page."))
    db.session.delete(held)
    db.session.flush()


def tries_left(held: Pending) -> int:
    """How many more codes may be typed."""
    return MOST_TRIES - held.tries


def is_alive(held: Pending) -> bool:
    """Can still be confirmed."""
    return held.confirmed_at is None and held.expires_at > clock.now() and held.tries < MOST_TRIES


def forget_expired() -> int:
    """Drop what nobody confirmed, with the address it came from."""
    old = queries.expired_pending(clock.now())
    for held in old:
        db.session.delete(held)
    db.session.flush()
    return len(old)


def _check_alive(held: Pending) -> None:
    if held.confirmed_at is not None:
        raise Refused(_("This was confirmed before."))
    if held.tries >= MOST_TRIES:
        raise Refused(_("Too many wrong codes. Send your view again to get a new one."))
    if held.expires_at <= clock.now():
        raise Refused(_("This link or code is more than a day old. Send your view again."))


def _confirm(held: Pending) -> Confirmed:
    _check_alive(held)
    person = accounts.person_for(held.email)
    if person.disabled_at is not None:
        raise Refused(_("This account cannot take part."))
    try:
        comment = KINDS[held.kind].count(person, held.proposal, held.payload)
    except Invalid as error:
        raise Refused(error.message) from error
    held.confirmed_at = clock.now()
    held.payload = {"comment": str(comment.id) if comment else None}
    db.session.flush()
    return Confirmed(person, held, comment)
