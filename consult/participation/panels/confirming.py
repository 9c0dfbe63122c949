"""What a visitor sees until their address is confirmed."""

from consult.accounts.addresses import masked
from consult.core.panels import Panel
from consult.participation.forms import ButtonForm, CodeForm
from consult.participation.models import Pending
from consult.participation.rules.kinds import KINDS
from consult.participation.rules.pending import is_alive, tries_left


def code_panel(held: Pending, form: CodeForm | None = None) -> Panel:
    """Check your mail, and type the code here."""
    return Panel(
        "participation/code.html",
        council=held.proposal.council,
        proposal=held.proposal,
        held=held,
        address=masked(held.email),
        left=tries_left(held),
        is_alive=is_alive(held),
        form=form or CodeForm(formdata=None),
    )


def link_panel(held: Pending, token: str) -> Panel:
    """What the mailed link shows: what would be counted, and a button."""
    return Panel(
        "participation/link.html",
        council=held.proposal.council,
        proposal=held.proposal,
        held=held,
        token=token,
        address=masked(held.email),
        kind=KINDS[held.kind],
        told="" if held.confirmed_at else KINDS[held.kind].told(held.proposal, held.payload),
        is_alive=is_alive(held),
        form=ButtonForm(formdata=None),
    )


def room_of(held: Pending) -> str:
    """The endpoint of the page where what waited stands once it is confirmed."""
    return KINDS[held.kind].room
