"""Answering a questionnaire, a page at a time."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in, viewer
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limits_mail
from consult.proposals import queries as proposals
from consult.questionnaire import panels, queries, rules
from consult.questionnaire.carrying import opened
from consult.questionnaire.forms import AgainForm, AnswerForm, SendForm, answer_form
from consult.questionnaire.kinds import Wrong
from consult.questionnaire.views.blueprint import HERE, blueprint


@blueprint.get(HERE)
@anyone
def start(council: str, proposal: str) -> ResponseReturnValue:
    """What is asked, before it is."""
    ours = proposals.public_proposal(council, proposal)
    return panels.start_panel(ours, viewer()).reply()


@blueprint.get(f"{HERE}/<int(max=99):number>")
@anyone
def page(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """One question; a visitor who has nothing with them begins with the first."""
    ours, person = proposals.public_proposal(council, proposal), viewer()
    rules.check_open(ours)
    at = panels.step(ours, number)
    if person is None and number > 1:
        return redirect(_to("start", ours), 303)
    answers = queries.begun(person, ours) if person else {}
    return panels.page_panel(ours, at, answers, person, then=request.args.get("then")).reply()


@blueprint.post(f"{HERE}/<int(max=99):number>")
@anyone
def answer(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Take one answer and go on."""
    ours, person = proposals.public_proposal(council, proposal), viewer()
    at = panels.step(ours, number)
    form = answer_form(at.question)
    answers = opened(ours, form.kept.data)
    try:
        if form.validate_on_submit() and form.is_about(at.question):
            answers = rules.keep_answer(person, at.question, form.value, answers)
            return _onward(ours, number, at.of, form, answers)
    except (Invalid, Wrong) as wrong:
        form.refuse_answer(wrong.message)
    return panels.page_panel(ours, at, answers, person, form).reply(422)


@blueprint.post(f"{HERE}/<int(max=99):number>/again")
@anyone
def again(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """Go back to a question with the answers that the page carries."""
    ours, form = proposals.public_proposal(council, proposal), AgainForm()
    form.validate_on_submit()
    at, answers = panels.step(ours, number), opened(ours, form.kept.data)
    return panels.page_panel(ours, at, answers, viewer(), then=form.then.data).reply()


@blueprint.get(f"{HERE}/check")
@anyone
def check(council: str, proposal: str) -> ResponseReturnValue:
    """Look at all answers before they are sent."""
    ours, person = proposals.public_proposal(council, proposal), viewer()
    rules.check_open(ours)
    if person is None:
        return redirect(_to("start", ours), 303)
    return panels.check_panel(ours, queries.begun(person, ours), person).reply()


@blueprint.post(f"{HERE}/check")
@anyone
@limits_mail
def send(council: str, proposal: str) -> ResponseReturnValue:
    """Count all answers, or keep a visitor's until they confirm."""
    ours, person = proposals.public_proposal(council, proposal), viewer()
    form = SendForm()
    answers = queries.begun(person, ours) if person else opened(ours, form.kept.data)
    try:
        if form.validate_on_submit():
            if person is not None:
                rules.send_draft(person, ours)
                return redirect(_to("receipt", ours), 303)
            held = rules.hold_response(form.email.data or "", ours, answers)
            return redirect(url_for("participation.code", pending_id=held.id), 303)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    return panels.check_panel(ours, answers, person, form).reply(422)


@blueprint.get(f"{HERE}/receipt")
@signed_in
def receipt(council: str, proposal: str) -> ResponseReturnValue:
    """What I answered, to keep."""
    ours = proposals.public_proposal(council, proposal)
    return panels.receipt_panel(ours, me()).reply()


def _onward(
    ours: panels.Proposal, number: int, of: int, form: AnswerForm, answers: queries.Answers
) -> ResponseReturnValue:
    """The next question, or the check; a visitor gets it with their answers at once."""
    person, is_last = viewer(), number == of or form.then.data == "check"
    if person is not None:
        return redirect(_to("check", ours) if is_last else _to("page", ours, number + 1), 303)
    if is_last:
        return panels.check_panel(ours, answers, None).reply()
    return panels.page_panel(ours, panels.step(ours, number + 1), answers, None).reply()


def _to(view: str, ours: panels.Proposal, number: int | None = None) -> str:
    return url_for(f".{view}", council=ours.council.slug, proposal=ours.slug, number=number)
