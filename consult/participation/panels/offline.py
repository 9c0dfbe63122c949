"""What staff and whoever holds a receipt see of responses from paper, phone and events."""

from typing import Any

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.forms import BatchForm, ReceiptForm, ResponseForm, ReturnForm
from consult.participation.forms.offline import NEITHER
from consult.participation.models import Batch, BatchState, OfflineResponse
from consult.proposals.models import Proposal


def batches_panel(proposal: Proposal, form: BatchForm | None = None) -> Panel:
    """Every batch of a proposal, and the way to begin one."""
    return Panel(
        "participation/batches.html",
        council=proposal.council,
        proposal=proposal,
        tab="offline",
        batches=queries.batches_of(proposal),
        form=form or BatchForm(formdata=None),
    )


def batch_panel(
    batch: Batch,
    person: Person,
    form: ResponseForm | None = None,
    returning: ReturnForm | None = None,
    receipt: str | None = None,
) -> Panel:
    """The responses of a batch, and what this person may do with them."""
    is_theirs = batch.typed_by_id == person.id
    return Panel(
        "participation/batch.html",
        **_around(batch),
        responses=queries.responses_of(batch),
        may_type=is_theirs and batch.state is BatchState.TYPING and batch.proposal.is_open,
        may_check=not is_theirs and batch.state is BatchState.WAITING and batch.proposal.is_open,
        is_theirs=is_theirs,
        receipt=receipt,
        form=form or ResponseForm(formdata=None),
        returning=returning or ReturnForm(formdata=None, prefix=""),
    )


def response_panel(response: OfflineResponse, form: ResponseForm | None = None) -> Panel:
    """One response, to put right or take out."""
    stance = response.stance.value if response.stance else NEITHER
    typed = {"reference": response.reference, "stance": stance, "body": response.body}
    return Panel(
        "participation/response.html",
        **_around(response.batch),
        response=response,
        form=form or ResponseForm(formdata=None, data=typed),
    )


def receipt_panel(form: ReceiptForm | None = None, found: OfflineResponse | None = None) -> Panel:
    """What became of a response that was not given here."""
    return Panel(
        "participation/receipt.html",
        form=form or ReceiptForm(formdata=None),
        found=found,
        council=found.batch.proposal.council if found else None,
        proposal=found.batch.proposal if found else None,
    )


def _around(batch: Batch) -> dict[str, Any]:
    return {
        "council": batch.proposal.council,
        "proposal": batch.proposal,
        "batch": batch,
        "tab": "offline",
    }
