"""Ways in: a link and a code by mail, one use, ten minutes."""

from datetime import timedelta
from uuid import UUID, uuid4

from consult.accounts import queries
from consult.accounts.models import Person, SignIn
from consult.accounts.rules.people import normal_email, person_for
from consult.accounts.tokens import code_hash, is_code, new_code, new_token, token_hash
from consult.core import _, clock
from consult.core.db import db
from consult.jobs.outbox import post_mail

GOOD_FOR = timedelta(minutes=10)
WRONG_CODES_A_DAY = 20
KEPT = timedelta(days=2)


def ask_to_sign_in(email: str, next_url: str | None = None) -> SignIn:
    """Send a link and a code; nobody is looked up, so known and unknown addresses fare alike."""
    address = normal_email(email)
    token, code = new_token(), new_code()
    asked = SignIn(id=uuid4(), email=address, next_url=next_url)
    asked.token_hash, asked.code_hash = token_hash(token), code_hash(asked.id, code)
    asked.expires_at = clock.now() + GOOD_FOR
    db.session.add(asked)
    db.session.flush()
    subject = _("%(code)s is your code to sign in", code=f"{code[:3]} {code[3:]}")
    post_mail(
        to=address, subject=subject, template="mail/accounts/sign_in.txt", token=token, code=code
    )
    return asked


def use_link(token: str) -> Person | None:
    """Let the holder of a link in, once; None if the link is dead."""
    asked = queries.sign_in_by_token(token, to_change=True)
    if asked is None or not asked.is_open:
        return None
    return _let_in(asked)


def use_code(sign_in_id: UUID, code: str) -> Person | None:
    """Let the holder of a code in, once; None, and one try fewer, if it is not right."""
    asked = queries.sign_in(sign_in_id, to_change=True)
    if not asked.is_open:
        return None
    if is_guessed_at(asked.email) or not is_code(asked.id, code, asked.code_hash):
        asked.tries += 1
        return None
    return _let_in(asked)


def is_guessed_at(email: str) -> bool:
    """So many wrong codes in a day that only links let this address in; nobody is shut out."""
    since = clock.now() - timedelta(days=1)
    return queries.wrong_codes(email, since) >= WRONG_CODES_A_DAY


def forget_old() -> int:
    """Delete the sign-ins and ended sessions that nobody needs any more; tell how many."""
    before = clock.now() - KEPT
    gone = [*queries.old_sign_ins(before), *queries.ended_sessions(before)]
    for row in gone:
        db.session.delete(row)
    return len(gone)


def _let_in(asked: SignIn) -> Person:
    asked.used_at = clock.now()
    return person_for(asked.email)
