"""At the desk: questions that wait, and answering them."""

from uuid import UUID

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.access import staff
from consult.participation import panels, queries, rules
from consult.participation.forms import AnswerForm
from consult.participation.views.blueprint import blueprint

DESK = "/desk/<council>/questions"


@blueprint.get(DESK)
@staff()
def open_questions(council: str) -> ResponseReturnValue:
    """Questions without an answer, the longest waiting first."""
    show, after = request.args.get("show", ""), request.args.get("after")
    home = councils.council(council)
    return panels.open_questions_panel(home, g.desk_roles, show, after).reply()


@blueprint.get(f"{DESK}/<uuid:comment_id>")
@staff(*rules.SPEAKERS)
def question(council: str, comment_id: UUID) -> ResponseReturnValue:
    """One question, to answer."""
    asked = queries.question(councils.council(council), comment_id)
    return panels.answer_panel(asked).reply()


@blueprint.post(f"{DESK}/<uuid:comment_id>")
@staff(*rules.SPEAKERS)
def answer_question(council: str, comment_id: UUID) -> ResponseReturnValue:
    """Publish the council's answer."""
    asked, form = queries.question(councils.council(council), comment_id), AnswerForm()
    status = 422
    if form.validate_on_submit():
        try:
            rules.answer_question(me(), asked, form.body.data or "")
            return redirect(url_for(".open_questions", council=council), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
        except Refused as no:
            form.refuse("", no.message)
            status = no.status
    return panels.answer_panel(asked, form).reply(status)
