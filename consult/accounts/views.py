"""Signing in and out, the public name, and the page of one's own account."""

from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts import browsers, panels, queries, rules, session
from consult.accounts.forms import REAL, ButtonForm, CodeForm, NameForm, SignInForm
from consult.accounts.session import (
    current_session,
    for_one_reader,
    me,
    own_path,
    signed_in,
    viewer,
)
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import by_everybody, by_field, limiter

blueprint = Blueprint("accounts", __name__, url_prefix="/account")


@blueprint.get("/sign-in")
@anyone
def sign_in() -> ResponseReturnValue:
    """Ask for an address."""
    back = own_path(request.args.get("next"))
    if viewer() is not None:
        return redirect(back or url_for("accounts.account"), 303)
    return panels.sign_in_panel(SignInForm(formdata=None, data={"next": back})).reply()


@blueprint.post("/sign-in")
@anyone
@limiter.limit("10 per 5 minutes", key_func=by_field("email"))
@limiter.limit("10 per 5 minutes")
@limiter.limit("1000 per 5 minutes", key_func=by_everybody)
def ask_to_sign_in() -> ResponseReturnValue:
    """Send a link and a code, whoever asks."""
    form = SignInForm()
    if form.validate_on_submit():
        try:
            asked = rules.ask_to_sign_in(form.email.data or "", own_path(form.next.data))
            return redirect(url_for("accounts.code", sign_in_id=asked.id), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.sign_in_panel(form).reply(422)


@blueprint.get("/sign-in/<uuid:sign_in_id>")
@anyone
def code(sign_in_id: UUID) -> ResponseReturnValue:
    """Ask for the code that was sent."""
    asked = queries.sign_in(sign_in_id)
    if (back := _already_in(asked.email, asked.next_url)) and not asked.is_open:
        return redirect(back, 303)
    return for_one_reader(panels.code_panel(asked).reply(200 if asked.is_open else 410))


@blueprint.post("/sign-in/<uuid:sign_in_id>")
@anyone
@limiter.limit("30 per 5 minutes")
def use_code(sign_in_id: UUID) -> ResponseReturnValue:
    """Sign in by code; a wrong one must be counted, so it is answered by a redirect."""
    asked, form = queries.sign_in(sign_in_id), CodeForm()
    if not form.validate_on_submit():
        return panels.code_panel(asked, form).reply(422 if asked.is_open else 410)
    person = rules.use_code(sign_in_id, form.code.data or "")
    if person is None:
        return redirect(url_for("accounts.code", sign_in_id=sign_in_id), 303)
    return _enter(person.id, asked.next_url)


@blueprint.get("/sign-in/link/<token>")
@anyone
def link(token: str) -> ResponseReturnValue:
    """Show the button that signs in; programs that follow links in mail press none."""
    asked = queries.sign_in_by_token(token)
    if asked is not None and asked.is_open:
        return for_one_reader(panels.link_panel(asked, token).reply())
    if asked is not None and (back := _already_in(asked.email, asked.next_url)):
        return redirect(back, 303)
    return panels.link_ended_panel(asked).reply(410)


@blueprint.post("/sign-in/link/<token>")
@anyone
@limiter.limit("30 per 5 minutes")
def use_link(token: str) -> ResponseReturnValue:
    """Sign in by link."""
    asked = queries.sign_in_by_token(token)
    if asked is None or not ButtonForm().validate_on_submit():
        return panels.link_ended_panel(asked).reply(410)
    person = rules.use_link(token)
    if person is not None:
        return _enter(person.id, asked.next_url)
    back = _already_in(asked.email, asked.next_url)
    return redirect(back, 303) if back else panels.link_ended_panel(asked).reply(410)


@blueprint.post("/sign-out")
@anyone
def sign_out() -> ResponseReturnValue:
    """Sign this browser out."""
    if viewer() is not None:
        rules.end_session(current_session())
    return _leave()


@blueprint.post("/sign-out-everywhere")
@signed_in
def sign_out_everywhere() -> ResponseReturnValue:
    """Sign every browser out."""
    rules.end_all_sessions(me())
    return _leave()


@blueprint.post("/sessions/<uuid:session_id>/end")
@signed_in
def end_session(session_id: UUID) -> ResponseReturnValue:
    """Sign one browser out, this or another."""
    ended = queries.session_of(me(), session_id)
    rules.end_session(ended)
    if ended.id == current_session().id:
        return _leave()
    return redirect(url_for("accounts.account", _anchor="sessions"), 303)


@blueprint.get("")
@signed_in
def account() -> ResponseReturnValue:
    """Name, sessions, work."""
    return panels.account_panel(me(), current_session()).reply()


@blueprint.get("/name")
@signed_in
def name() -> ResponseReturnValue:
    """Ask how others should see me."""
    return panels.name_panel(me(), own_path(request.args.get("next"))).reply()


@blueprint.post("/name")
@signed_in
def choose_name() -> ResponseReturnValue:
    """Be seen as chosen."""
    form = NameForm()
    back = own_path(form.next.data)
    if form.validate_on_submit():
        try:
            if form.shown.data == REAL:
                rules.choose_real_name(me(), form.name.data or "")
            else:
                rules.choose_pseudonym(me())
            return redirect(back or url_for("accounts.account"), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.name_panel(me(), back, form).reply(422)


@blueprint.post("/name/another")
@signed_in
def another_name() -> ResponseReturnValue:
    """Exchange the given name, once."""
    rules.renew_pseudonym(me())
    return redirect(url_for("accounts.name", next=own_path(request.args.get("next"))), 303)


def _already_in(email: str, next_url: str | None) -> str | None:
    """Where somebody goes who presses the button twice."""
    person = viewer()
    if person is None or person.email != email:
        return None
    return next_url or url_for("accounts.account")


def _enter(person_id: UUID, next_url: str | None) -> ResponseReturnValue:
    """Begin a session here; ask newcomers for a name."""
    person = queries.person(person_id)
    is_new = person.name_chosen_at is None and not queries.has_signed_in(person)
    secret, begun = rules.sign_in_person(person, browsers.label(request.user_agent.string))
    session.begin(secret, begun)
    if is_new:
        return redirect(url_for("accounts.name", next=next_url), 303)
    return redirect(next_url or url_for("accounts.account"), 303)


def _leave() -> Response:
    """Forget who holds this browser, and have it forget what it kept."""
    session.end()
    response = make_response(redirect(url_for("site.home"), 303))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
