"""Taking part inside a frame as somebody signed in: a window of ours hands the frame a pass."""

from typing import Any
from uuid import UUID

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue

from consult.accounts.session import current_session, me, signed_in
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.languages import speaks_welsh
from consult.core.limits import limiter
from consult.core.panels import Panel
from consult.core.security import inside_frames
from consult.embed import panels, rules, tokens
from consult.embed.forms import (
    Acting,
    AnswerForm,
    FramedButtonForm,
    FramedCommentForm,
    FramedItemsForm,
    Stance,
)
from consult.embed.framing import reply
from consult.embed.looks import Look
from consult.embed.views.blueprint import HERE, blueprint
from consult.participation import rules as participation
from consult.participation.panels import Proposal
from consult.proposals import queries as proposals


@blueprint.get(f"{HERE}/yourself")
@signed_in
def yourself(council: str, proposal: str) -> ResponseReturnValue:
    """In a window of its own: ask whether the frame may act for whoever is signed in here."""
    ours, look = proposals.public_proposal(council, proposal), Look.read(request.args)
    rules.check_names_site(look.host)
    rules.check_may_act(ours, look.host)
    return _with_opener(panels.yourself_panel(ours, look, me()))


@blueprint.post(f"{HERE}/yourself")
@signed_in
def let_act(council: str, proposal: str) -> ResponseReturnValue:
    """Hand the frame a pass: this person, this proposal, this site, half an hour.

    A press that came too soon was meant for another page: it is asked for once more.
    """
    ours, look = proposals.public_proposal(council, proposal), Look.read(request.args)
    rules.check_names_site(look.host)
    rules.check_may_act(ours, look.host)
    form, person, session = AnswerForm(), me(), current_session()
    form.validate_on_submit()
    if not tokens.is_answer(form.asked.data or "", ours, look.host, person):
        return _with_opener(panels.yourself_panel(ours, look, person, is_early=True), 409)
    about = {"person": person.id.hex, "session": session.id.hex}
    token = tokens.give("person", ours, look.host, about)
    return _with_opener(panels.yourself_panel(ours, look, person, token))


@blueprint.post(f"{HERE}/as")
@anyone
@speaks_welsh
@inside_frames
@limiter.limit("60 per 5 minutes")
def as_somebody(council: str, proposal: str) -> ResponseReturnValue:
    """The view in the frame again, for the person whose pass it now holds."""
    ours, look, form = _given(council, proposal)
    person = _holder(ours, look, form.person.data or "")
    return reply(panels.fresh_panel(ours, look, person, form.person.data or ""))


@blueprint.post(f"{HERE}/as/undo")
@anyone
@speaks_welsh
@inside_frames
@limiter.limit("60 per 5 minutes")
def undo_as(council: str, proposal: str) -> ResponseReturnValue:
    """Take back, within a minute, what counted at once."""
    ours, look, form = _given(council, proposal)
    person = _holder(ours, look, form.person.data or "")
    held = tokens.read(form.token.data or "", "undo as", ours, look.host)
    rules.spend(held.number)
    rules.undo(person, ours, held.about)
    return reply(panels.fresh_panel(ours, look, person, form.person.data or ""))


def act_as(ours: Proposal, look: Look, form: Acting) -> ResponseReturnValue:
    """Count at once what somebody sends whose pass the form carries."""
    person, token = _holder(ours, look, form.person.data or ""), form.person.data or ""
    try:
        if not form.validate_on_submit():
            return reply(panels.form_panel(ours, look, form, person), 422)
        about = {"person": person.id.hex, **_count(person, ours, form)}
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return reply(panels.form_panel(ours, look, form, person), 422)
    rules.note_used(ours, look.host, look.view.value)
    undo = tokens.give("undo as", ours, look.host, about, tokens.UNDO)
    held = rules.held_for(ours, about)
    return reply(panels.done_panel(ours, look, person, token, undo, held))


def _count(person: panels.Person, ours: Proposal, form: Acting) -> dict[str, Any]:
    """Let it count; what is needed to take it back."""
    if isinstance(form, FramedItemsForm):
        before = rules.answers_of(person, ours, form.answers)
        participation.give_views(person, ours, form.answers)
        return {"items": before, "now": rules.answers_of(person, ours, form.answers)}
    if isinstance(form, FramedCommentForm):
        stance, body = Stance(form.stance.data), form.body.data or ""
        said = participation.post_comment(person, ours, stance, body, private=form.private.chosen)
        return {"comment": said.id.hex}
    was = rules.view_of(person, ours)
    participation.cast_vote(person, ours, Stance(form.stance.data), form.reason.data)
    return {"was": was, "now": rules.view_of(person, ours)}


def _given(council: str, proposal: str) -> tuple[Proposal, Look, FramedButtonForm]:
    ours, look = proposals.public_proposal(council, proposal), Look.read(request.args)
    form = FramedButtonForm()
    form.validate_on_submit()
    rules.check_may_act(ours, look.host)
    return ours, look, form


def _holder(ours: Proposal, look: Look, token: str) -> panels.Person:
    held = tokens.read(token, "person", ours, look.host)
    return rules.holder_of(UUID(held.about["person"]), UUID(held.about["session"]))


def _with_opener(panel: Panel, status: int = 200) -> Response:
    """A page that may speak to the frame that opened it, which is of our own origin."""
    response = make_response(panel.reply(status))
    response.headers["Cache-Control"] = "no-store"
    response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return response
