"""Writing the questions of a round, and reading what people wrote."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, Refused
from consult.councils.access import Role, staff
from consult.proposals import queries as proposals
from consult.proposals.access import writers
from consult.proposals.views.tokens import is_good
from consult.questionnaire import panels, queries, rules
from consult.questionnaire.forms import ButtonForm, QuestionForm
from consult.questionnaire.views.blueprint import DESK, blueprint


@blueprint.get(DESK)
@staff()
def questions(council: str, proposal: str) -> ResponseReturnValue:
    """All questions in their order."""
    return panels.questions_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.get(f"{DESK}/preview")
@staff()
def preview(council: str, proposal: str) -> ResponseReturnValue:
    """The questions as residents see them."""
    return panels.preview_panel(proposals.desk_proposal(council, proposal)).reply()


@blueprint.route(f"{DESK}/new", methods=["GET", "POST"])
@writers(Role.OFFICER)
def new(council: str, proposal: str) -> ResponseReturnValue:
    """Write another question."""
    return _write(proposals.desk_proposal(council, proposal), None)


@blueprint.route(f"{DESK}/<uuid:question_id>", methods=["GET", "POST"])
@writers(Role.OFFICER)
def edit(council: str, proposal: str, question_id: UUID) -> ResponseReturnValue:
    """Word a question anew."""
    ours = proposals.desk_proposal(council, proposal)
    return _write(ours, queries.question(ours, question_id))


@blueprint.post(f"{DESK}/<uuid:question_id>/<any(up,down):way>")
@staff(Role.OFFICER)
def move(council: str, proposal: str, question_id: UUID, way: str) -> ResponseReturnValue:
    """Change the order."""
    ours = proposals.desk_proposal(council, proposal)
    question = queries.question(ours, question_id)
    ButtonForm().validate_on_submit()
    rules.move_question(me(), question, way == "up")
    return _back(ours)


@blueprint.post(f"{DESK}/<uuid:question_id>/delete")
@staff(Role.OFFICER)
def delete(council: str, proposal: str, question_id: UUID) -> ResponseReturnValue:
    """Take a question out."""
    ours = proposals.desk_proposal(council, proposal)
    question = queries.question(ours, question_id)
    ButtonForm().validate_on_submit()
    rules.delete_question(me(), question)
    return _back(ours)


@blueprint.post(f"{DESK}/<uuid:question_id>/retire")
@staff(Role.OFFICER)
def retire(council: str, proposal: str, question_id: UUID) -> ResponseReturnValue:
    """Stop asking a question."""
    ours = proposals.desk_proposal(council, proposal)
    question = queries.question(ours, question_id)
    ButtonForm().validate_on_submit()
    rules.retire_question(me(), question)
    return _back(ours)


@blueprint.get(f"{DESK}/<uuid:question_id>/answers")
@staff()
def texts(council: str, proposal: str, question_id: UUID) -> ResponseReturnValue:
    """What people wrote."""
    ours = proposals.desk_proposal(council, proposal)
    question = queries.question(ours, question_id)
    return panels.texts_panel(ours, question, request.args.get("after")).reply()


def _write(ours: panels.Proposal, question: queries.Question | None) -> ResponseReturnValue:
    form = QuestionForm(question)
    if not form.is_submitted():
        return panels.question_panel(ours, question).reply()
    if not is_good(form):
        return panels.question_panel(ours, question, form).reply(422)
    try:
        if question is None:
            rules.add_question(me(), ours, form.wording())
        else:
            rules.change_question(me(), question, form.wording())
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return panels.question_panel(ours, question, form).reply(422)
    except Refused as no:
        form.refuse("", no.message)
        return panels.question_panel(ours, question, form).reply(no.status)
    return _back(ours)


def _back(ours: panels.Proposal) -> ResponseReturnValue:
    there = url_for(".questions", council=ours.council.slug, proposal=ours.slug)
    return redirect(there, 303)
