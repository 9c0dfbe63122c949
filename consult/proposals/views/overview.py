"""A council's proposals, beginning one, its task list and its preview."""

from flask import g, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.councils.access import Role, staff
from consult.proposals import panels, queries, rules
from consult.proposals.access import writers
from consult.proposals.forms import StartForm
from consult.proposals.views.blueprint import HERE, blueprint
from consult.proposals.views.tokens import is_good


@blueprint.get(HERE)
@staff()
def index(council: str) -> ResponseReturnValue:
    """Everything the council has."""
    return panels.index_panel(councils.council(council), me()).reply()


@blueprint.route(f"{HERE}/start", methods=["GET", "POST"])
@writers(Role.OFFICER)
def start(council: str) -> ResponseReturnValue:
    """Begin a draft."""
    home, form = councils.council(council), StartForm()
    if not form.is_submitted():
        return panels.start_panel(home, form).reply()
    if is_good(form):
        try:
            begun = rules.start_draft(me(), home, form.title.data or "")
            return redirect(
                url_for("proposals.overview", council=council, proposal=begun.slug), 303
            )
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.start_panel(home, form).reply(422)


@blueprint.get(f"{HERE}/<proposal>")
@staff()
def overview(council: str, proposal: str) -> ResponseReturnValue:
    """Its sections, its checklist, its agreement."""
    ours = queries.desk_proposal(council, proposal)
    return panels.overview_panel(ours, me(), g.desk_roles).reply()


@blueprint.get(f"{HERE}/<proposal>/preview")
@staff()
def preview(council: str, proposal: str) -> ResponseReturnValue:
    """The draft as a resident would see it."""
    return panels.preview_panel(queries.desk_proposal(council, proposal)).reply()
