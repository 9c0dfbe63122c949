"""The board of patterns."""

from uuid import UUID

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.councils import queries as councils
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators, readers
from consult.moderation.forms.signals import LookForm
from consult.moderation.views.blueprint import DESK, blueprint


@blueprint.get(f"{DESK}/queue/signals")
@readers
def signals(council: str) -> ResponseReturnValue:
    ours = councils.council(council)
    return panels.signals_panel(ours, g.desk_roles, request.args.get("after")).reply()


@blueprint.post(f"{DESK}/queue/signals/<uuid:signal_id>")
@moderators
def look(council: str, signal_id: UUID) -> ResponseReturnValue:
    ours, form = councils.council(council), LookForm()
    signal = queries.signal_in(ours, signal_id)
    if not form.validate_on_submit():
        panel = panels.signals_panel(ours, g.desk_roles, form=form, wrong=signal_id)
        return panel.reply(422)
    rules.look(me(), signal, form.found.data, form.note.data)
    there = url_for("moderation.signals", council=council, _anchor=f"signal-{signal_id}")
    return redirect(there, 303)
