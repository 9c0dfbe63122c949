"""Taking up an invitation: the link shows who asks, the button accepts and signs in."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts import browsers, session
from consult.accounts import rules as accounts
from consult.accounts.session import for_one_reader, viewer
from consult.core.access import anyone
from consult.core.limits import limiter
from consult.councils import panels, queries, rules
from consult.councils.views.blueprint import blueprint


@blueprint.get("/invitations/<token>")
@anyone
def invitation(token: str) -> ResponseReturnValue:
    """Show who invites to what."""
    offered = queries.invitation_by_token(token)
    if (person := viewer()) and queries.has_taken_up(person, offered):
        return redirect(url_for("desk.home", council=offered.council.slug), 303)
    panel = panels.invitation_panel(offered, token, person)
    return for_one_reader(panel.reply(200 if offered.is_open else 410))


@blueprint.post("/invitations/<token>")
@anyone
@limiter.limit("30 per 5 minutes")
def accept_invitation(token: str) -> ResponseReturnValue:
    """Take it up; whoever holds the link proves the address by it."""
    offered = queries.invitation_by_token(token, to_change=True)
    desk = url_for("desk.home", council=offered.council.slug)
    if (held := viewer()) and queries.has_taken_up(held, offered):
        return redirect(desk, 303)
    person = rules.accept(offered, held)
    if held is None:
        label = browsers.label(request.user_agent.string)
        session.begin(*accounts.sign_in_person(person, label))
    return redirect(desk, 303)
