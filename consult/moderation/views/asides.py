"""Setting votes of one person's several accounts aside, and letting them count again."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.asides import AsideForm, BackForm
from consult.moderation.views.blueprint import DESK, blueprint
from consult.proposals import queries as proposals

CHOOSE = f"{DESK}/queue/people/on/<proposal>"
ASIDE = f"{DESK}/queue/people/votes/<uuid:aside_id>"


@blueprint.get(CHOOSE)
@moderators
def choose_accounts(council: str, proposal: str) -> ResponseReturnValue:
    about = proposals.public_proposal(council, proposal)
    chosen = request.args.getlist("who", type=UUID)
    named, after = request.args.get("q", ""), request.args.get("after")
    return panels.choose_panel(about, me(), chosen, named, after).reply()


@blueprint.post(CHOOSE)
@moderators
def propose_aside(council: str, proposal: str) -> ResponseReturnValue:
    about, form = proposals.public_proposal(council, proposal), AsideForm()
    if form.validate_on_submit():
        try:
            return _to(council, rules.propose_aside(me(), about, form.taken).id)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.choose_panel(about, me(), form.who.data or [], form=form).reply(422)


@blueprint.get(ASIDE)
@moderators
def votes_aside(council: str, aside_id: UUID) -> ResponseReturnValue:
    return panels.aside_panel(queries.votes_aside(council, aside_id), me()).reply()


@blueprint.post(f"{ASIDE}/agree")
@moderators
def agree_aside(council: str, aside_id: UUID) -> ResponseReturnValue:
    aside = queries.votes_aside(council, aside_id)
    if not EmptyForm().validate_on_submit():
        return panels.aside_panel(aside, me()).reply(422)
    rules.agree_aside(me(), aside)
    return _to(council, aside_id)


@blueprint.post(f"{ASIDE}/decline")
@moderators
def decline_aside(council: str, aside_id: UUID) -> ResponseReturnValue:
    aside = queries.votes_aside(council, aside_id)
    if not EmptyForm().validate_on_submit():
        return panels.aside_panel(aside, me()).reply(422)
    rules.decline_aside(me(), aside)
    return _to(council, aside_id)


@blueprint.post(f"{ASIDE}/back")
@moderators
def bring_back(council: str, aside_id: UUID) -> ResponseReturnValue:
    aside, form = queries.votes_aside(council, aside_id), BackForm()
    if form.validate_on_submit():
        try:
            rules.bring_back(me(), aside, form.because.data, form.ended_why.data or "")
            return _to(council, aside_id)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.aside_panel(aside, me(), form).reply(422)


def _to(council: str, aside_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("moderation.votes_aside", council=council, aside_id=aside_id), 303)
