"""Deciding about several comments at once."""

from uuid import UUID

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators
from consult.moderation.forms import EmptyForm, ManyForm
from consult.moderation.views.blueprint import DESK, blueprint


@blueprint.post(f"{DESK}/queue/many")
@moderators
def many(council: str) -> ResponseReturnValue:
    """Choose, look at what would happen, and do it; only the last changes anything."""
    ours, form = councils.council(council), ManyForm()
    comments = queries.council_comments(ours, form.ids)
    if form.step.data == "choose":
        status = 200 if comments else 422
        return panels.many_panel(ours, me(), comments, form).reply(status)
    if not form.validate_on_submit() or not comments:
        return panels.many_panel(ours, me(), comments, form).reply(422)
    try:
        if form.step.data != "do":
            planned = rules.plan(me(), comments, form.order)
            return panels.many_panel(ours, me(), comments, form, planned).reply()
        batch = rules.act_together(me(), comments, form.order)
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.many_panel(ours, me(), comments, form).reply(422)
    return redirect(url_for("moderation.queue", council=council, batch=batch), 303)


@blueprint.post(f"{DESK}/queue/many/<uuid:batch_id>/undo")
@moderators
def undo_many(council: str, batch_id: UUID) -> ResponseReturnValue:
    if EmptyForm().validate_on_submit():
        rules.undo_together(me(), councils.council(council), batch_id)
    return redirect(url_for("moderation.queue", council=council), 303)
