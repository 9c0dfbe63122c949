"""The optional questions about equality, asked of those who took part."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in
from consult.core.errors import Invalid
from consult.participation import panels, rules
from consult.participation.forms.equality import equality_form
from consult.participation.views.blueprint import HERE, blueprint
from consult.proposals import queries as proposals


@blueprint.get(f"{HERE}/about-you")
@signed_in
def equality(council: str, proposal: str) -> ResponseReturnValue:
    """The questions, which nobody has to answer."""
    ours = proposals.public_proposal(council, proposal)
    rules.check_asks(ours)
    return panels.equality_panel(ours, me()).reply()


@blueprint.post(f"{HERE}/about-you")
@signed_in
def answer_equality(council: str, proposal: str) -> ResponseReturnValue:
    """Count the answers, once."""
    ours = proposals.public_proposal(council, proposal)
    rules.check_asks(ours)
    form = equality_form(ours.council.wards)
    if form.validate_on_submit():
        try:
            rules.answer_equality(me(), ours, form.answers)
            return redirect(url_for(".equality", council=council, proposal=proposal), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.equality_panel(ours, me(), form).reply(422)
