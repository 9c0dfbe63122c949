"""Reporting a comment, and the moderators' queue."""

from uuid import UUID

from flask import Blueprint, current_app, g, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, viewer
from consult.core import clock
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import by_address, limiter
from consult.councils import queries as councils
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators, readers
from consult.moderation.forms import DecideForm, EmptyForm
from consult.moderation.reporters import key_of_network, key_of_person
from consult.participation import queries as participation
from consult.proposals import queries as proposals

blueprint = Blueprint("moderation", __name__)

COMMENT = "/councils/<council>/proposals/<proposal>/comments/<uuid:comment_id>"
DESK = "/desk/<council>"


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


@blueprint.get(f"{DESK}/queue")
@readers
def queue(council: str) -> ResponseReturnValue:
    return panels.queue_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{DESK}/queue/newest")
@readers
def newest(council: str) -> ResponseReturnValue:
    return panels.newest_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{DESK}/queue/decided")
@readers
def decided(council: str) -> ResponseReturnValue:
    return panels.decided_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{DESK}/queue/<uuid:comment_id>")
@readers
def item(council: str, comment_id: UUID) -> ResponseReturnValue:
    return panels.item_panel(
        queries.council_comment(council, comment_id), me(), g.desk_roles
    ).reply()


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>")
@moderators
def act(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    form = DecideForm()
    if not form.validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles, form).reply(422)
    try:
        rules.act(me(), comment, form.order)
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.item_panel(comment, me(), g.desk_roles, form).reply(422)
    back = url_for("moderation.item", council=council, comment_id=comment_id)
    return panels.item_panel(comment, me(), g.desk_roles).reply(redirect_to=back)


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/original")
@moderators
def show_original(council: str, comment_id: UUID) -> ResponseReturnValue:
    """Show what a comment said; a POST, because every look is kept."""
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles).reply(422)
    original = rules.read_original(me(), comment)
    return panels.item_panel(comment, me(), g.desk_roles, original=original).reply()


def _reporter_key(comment_id: UUID) -> str:
    secret, person = current_app.config["SECRET_KEY"], viewer()
    if person is not None:
        return key_of_person(secret, comment_id, person.id)
    return key_of_network(secret, comment_id, clock.local(clock.now()).date(), by_address())
