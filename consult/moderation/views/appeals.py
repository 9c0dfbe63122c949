"""An author's own page about a decision, and their appeal against it."""

from uuid import UUID

from flask import g, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me, signed_in
from consult.core.errors import Invalid
from consult.core.limits import limiter
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators
from consult.moderation.forms import AppealForm, EmptyForm, RulingForm
from consult.moderation.views.blueprint import COMMENT, DESK, blueprint
from consult.participation import queries as participation
from consult.proposals import queries as proposals


@blueprint.get(f"{COMMENT}/notice")
@signed_in
def notice(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return for_one_reader(panels.statement_panel(ours, me()).reply())


@blueprint.post(f"{COMMENT}/appeal")
@signed_in
@limiter.limit("20/hour")
def appeal(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    form = AppealForm()
    if not form.validate_on_submit():
        return panels.statement_panel(ours, me(), form).reply(422)
    rules.make_appeal(me(), ours, form.words.data)
    back = url_for("moderation.notice", council=council, proposal=proposal, comment_id=comment_id)
    return panels.statement_panel(ours, me()).reply(redirect_to=back)


@blueprint.post(f"{COMMENT}/appeal/withdraw")
@signed_in
def withdraw_appeal(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.statement_panel(ours, me()).reply(422)
    rules.withdraw_appeal(me(), ours)
    back = url_for("moderation.notice", council=council, proposal=proposal, comment_id=comment_id)
    return panels.statement_panel(ours, me()).reply(redirect_to=back)


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/appeal")
@moderators
def decide_appeal(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    form = RulingForm()
    if not form.validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles, ruling_form=form).reply(422)
    try:
        rules.decide_appeal(me(), comment, form.ruling)
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.item_panel(comment, me(), g.desk_roles, ruling_form=form).reply(422)
    back = url_for("moderation.item", council=council, comment_id=comment_id)
    return panels.item_panel(comment, me(), g.desk_roles).reply(redirect_to=back)
