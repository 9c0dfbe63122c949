"""How soon questions are answered: the owners' page for it."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import panels, queries, rules
from consult.councils.access import owners
from consult.councils.forms import AnswerDaysForm
from consult.councils.views.blueprint import blueprint

HERE = "/desk/<council>/answers"


@blueprint.get(HERE)
@owners
def answers(council: str) -> ResponseReturnValue:
    """Show what is promised."""
    return panels.answers_panel(queries.council(council)).reply()


@blueprint.post(HERE)
@owners
def change_answers(council: str) -> ResponseReturnValue:
    """Promise something else from now on."""
    home, form = queries.council(council), AnswerDaysForm()
    if form.validate_on_submit():
        try:
            rules.promise_answers_within(me(), home, form.days.data or 0)
            return redirect(url_for("councils.team", council=council), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.answers_panel(home, form).reply(422)
