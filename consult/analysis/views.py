"""The workbench's addresses."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.analysis import panels, queries, rules
from consult.analysis.forms import ButtonForm, MoveForm, OutcomeForm, PlaceForm, ThemeForm
from consult.analysis.queries import Disposition, Stance
from consult.core.errors import Invalid, NotFound
from consult.councils.access import Role, staff
from consult.participation import queries as participation
from consult.proposals import queries as proposals

blueprint = Blueprint("analysis", __name__)

HERE = "/desk/<council>/proposals/<proposal>/themes"
WORKERS = (Role.OFFICER, Role.MODERATOR)


@blueprint.get(HERE)
@staff()
def themes(council: str, proposal: str) -> ResponseReturnValue:
    """Themes and comments."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.themes_panel(ours, **_chosen()).reply()


@blueprint.get(f"{HERE}/new")
@staff(*WORKERS)
def new_theme(council: str, proposal: str) -> ResponseReturnValue:
    """A theme to make."""
    return panels.theme_panel(proposals.desk_proposal(council, proposal), None).reply()


@blueprint.post(f"{HERE}/new")
@staff(*WORKERS)
def create_theme(council: str, proposal: str) -> ResponseReturnValue:
    """Make a theme."""
    ours, form = proposals.desk_proposal(council, proposal), ThemeForm()
    if form.validate_on_submit():
        try:
            rules.create_theme(me(), ours, form.label.data or "", form.summary.data or "")
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.theme_panel(ours, None, form).reply(422)


@blueprint.get(f"{HERE}/<uuid:theme_id>/edit")
@staff(*WORKERS)
def edit_theme(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """A theme to change."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.theme_panel(ours, queries.theme(ours, theme_id)).reply()


@blueprint.post(f"{HERE}/<uuid:theme_id>/edit")
@staff(*WORKERS)
def save_theme(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """Change a theme."""
    ours, form = proposals.desk_proposal(council, proposal), ThemeForm()
    theme = queries.theme(ours, theme_id)
    if form.validate_on_submit():
        try:
            rules.edit_theme(me(), theme, form.label.data or "", form.summary.data or "")
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.theme_panel(ours, theme, form).reply(422)


@blueprint.post(f"{HERE}/<uuid:theme_id>/<any(up, down):way>")
@staff(*WORKERS)
def move_theme(council: str, proposal: str, theme_id: UUID, way: str) -> ResponseReturnValue:
    """Move a theme by one place."""
    ours = proposals.desk_proposal(council, proposal)
    form = MoveForm()
    form.validate_on_submit()
    rules.move_theme(me(), queries.theme(ours, theme_id), up=way == "up", seen=form.seen.data)
    return _back(council, proposal)


@blueprint.get(f"{HERE}/<uuid:theme_id>/delete")
@staff(*WORKERS)
def confirm_delete(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """Ask before a theme goes."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.delete_panel(ours, queries.theme(ours, theme_id)).reply()


@blueprint.post(f"{HERE}/<uuid:theme_id>/delete")
@staff(*WORKERS)
def delete_theme(council: str, proposal: str, theme_id: UUID) -> ResponseReturnValue:
    """Take a theme away."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    if not queries.is_theme_gone(theme_id):
        rules.delete_theme(me(), queries.theme(ours, theme_id))
    return _back(council, proposal)


@blueprint.post(f"{HERE}/put")
@staff(*WORKERS)
def put_under(council: str, proposal: str) -> ResponseReturnValue:
    """Put the ticked comments under a theme."""
    ours = proposals.desk_proposal(council, proposal)
    sent = [_uuid(text) for text in request.form.getlist("comments")]
    form = PlaceForm(queries.themes(ours), sent)
    if not form.validate_on_submit():
        return panels.themes_panel(ours, form=form, **_chosen()).reply(422)
    theme = queries.theme(ours, _uuid(form.theme.data or ""))
    rules.put_under(me(), theme, queries.comments_named(ours, sent))
    kept = {key: request.args[key] for key in ("show", "theme", "stance") if key in request.args}
    return _back(council, proposal, **kept)


@blueprint.post(f"{HERE}/<uuid:theme_id>/comments/<uuid:comment_id>/take-out")
@staff(*WORKERS)
def take_out(council: str, proposal: str, theme_id: UUID, comment_id: UUID) -> ResponseReturnValue:
    """Take a comment out of a theme."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    comment = participation.comment(ours, comment_id)
    rules.take_out(me(), queries.theme(ours, theme_id), comment)
    return _back(council, proposal, theme=theme_id)


@blueprint.post(f"{HERE}/<uuid:theme_id>/comments/<uuid:comment_id>/quote")
@staff(*WORKERS)
def quote(council: str, proposal: str, theme_id: UUID, comment_id: UUID) -> ResponseReturnValue:
    """Let a comment speak for a theme."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    comment = participation.comment(ours, comment_id)
    rules.quote(me(), queries.theme(ours, theme_id), comment)
    return _back(council, proposal, theme=theme_id)


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>/outcome")
@staff(*WORKERS)
def outcome(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """A comment's own outcome."""
    ours = proposals.desk_proposal(council, proposal)
    return panels.outcome_form_panel(participation.comment(ours, comment_id)).reply()


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/outcome")
@staff(*WORKERS)
def give_outcome(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Give a comment its own outcome."""
    ours, form = proposals.desk_proposal(council, proposal), OutcomeForm()
    comment = participation.comment(ours, comment_id)
    if form.validate_on_submit():
        try:
            chosen = Disposition(form.disposition.data)
            rules.give_outcome(me(), comment, chosen, form.reason.data, form.by_when.data)
            return _back(council, proposal)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.outcome_form_panel(comment, form).reply(422)


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/outcome/take")
@staff(*WORKERS)
def take_outcome(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Take an outcome back."""
    ours = proposals.desk_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    rules.take_outcome(me(), participation.comment(ours, comment_id))
    return _back(council, proposal, show="own")


def _back(council: str, proposal: str, **args: Any) -> ResponseReturnValue:
    return redirect(url_for("analysis.themes", council=council, proposal=proposal, **args), 303)


def _chosen() -> dict[str, Any]:
    """Which comments the address asks for."""
    theme = request.args.get("theme")
    return {
        "which": request.args.get("show", "open"),
        "theme": _uuid(theme) if theme else None,
        "stance": _stance(request.args.get("stance")),
        "after": request.args.get("after"),
    }


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound() from error


def _stance(text: str | None) -> Stance | None:
    return Stance(text) if text in {stance.value for stance in Stance} else None
