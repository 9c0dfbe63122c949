"""Legal paths at the desk: notices, the register of complaints, the position on safety."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, NotFound
from consult.councils import queries as councils
from consult.councils.access import owners
from consult.moderation import queries, rules
from consult.moderation.access import lawyers
from consult.moderation.forms import NoteForm, PositionForm, RiskForm, StepForm
from consult.moderation.panels import legal as panels
from consult.moderation.safety import KINDS
from consult.moderation.views.blueprint import DESK, blueprint

HERE = f"{DESK}/legal"


@blueprint.get(HERE)
@lawyers
def notices(council: str) -> ResponseReturnValue:
    return panels.notices_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{HERE}/<uuid:notice_id>")
@lawyers
def steps(council: str, notice_id: UUID) -> ResponseReturnValue:
    found = queries.legal_notice(councils.council(council), notice_id)
    return panels.step_panel(found, me()).reply()


@blueprint.post(f"{HERE}/<uuid:notice_id>")
@lawyers
def take_step(council: str, notice_id: UUID) -> ResponseReturnValue:
    found, form = queries.legal_notice(councils.council(council), notice_id), StepForm()
    if not form.validate_on_submit():
        return panels.step_panel(found, me(), form).reply(422)
    rules.take_step(me(), found, form.event.data)
    return redirect(url_for("moderation.steps", council=council, notice_id=notice_id), 303)


@blueprint.get(f"{HERE}/complaints")
@owners
def complaints(council: str) -> ResponseReturnValue:
    return panels.complaints_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{HERE}/complaints/<uuid:complaint_id>")
@owners
def complaint(council: str, complaint_id: UUID) -> ResponseReturnValue:
    found = queries.data_complaint(councils.council(council), complaint_id)
    return panels.complaint_panel(found).reply()


@blueprint.post(f"{HERE}/complaints/<uuid:complaint_id>")
@owners
def answer_complaint(council: str, complaint_id: UUID) -> ResponseReturnValue:
    found, form = queries.data_complaint(councils.council(council), complaint_id), NoteForm()
    if not form.validate_on_submit():
        return panels.complaint_panel(found, form).reply(422)
    rules.tell(me(), found, form.words.data or "", bool(form.is_outcome.data))
    back = url_for("moderation.complaint", council=council, complaint_id=complaint_id)
    return redirect(back, 303)


@blueprint.get(f"{HERE}/safety")
@owners
def position(council: str) -> ResponseReturnValue:
    return panels.position_panel(councils.council(council)).reply()


@blueprint.post(f"{HERE}/safety")
@owners
def take_position(council: str) -> ResponseReturnValue:
    ours, form = councils.council(council), PositionForm()
    if form.validate_on_submit():
        try:
            rules.take_position(me(), ours, form.position.data, form.reasons.data or "")
            return redirect(url_for("moderation.position", council=council), 303)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.position_panel(ours, form).reply(422)


@blueprint.get(f"{HERE}/safety/<kind>")
@owners
def risk(council: str, kind: str) -> ResponseReturnValue:
    return panels.risk_panel(councils.council(council), _known(kind)).reply()


@blueprint.post(f"{HERE}/safety/<kind>")
@owners
def assess(council: str, kind: str) -> ResponseReturnValue:
    ours, form = councils.council(council), RiskForm()
    if not form.validate_on_submit():
        return panels.risk_panel(ours, _known(kind), form).reply(422)
    said = form.measures.data or ""
    rules.assess(me(), ours, _known(kind), form.likelihood.data, form.impact.data, said)
    return redirect(url_for("moderation.position", council=council, _anchor="risks"), 303)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise NotFound()
    return kind
