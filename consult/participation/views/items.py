"""Answering part by part: somebody signed in counts at once, a visitor once confirmed."""

from flask import url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me, signed_in, viewer
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limits_mail
from consult.participation import panels, rules
from consult.participation.forms import WithdrawForm
from consult.participation.views.blueprint import HERE, blueprint
from consult.proposals import queries as proposals


@blueprint.post(f"{HERE}/items")
@anyone
@limits_mail
def give_views(council: str, proposal: str) -> ResponseReturnValue:
    """Take views on parts, or keep a visitor's until they confirm."""
    ours = proposals.public_proposal(council, proposal)
    rules.check_open(ours)
    form, person = panels.items_form(ours), viewer()
    try:
        if not form.validate_on_submit():
            return panels.items_panel(ours, person, form).reply(422)
        if person is not None:
            rules.give_views(person, ours, form.answers)
            return panels.items_panel(ours, person).reply(redirect_to=_back(ours))
        held = rules.hold_views(form.email.data or "", ours, form.answers)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return panels.items_panel(ours, person, form).reply(422)
    here = url_for(".code", pending_id=held.id)
    return for_one_reader(panels.code_panel(held).reply(redirect_to=here))


@blueprint.post(f"{HERE}/items/withdraw")
@signed_in
def withdraw_views(council: str, proposal: str) -> ResponseReturnValue:
    """Take back an answer, or all of them."""
    ours, form = proposals.public_proposal(council, proposal), WithdrawForm()
    form.validate_on_submit()
    rules.withdraw_views(me(), ours, form.part.data or None)
    return panels.items_panel(ours, me()).reply(redirect_to=_back(ours))


def _back(proposal: panels.Proposal) -> str:
    return url_for(
        "site.items",
        council=proposal.council.slug,
        proposal=proposal.slug,
        _anchor="items",
    )
