"""The signed words in a mail's link that stops such mails, good without signing in."""

from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from consult.accounts.models import Person
from consult.core.errors import NotFound
from consult.core.mail import link
from consult.proposals.models import Proposal


def unfollow_address(person: Person, proposal: Proposal) -> str:
    """Where one press stops mail about a proposal to somebody."""
    token = _signer().dumps([person.id.hex, proposal.id.hex])
    return link("notifications.stop", token=token)


def read(token: str) -> tuple[UUID, UUID]:
    """The person and the proposal that a link of ours names; any other is not found."""
    try:
        person, proposal = _signer().loads(token)
        return UUID(person), UUID(proposal)
    except (BadSignature, ValueError, TypeError, AttributeError) as error:
        raise NotFound() from error


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="unfollow")
