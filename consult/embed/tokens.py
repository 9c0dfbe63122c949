"""Signed passes that a frame's forms carry: one act, one proposal, one site, half an hour."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from consult.accounts.models import Person
from consult.accounts.tokens import new_token
from consult.core import _, clock
from consult.core.errors import Refused
from consult.proposals.models import Proposal

LIFE = timedelta(minutes=30)
UNDO = timedelta(minutes=1)
READING = timedelta(milliseconds=700)  # the second click of a double-click comes sooner


@dataclass(frozen=True)
class Pass:
    """What a form may do: which act on which proposal from which site; `about` is its object."""

    act: str
    proposal: str
    host: str
    until: float
    about: dict[str, Any]
    number: str = field(default_factory=new_token)


def give(
    act: str, proposal: Proposal, host: str, about: dict[str, Any], life: timedelta = LIFE
) -> str:
    """A new pass, signed."""
    until = (clock.now() + life).timestamp()
    return _signer().dumps(asdict(Pass(act, proposal.id.hex, host, until, about)))


def read(token: str, act: str, proposal: Proposal, host: str) -> Pass:
    """What a pass allows; Refused for one that is too old, changed, or meant for something else."""
    try:
        held = Pass(**_signer().loads(token))
    except (BadSignature, TypeError) as error:
        raise Refused(_("This form is not complete. Nothing was sent.")) from error
    if (held.act, held.host) != (act, host) or UUID(held.proposal) != proposal.id:
        raise Refused(_("This form belongs to another page. Nothing was sent."))
    if held.until < clock.now().timestamp():
        raise Refused(_("This form was open for too long. Nothing was sent. Please start again."))
    return held


def ask(proposal: Proposal, host: str, person: Person) -> str:
    """Mark a question to a person with the moment it is put."""
    about = {"person": person.id.hex, "at": clock.now().timestamp()}
    return give("ask", proposal, host, about)


def is_answer(token: str, proposal: Proposal, host: str, person: Person) -> bool:
    """Tell whether this person was asked, and long enough ago to have read what they answer."""
    try:
        held = read(token, "ask", proposal, host)
    except Refused:
        return False
    asked_at = datetime.fromtimestamp(held.about["at"], UTC)
    return held.about["person"] == person.id.hex and clock.now() - asked_at >= READING


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="embed")
