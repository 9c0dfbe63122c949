"""Steps in a proposal's life, each asked once more; reasons for warnings."""

from collections.abc import Sequence

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, NotFound
from consult.councils.access import Role
from consult.proposals import panels, queries, rules
from consult.proposals.access import writers
from consult.proposals.forms import CheckReasonForm
from consult.proposals.preparation import preparation
from consult.proposals.steps import AGREEING, STEPS, Step
from consult.proposals.views.blueprint import HERE, blueprint
from consult.proposals.views.tokens import is_good


@blueprint.route(f"{HERE}/<proposal>/steps/<step>", methods=["GET", "POST"])
@writers(Role.OFFICER)
def step(council: str, proposal: str, step: str) -> ResponseReturnValue:
    """Take a proposal a step further."""
    return _take(council, proposal, step, STEPS, "proposals.step")


@blueprint.route(f"{HERE}/<proposal>/agreement/<step>", methods=["GET", "POST"])
@writers(*rules.SECOND)
def agreement(council: str, proposal: str, step: str) -> ResponseReturnValue:
    """Agree as a second person, or send it back."""
    return _take(council, proposal, step, AGREEING, "proposals.agreement")


@blueprint.route(f"{HERE}/<proposal>/checks/<check_id>", methods=["GET", "POST"])
@writers(Role.OFFICER)
def reason(council: str, proposal: str, check_id: str) -> ResponseReturnValue:
    """Write why to go on in spite of a warning."""
    ours = queries.desk_proposal(council, proposal)
    prepared = preparation(ours, queries.check_reasons(ours))
    check = next((each for each in prepared.checks if each.id == check_id), None)
    if check is None:
        raise NotFound()
    form = CheckReasonForm(obj=prepared.reasons.get(check_id))
    if not form.is_submitted():
        return panels.reason_panel(ours, check, form).reply()
    if not is_good(form):
        return panels.reason_panel(ours, check, form).reply(422)
    rules.give_check_reason(me(), ours, check_id, form.reason.data or "")
    return _back(council, proposal)


def _take(
    council: str, proposal: str, key: str, among: Sequence[Step], endpoint: str
) -> ResponseReturnValue:
    ours = queries.desk_proposal(council, proposal)
    step = next((each for each in among if each.key == key), None)
    if step is None:
        raise NotFound()
    form = step.form()
    if not form.is_submitted():
        return panels.change_panel(ours, step, form, endpoint).reply()
    if is_good(form):
        try:
            step.take(me(), ours, form)
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.change_panel(ours, step, form, endpoint).reply(422)


def _back(council: str, proposal: str) -> ResponseReturnValue:
    return redirect(url_for("proposals.overview", council=council, proposal=proposal), 303)
