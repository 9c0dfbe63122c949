"""At the desk: the words that residents suggest, and the council's answer to each."""

from uuid import UUID

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, Refused
from consult.councils.access import Role, staff
from consult.participation import panels, queries, rules
from consult.participation.forms import AnsweringForm, ButtonForm
from consult.participation.queries import Answer, Suggestion
from consult.participation.views.blueprint import blueprint
from consult.proposals import queries as proposals
from consult.proposals.access import writers

DESK = "/desk/<council>/proposals/<proposal>/suggestions"
ONE = f"{DESK}/<uuid:comment_id>"


@blueprint.get(DESK)
@staff()
def suggestions(council: str, proposal: str) -> ResponseReturnValue:
    """Suggested words, the newest first, those without an answer unless asked for others."""
    ours = proposals.desk_proposal(council, proposal)
    just = request.args.get("answered", type=UUID)
    answered = queries.suggestion(ours, just) if just else None
    show, after = request.args.get("show", ""), request.args.get("after")
    return panels.suggestions_panel(ours, g.desk_roles, show, after, answered).reply()


@blueprint.get(ONE)
@staff()
def suggestion(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """One suggestion beside the draft, to answer."""
    found = queries.suggestion(proposals.desk_proposal(council, proposal), comment_id)
    return panels.answering_panel(found, me(), g.desk_roles).reply()


@blueprint.post(ONE)
@writers(Role.OFFICER)
def answer_suggestion(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Put the words into the draft, some of them, or say why not."""
    found = queries.suggestion(proposals.desk_proposal(council, proposal), comment_id)
    form, status = AnsweringForm(), 422
    if form.validate_on_submit() and form.agrees_with(found.comment.body):
        try:
            _answer(found, form)
            return redirect(_at(found), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
        except Refused as no:
            form.refuse("", no.message)
            status = no.status
    return panels.answering_panel(found, me(), g.desk_roles, form).reply(status)


@blueprint.post(f"{ONE}/reopen")
@staff(Role.OFFICER)
def reopen_suggestion(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Take the answer back."""
    found = queries.suggestion(proposals.desk_proposal(council, proposal), comment_id)
    ButtonForm().validate_on_submit()
    return redirect(_at(rules.reopen(me(), found)), 303)


def _answer(found: Suggestion, form: AnsweringForm) -> None:
    answer, reason = Answer(form.answer.data), form.reason.data or ""
    if answer is Answer.DECLINED:
        rules.decline(me(), found, reason)
        return
    words = found.comment.body if answer is Answer.ACCEPTED else form.words.data or ""
    rules.accept(me(), found, words, reason, seen=form.seen.data or "", mark=form.mark.data)


def _at(found: Suggestion) -> str:
    proposal = found.proposal
    return url_for(
        ".suggestions",
        council=proposal.council.slug,
        proposal=proposal.slug,
        answered=found.comment_id,
    )
