"""Reporting a comment."""

from uuid import UUID

from flask import current_app, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import viewer
from consult.core import clock
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import by_address, limiter
from consult.moderation import panels, rules
from consult.moderation.reporters import key_of_network, key_of_person
from consult.moderation.views.blueprint import COMMENT, blueprint
from consult.participation import queries as participation
from consult.proposals import queries as proposals


@blueprint.get(f"{COMMENT}/report")
@anyone
def report(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return panels.report_panel(ours, viewer()).reply()


@blueprint.post(f"{COMMENT}/report")
@anyone
@limiter.limit("20/hour")
def send_report(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    form = panels.report_form(ours, viewer())
    if not form.validate_on_submit():
        return panels.report_panel(ours, viewer(), form).reply(422)
    try:
        rules.report(viewer(), ours, form.reason.data, form.words.data, _reporter_key(ours.id))
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.report_panel(ours, viewer(), form).reply(422)
    after = url_for("moderation.thanks", council=council, proposal=proposal, comment_id=comment_id)
    return panels.thanks_panel(ours).reply(redirect_to=after)


@blueprint.get(f"{COMMENT}/report/thanks")
@anyone
def thanks(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return panels.thanks_panel(ours).reply()


def _reporter_key(comment_id: UUID) -> str:
    secret, person = current_app.config["SECRET_KEY"], viewer()
    if person is not None:
        return key_of_person(secret, comment_id, person.id)
    return key_of_network(secret, comment_id, clock.local(clock.now()).date(), by_address())
