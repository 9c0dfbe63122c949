"""Whether a proposal takes votes and comments at this second."""

from consult.core import _
from consult.core.db import db
from consult.core.errors import Refused
from consult.core.format import moment
from consult.proposals.models import Proposal, Status


def check_open(proposal: Proposal) -> None:
    """Refuse with the plain reason why not.

    The proposal is read again and kept from closing until this transaction ends, so that no vote
    is taken at or after the close and none that was taken is missing from the count.
    """
    db.session.refresh(proposal, with_for_update={"read": True})
    if proposal.is_open:
        return
    status = proposal.status_now
    if not proposal.is_public and proposal.opens_at:
        raise Refused(_("This opens on %(when)s.", when=moment(proposal.opens_at)))
    if status is Status.PAUSED:
        why = proposal.status_reason or ""
        raise Refused(_("This is paused for now. %(why)s", why=why))
    if status is Status.WITHDRAWN:
        raise Refused(_("The council withdrew this proposal, so it takes no more views."))
    if proposal.closes_at:
        raise Refused(_("This closed on %(when)s.", when=moment(proposal.closes_at)))
    raise Refused(_("This is not open."))
