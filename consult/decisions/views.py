"""Addresses where decisions are drafted, sent and signed."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.analysis import queries as analysis
from consult.core.errors import Invalid
from consult.councils.access import Role, staff
from consult.decisions import panels, queries, rules
from consult.decisions.forms import (
    AnswerForm,
    ButtonForm,
    EndingForm,
    ReturnForm,
    SignForm,
    StatementForm,
)
from consult.decisions.queries import Verdict
from consult.decisions.rules.drafting import Ending, Statement
from consult.proposals import queries as proposals

blueprint = Blueprint("decisions", __name__)

HERE = "/desk/<council>/proposals/<proposal>/decision"


@blueprint.get(HERE)
@staff()
def draft(council: str, proposal: str) -> ResponseReturnValue:
    """The draft and the gate."""
    return panels.draft_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.get(f"{HERE}/answers/<uuid:theme_id>")
@staff(Role.OFFICER)
def answer(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """A theme to answer."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.answer_panel(analysis.theme(ours, theme_id)).reply()


@blueprint.post(f"{HERE}/answers/<uuid:theme_id>")
@staff(Role.OFFICER)
def save_answer(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """Answer a theme."""
    ours, form = proposals.desk_proposal(council, proposal), AnswerForm()
    theme = analysis.theme(ours, theme_id)
    if form.validate_on_submit():
        chosen = analysis.Disposition(form.disposition.data)
        try:
            rules.answer_theme(
                me(), theme, chosen, form.text.data or "", form.reason.data, form.by_when.data
            )
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.answer_panel(theme, form).reply(422)


@blueprint.get(f"{HERE}/statement")
@staff(Role.OFFICER)
def statement(council: str, proposal: str) -> ResponseReturnValue:
    """What was decided, to write."""
    return panels.statement_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.post(f"{HERE}/statement")
@staff(Role.OFFICER)
def save_statement(council: str, proposal: str) -> ResponseReturnValue:
    """Save what was decided."""
    ours, form = proposals.desk_proposal(council, proposal), StatementForm()
    if form.validate_on_submit():
        words = Statement(
            Verdict(form.verdict.data),
            form.headline.data or "",
            form.statement.data or "",
            form.how_considered.data or "",
            form.decided_by_role.data or "",
        )
        try:
            rules.save_statement(me(), ours, words)
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.statement_panel(ours, form).reply(422)


@blueprint.get(f"{HERE}/changes/new")
@staff(Role.OFFICER)
def new_change(council: str, proposal: str) -> ResponseReturnValue:
    """A change to add."""
    return panels.change_panel(proposals.desk_proposal(council, proposal), None).reply()


@blueprint.get(f"{HERE}/changes/<uuid:change_id>")
@staff(Role.OFFICER)
def change(council: str, proposal: str, change_id: UUID) -> ResponseReturnValue:
    """A change to edit."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.change_panel(ours, queries.change_of(ours, change_id)).reply()


@blueprint.post(f"{HERE}/changes/new")
@staff(Role.OFFICER)
def add_change(council: str, proposal: str) -> ResponseReturnValue:
    """Add a change."""
    return _save_change(council, proposal, None)


@blueprint.post(f"{HERE}/changes/<uuid:change_id>")
@staff(Role.OFFICER)
def save_change(council: str, proposal: str, change_id: UUID) -> ResponseReturnValue:
    """Edit a change."""
    return _save_change(council, proposal, change_id)


@blueprint.post(f"{HERE}/changes/<uuid:change_id>/delete")
@staff(Role.OFFICER)
def delete_change(council: str, proposal: str, change_id: UUID) -> ResponseReturnValue:
    """Take a change out."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    if not queries.is_change_gone(change_id):
        rules.delete_change(me(), ours, queries.change_of(ours, change_id).change)
    return _back(council, proposal)


@blueprint.get(f"{HERE}/ending")
@staff(Role.OFFICER)
def ending(council: str, proposal: str) -> ResponseReturnValue:
    """What was not changed, and what comes next."""
    return panels.ending_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.post(f"{HERE}/ending")
@staff(Role.OFFICER)
def save_ending(council: str, proposal: str) -> ResponseReturnValue:
    """Save what was not changed, and what comes next."""
    ours, form = proposals.desk_proposal(council, proposal), EndingForm()
    if form.validate_on_submit() and form.rows_are_whole():
        rules.save_ending(
            me(),
            ours,
            Ending(
                form.requests(),
                form.dissent.data or "",
                form.steps(),
                form.first_sharing_on.data,
                form.review_on.data,
            ),
        )
        return _back(council, proposal)
    return panels.ending_panel(ours, form).reply(422)


@blueprint.post(f"{HERE}/send")
@staff(Role.OFFICER)
def send_for_signature(council: str, proposal: str) -> ResponseReturnValue:
    """Hand the report to the decision-maker."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    rules.send_for_signature(me(), ours)
    return _back(council, proposal)


@blueprint.post(f"{HERE}/take-back")
@staff(Role.OFFICER)
def take_back(council: str, proposal: str) -> ResponseReturnValue:
    """Take a sent draft back."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    rules.take_back(me(), ours)
    return _back(council, proposal)


@blueprint.get(f"{HERE}/report")
@staff()
def report(council: str, proposal: str) -> ResponseReturnValue:
    """The whole report, to read."""
    return panels.report_panel(proposals.desk_proposal(council, proposal), me()).reply()


@blueprint.post(f"{HERE}/sign")
@staff(Role.DECISION_MAKER)
def sign(council: str, proposal: str) -> ResponseReturnValue:
    """Sign, which publishes."""
    ours, form = proposals.desk_proposal(council, proposal), SignForm()
    if not form.validate_on_submit():
        return panels.report_panel(ours, me(), form).reply(422)
    rules.sign(me(), ours, bool(form.read_all.data))
    return redirect(url_for("site.decision", council=council, proposal=proposal), 303)


@blueprint.post(f"{HERE}/return")
@staff(Role.DECISION_MAKER)
def return_draft(council: str, proposal: str) -> ResponseReturnValue:
    """Give the draft back."""
    ours, form = proposals.desk_proposal(council, proposal), ReturnForm()
    if not form.validate_on_submit():
        return panels.report_panel(ours, me(), back=form).reply(422)
    rules.return_draft(me(), ours, form.words.data or "")
    return _back(council, proposal)


def _save_change(council: str, proposal: str, change_id: UUID | None) -> ResponseReturnValue:
    ours = proposals.desk_proposal(council, proposal)
    held = queries.change_of(ours, change_id) if change_id else None
    form = panels.change_form(ours, None, formdata=request.form)
    if form.validate_on_submit():
        try:
            rules.save_change(
                me(),
                ours,
                held.change if held else None,
                title=form.title.data or "",
                before=form.before.data or "",
                after=form.after.data or "",
                themes=[analysis.theme(ours, one) for one in form.themes.data or []],
                comments=analysis.comments_named(ours, form.comments.data or []),
            )
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.change_panel(ours, held, form).reply(422)


def _back(council: str, proposal: str) -> ResponseReturnValue:
    return redirect(url_for("decisions.draft", council=council, proposal=proposal), 303)
