"""Invitations: a role offered by mail to one address, for seven days."""

from datetime import timedelta

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.accounts.rules import normal_email, person_for
from consult.accounts.tokens import new_token, token_hash
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries
from consult.councils.models import Council, Invitation, Role
from consult.councils.rules.roles import check_owner, give_role
from consult.jobs.outbox import post_mail

GOOD_FOR = timedelta(days=7)


def invite(owner: Person | None, council: Council, email: str, role: Role) -> Invitation:
    """Offer a role; no owner means the operator. The same offer twice is one offer."""
    if owner is not None:
        check_owner(owner, council)
    address = normal_email(email)
    holder = accounts.person_by_email(address)
    if holder is not None and queries.role_held(holder, council, role) is not None:
        raise Invalid("email", _("This person already has that role."))
    offered = queries.waiting_invitation(council, address, role)
    if offered is not None and offered.is_open:
        return offered
    if offered is None:
        offered = Invitation(council=council, email=address, role=role)
    offered.invited_by = owner
    _send(offered)
    return offered


def resend(owner: Person, offered: Invitation) -> None:
    """Send a fresh link for seven more days; the one sent before stops working."""
    check_owner(owner, offered.council)
    _check_waiting(offered)
    _send(offered)


def withdraw(owner: Person, offered: Invitation) -> None:
    """Take an offer back; taking it back twice is taking it back once."""
    check_owner(owner, offered.council)
    if offered.withdrawn_at is not None:
        return
    _check_waiting(offered)
    offered.withdrawn_at = clock.now()


def accept(offered: Invitation, viewer: Person | None = None) -> Person:
    """Take a role up; the link proves the address, so whoever holds it is that person."""
    if not offered.is_open:
        raise Refused(_("This invitation has been used, withdrawn, or is older than seven days."))
    if viewer is not None and viewer.email != offered.email:
        raise Refused(_("This invitation is for another address. Sign out, then open it again."))
    person = person_for(offered.email, place=offered.council.name)
    if person.disabled_at is not None:
        raise Refused(_("This account has been closed. Write to the council if that is a mistake."))
    offered.accepted_at = clock.now()
    give_role(offered.council, person, offered.role, by=offered.invited_by)
    return person


def _check_waiting(offered: Invitation) -> None:
    if offered.accepted_at is not None or offered.withdrawn_at is not None:
        raise Refused(_("This invitation has already been answered or withdrawn."))


def _send(offered: Invitation) -> None:
    token = new_token()
    offered.token_hash = token_hash(token)
    offered.expires_at = clock.now() + GOOD_FOR
    db.session.add(offered)
    db.session.flush()
    post_mail(
        to=offered.email,
        subject=_("An invitation to work with %(name)s on Consult", name=offered.council.name),
        template="mail/councils/invitation.txt",
        invitation=offered,
        token=token,
    )
