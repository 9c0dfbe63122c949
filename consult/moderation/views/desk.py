"""A moderator's own lists and daily mail."""

from uuid import UUID

from flask import g, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, NotFound
from consult.councils import queries as councils
from consult.moderation import panels, rules
from consult.moderation.access import moderators
from consult.moderation.forms import EmptyForm, ViewForm
from consult.moderation.views.blueprint import DESK, blueprint


@blueprint.post(f"{DESK}/queue/views")
@moderators
def name_view(council: str) -> ResponseReturnValue:
    ours, form = councils.council(council), ViewForm()
    is_named = form.validate_on_submit()
    try:
        if is_named:
            rules.name_view(me(), ours, form.name.data or "", form.sought)
            return redirect(panels.place_of(council, form.sought), 303)
    except Invalid as error:
        form.refuse(error.field, error.message)
    return panels.queue_panel(ours, None, form.sought, g.desk_roles, naming=form).reply(422)


@blueprint.post(f"{DESK}/queue/views/<uuid:view_id>/delete")
@moderators
def forget_view(council: str, view_id: UUID) -> ResponseReturnValue:
    if EmptyForm().validate_on_submit():
        rules.forget_view(me(), councils.council(council), view_id)
    return redirect(url_for("moderation.queue", council=council), 303)


@blueprint.post(f"{DESK}/queue/digest/<wish>")
@moderators
def want_digest(council: str, wish: str) -> ResponseReturnValue:
    if wish not in ("on", "off"):
        raise NotFound()
    if EmptyForm().validate_on_submit():
        rules.want_digest(me(), councils.council(council), is_wanted=wish == "on")
    return redirect(url_for("moderation.queue", council=council), 303)
