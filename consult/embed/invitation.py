"""What a link asks of people: to give their view, or to read what came of it."""

from consult.core import _
from consult.proposals.models import Proposal, Status


def invitation_to(proposal: Proposal) -> str:
    """The words for a proposal as it stands at this second."""
    status = proposal.status_now
    if status is Status.OPEN:
        return _("Give your view")
    if status is Status.PAUSED:
        return _("Read the proposal")
    if status is Status.WITHDRAWN:
        return _("Read why it was withdrawn")
    if proposal.is_decided:
        return _("Read the decision")
    return _("Read the results")
