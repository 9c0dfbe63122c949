"""How comments are checked: the owners' page for it."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import panels, queries, rules
from consult.councils.access import owners
from consult.councils.forms import ChecksForm
from consult.councils.views.blueprint import blueprint

HERE = "/desk/<council>/checks"


@blueprint.get(HERE)
@owners
def checks(council: str) -> ResponseReturnValue:
    """Show what was chosen."""
    return panels.checks_panel(queries.council(council)).reply()


@blueprint.post(HERE)
@owners
def change_checks(council: str) -> ResponseReturnValue:
    """Choose something else for comments written from now on."""
    home, form = queries.council(council), ChecksForm()
    if form.validate_on_submit():
        try:
            rules.set_checks(me(), home, form.chosen)
            return redirect(url_for("councils.team", council=council), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.checks_panel(home, form).reply(422)
