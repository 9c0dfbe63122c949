"""Typing in what people said elsewhere, checking it, and following it by its receipt."""

from uuid import UUID

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me
from consult.core import _
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limiter
from consult.councils.access import Role, staff
from consult.participation import panels, queries, rules
from consult.participation.forms import BatchForm, ReceiptForm, ResponseForm, ReturnForm, Stance
from consult.participation.forms.confirming import ButtonForm
from consult.participation.forms.offline import NEITHER, Channel
from consult.participation.views.blueprint import blueprint
from consult.proposals import queries as proposals
from consult.proposals.access import writers

DESK = "/desk/<council>/proposals/<proposal>/offline"
BATCH = f"{DESK}/<int(max=2147483647):number>"
RESPONSE = f"{BATCH}/<uuid:response_id>"
TYPISTS = (Role.OFFICER, Role.MODERATOR)


@blueprint.get(DESK)
@staff()
def batches(council: str, proposal: str) -> ResponseReturnValue:
    """What came on paper, by phone or at events."""
    return panels.batches_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.post(DESK)
@writers(*TYPISTS)
def open_batch(council: str, proposal: str) -> ResponseReturnValue:
    """Begin a batch."""
    ours, form = proposals.desk_proposal(council, proposal), BatchForm()
    if form.validate_on_submit() and form.received_on.data:
        channel, source = Channel(form.channel.data), form.source.data or ""
        try:
            begun = rules.open_batch(me(), ours, channel, source, form.received_on.data)
            return redirect(_at(council, proposal, begun.number), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.batches_panel(ours, form).reply(422)


@blueprint.get(BATCH)
@staff()
def batch(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """One batch."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.batch_panel(queries.batch(ours, number), me()).reply()


@blueprint.post(BATCH)
@writers(*TYPISTS)
def add_response(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Type in a response; its receipt code is shown this once."""
    ours, form = proposals.desk_proposal(council, proposal), ResponseForm()
    held = queries.batch(ours, number)
    if form.validate_on_submit():
        try:
            _said, code = rules.add_response(me(), held, *_typed(form))
            return for_one_reader(panels.batch_panel(held, me(), receipt=code).reply())
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.batch_panel(held, me(), form).reply(422)


@blueprint.get(RESPONSE)
@staff(*TYPISTS)
def response(council: str, proposal: str, number: int, response_id: UUID) -> ResponseReturnValue:
    """One response, to put right."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    rules.check_typing(held)
    return panels.response_panel(queries.offline_response(held, response_id)).reply()


@blueprint.post(RESPONSE)
@writers(*TYPISTS)
def change_response(
    council: str, proposal: str, number: int, response_id: UUID
) -> ResponseReturnValue:
    """Put a response right."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    found, form = queries.offline_response(held, response_id), ResponseForm()
    if form.validate_on_submit():
        try:
            rules.change_response(me(), found, *_typed(form))
            return redirect(_at(council, proposal, number), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.response_panel(found, form).reply(422)


@blueprint.post(f"{RESPONSE}/remove")
@staff(*TYPISTS)
def remove_response(
    council: str, proposal: str, number: int, response_id: UUID
) -> ResponseReturnValue:
    """Take a response out."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    ButtonForm().validate_on_submit()
    rules.remove_response(me(), queries.offline_response(held, response_id))
    return redirect(_at(council, proposal, number), 303)


@blueprint.post(f"{BATCH}/send")
@staff(*TYPISTS)
def send_batch(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Ask a second person to check."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    ButtonForm().validate_on_submit()
    rules.send_batch(me(), held)
    return redirect(_at(council, proposal, number), 303)


@blueprint.post(f"{BATCH}/return")
@writers(*TYPISTS)
def return_batch(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Give a batch back to be put right."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    form = ReturnForm()
    if form.validate_on_submit():
        rules.return_batch(me(), held, form.words.data or "")
        return redirect(_at(council, proposal, number), 303)
    return panels.batch_panel(held, me(), returning=form).reply(422)


@blueprint.post(f"{BATCH}/count")
@staff(*TYPISTS)
def count_batch(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Let a batch count."""
    held = queries.batch(proposals.desk_proposal(council, proposal), number)
    ButtonForm().validate_on_submit()
    rules.count_batch(me(), held)
    return redirect(_at(council, proposal, number), 303)


@blueprint.get("/receipt")
@anyone
def receipt() -> ResponseReturnValue:
    """Ask for a receipt code."""
    return panels.receipt_panel().reply()


@blueprint.post("/receipt")
@anyone
@limiter.limit("20 per 5 minutes")
def follow_receipt() -> ResponseReturnValue:
    """Show what became of the response that a code stands for."""
    form = ReceiptForm()
    if not form.validate_on_submit():
        return for_one_reader(panels.receipt_panel(form).reply(422))
    found = queries.response_by_receipt(rules.receipt_hash(form.code.data or ""))
    if found is None:
        form.refuse("code", _("We do not know this code. Check each letter and figure."))
    return for_one_reader(panels.receipt_panel(form, found).reply(200 if found else 422))


def _typed(form: ResponseForm) -> tuple[str, Stance | None, str]:
    stance = None if form.stance.data == NEITHER else Stance(form.stance.data)
    return form.reference.data or "", stance, form.body.data or ""


def _at(council: str, proposal: str, number: int) -> str:
    return url_for(".batch", council=council, proposal=proposal, number=number)
