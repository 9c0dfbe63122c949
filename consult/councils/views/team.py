"""Who works for a council: the team, invitations sent, roles taken away."""

from uuid import UUID

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.core.limits import by_field, limiter
from consult.councils import panels, queries, rules
from consult.councils.access import owners, staff
from consult.councils.forms import InvitationForm
from consult.councils.views.blueprint import blueprint


@blueprint.get("/desk/<council>/team")
@staff()
def team(council: str) -> ResponseReturnValue:
    """Everybody who works here."""
    return panels.team_panel(queries.council(council), me()).reply()


@blueprint.get("/desk/<council>/team/invite")
@owners
def invite(council: str) -> ResponseReturnValue:
    """Ask whom to invite."""
    return panels.invite_panel(queries.council(council), InvitationForm()).reply()


@blueprint.post("/desk/<council>/team/invite")
@owners
@limiter.limit("5 per hour", key_func=by_field("email"))
@limiter.limit("50 per hour")
def send_invitation(council: str) -> ResponseReturnValue:
    """Invite somebody."""
    home, form = queries.council(council), InvitationForm()
    if form.validate_on_submit():
        try:
            rules.invite(me(), home, form.email.data or "", form.role.data)
            return _to_team(council)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.invite_panel(home, form).reply(422)


@blueprint.post("/desk/<council>/team/invitations/<uuid:invitation_id>/resend")
@owners
@limiter.limit("20 per hour")
def resend_invitation(council: str, invitation_id: UUID) -> ResponseReturnValue:
    """Send a fresh link."""
    rules.resend(me(), queries.invitation(queries.council(council), invitation_id))
    return _to_team(council)


@blueprint.post("/desk/<council>/team/invitations/<uuid:invitation_id>/withdraw")
@owners
def withdraw_invitation(council: str, invitation_id: UUID) -> ResponseReturnValue:
    """Take an invitation back."""
    rules.withdraw(me(), queries.invitation(queries.council(council), invitation_id))
    return _to_team(council)


@blueprint.get("/desk/<council>/team/roles/<uuid:staff_id>/take-away")
@owners
def take_away(council: str, staff_id: UUID) -> ResponseReturnValue:
    """Ask whether to take a role away."""
    home = queries.council(council)
    return panels.take_panel(home, queries.staff_row(home, staff_id)).reply()


@blueprint.post("/desk/<council>/team/roles/<uuid:staff_id>/take-away")
@owners
def take_role(council: str, staff_id: UUID) -> ResponseReturnValue:
    """Take a role away; sent twice, the second finds nothing left to do."""
    home = queries.council(council)
    if queries.is_role_gone(staff_id):
        return _to_team(council)
    held = queries.staff_row(home, staff_id)
    is_own = held.person_id == me().id
    rules.take_role(me(), held)
    if is_own and not queries.roles_of(me(), home):
        return redirect(url_for("accounts.account"), 303)
    return _to_team(council)


def _to_team(council: str) -> ResponseReturnValue:
    return redirect(url_for("councils.team", council=council), 303)
