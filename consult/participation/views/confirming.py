"""Confirming an address: the link shows a button, the button counts."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts import browsers, session
from consult.accounts import rules as accounts
from consult.accounts.session import for_one_reader, viewer
from consult.core.access import anyone
from consult.core.limits import limiter
from consult.participation import panels, queries, rules
from consult.participation.forms import ButtonForm, CodeForm
from consult.participation.views.blueprint import blueprint


@blueprint.get("/confirm/<uuid:pending_id>")
@anyone
def code(pending_id: UUID) -> ResponseReturnValue:
    """Ask for the code that was sent."""
    return for_one_reader(panels.code_panel(queries.pending(pending_id)).reply())


@blueprint.post("/confirm/<uuid:pending_id>")
@anyone
@limiter.limit("30 per 5 minutes")
def confirm_code(pending_id: UUID) -> ResponseReturnValue:
    """Count by code; a wrong one must be counted too, so it is answered by a redirect."""
    held, form = queries.pending(pending_id), CodeForm()
    if again := _confirmed_before(held):
        return again
    if not form.validate_on_submit():
        return for_one_reader(panels.code_panel(held, form).reply(422))
    done = rules.confirm_code(pending_id, form.code.data or "")
    if done is None:
        return redirect(url_for(".code", pending_id=pending_id), 303)
    return _enter(done)


@blueprint.get("/confirm/link/<token>")
@anyone
def link(token: str) -> ResponseReturnValue:
    """Show what would be counted, and the button that counts it."""
    return for_one_reader(panels.link_panel(queries.pending_by_token(token), token).reply())


@blueprint.post("/confirm/link/<token>")
@anyone
@limiter.limit("30 per 5 minutes")
def confirm(token: str) -> ResponseReturnValue:
    """Count by link."""
    held = queries.pending_by_token(token)
    if again := _confirmed_before(held):
        return again
    ButtonForm().validate_on_submit()
    return _enter(rules.confirm(token))


def _confirmed_before(held: queries.Pending) -> ResponseReturnValue | None:
    """Whoever presses twice gets the same answer twice."""
    person = viewer()
    if held.confirmed_at is None or person is None or person.email != held.email:
        return None
    return redirect(_back(held), 303)


def _enter(done: rules.Confirmed) -> ResponseReturnValue:
    """Sign the person in, and show them what counts now."""
    secret, begun = accounts.sign_in_person(done.person, browsers.label(request.user_agent.string))
    session.begin(secret, begun)
    if done.comment is not None:
        return redirect(panels.address_of(done.comment), 303)
    return redirect(_back(done.pending), 303)


def _back(held: queries.Pending) -> str:
    if said := queries.confirmed_comment(held):
        return panels.address_of(said)
    council, proposal = held.proposal.council.slug, held.proposal.slug
    room = panels.room_of(held)
    anchor = "your-view" if room == "site.proposal" else None
    return url_for(room, council=council, proposal=proposal, _anchor=anchor)
