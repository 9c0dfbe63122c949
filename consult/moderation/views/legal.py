"""Legal paths for everybody: giving notice, answering one, complaining, reading the position."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limiter, limits_mail
from consult.councils import queries as councils
from consult.moderation import queries, rules
from consult.moderation.forms import ComplaintForm, FindForm, NoticeForm, ReplyForm
from consult.moderation.panels import legal as panels
from consult.moderation.views.blueprint import COMMENT, blueprint
from consult.participation import queries as participation
from consult.proposals import queries as proposals

COUNCIL = "/councils/<council>"


@blueprint.get(f"{COUNCIL}/legal")
@anyone
def legal(council: str) -> ResponseReturnValue:
    return panels.legal_panel(councils.council(council)).reply()


@blueprint.post(f"{COUNCIL}/legal")
@anyone
def find_comment(council: str) -> ResponseReturnValue:
    """Go on with the comment whose address was pasted."""
    ours, form = councils.council(council), FindForm()
    if form.validate_on_submit():
        there = panels.address_of_claim(ours, form)
        if there is not None:
            return redirect(there, 303)
    return panels.legal_panel(ours, form).reply(422)


@blueprint.get(f"{COUNCIL}/safety")
@anyone
def safety(council: str) -> ResponseReturnValue:
    return panels.safety_panel(councils.council(council)).reply()


@blueprint.get(f"{COMMENT}/claim")
@anyone
def serious_claim(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return panels.give_notice_panel(ours).reply()


@blueprint.post(f"{COMMENT}/claim")
@anyone
@limiter.limit("10/hour")
@limits_mail
def give_notice(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    form = NoticeForm()
    if form.validate_on_submit():
        try:
            rules.give_notice(ours, form.particulars)
            return redirect(url_for("moderation.noticed", **request.view_args or {}), 303)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.give_notice_panel(ours, form).reply(422)


@blueprint.get(f"{COMMENT}/claim/thanks")
@anyone
def noticed(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return panels.noticed_panel(ours).reply()


@blueprint.get(f"{COMMENT}/claim/<uuid:notice_id>")
@signed_in
def reply(council: str, proposal: str, comment_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    return panels.reply_panel(queries.notice_on(ours, notice_id, me().id)).reply()


@blueprint.post(f"{COMMENT}/claim/<uuid:notice_id>")
@signed_in
def answer_notice(
    council: str, proposal: str, comment_id: UUID, notice_id: UUID
) -> ResponseReturnValue:
    ours = participation.comment(proposals.public_proposal(council, proposal), comment_id)
    asked, form = queries.notice_on(ours, notice_id, me().id), ReplyForm()
    if form.validate_on_submit():
        try:
            rules.answer_notice(me(), asked, form.reply)
            return redirect(url_for("moderation.reply", **request.view_args or {}), 303)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.reply_panel(asked, form).reply(422)


@blueprint.get(f"{COUNCIL}/complain")
@anyone
def complain(council: str) -> ResponseReturnValue:
    return panels.complain_panel(councils.council(council)).reply()


@blueprint.post(f"{COUNCIL}/complain")
@anyone
@limiter.limit("10/hour")
@limits_mail
def send_complaint(council: str) -> ResponseReturnValue:
    ours, form = councils.council(council), ComplaintForm()
    if form.validate_on_submit():
        try:
            name, email = form.name.data or "", form.email.data or ""
            rules.complain(ours, name, email, form.words.data or "")
            return redirect(url_for("moderation.complained", council=council), 303)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.complain_panel(ours, form).reply(422)


@blueprint.get(f"{COUNCIL}/complain/thanks")
@anyone
def complained(council: str) -> ResponseReturnValue:
    return panels.complained_panel(councils.council(council)).reply()
