"""The desk page that hands widgets out, and the sites that may show them."""

from uuid import UUID

from flask import Response, current_app, g, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core import security
from consult.core.errors import Invalid
from consult.core.limits import limiter
from consult.councils import queries as councils
from consult.councils.access import Role, staff
from consult.embed import queries, rules, sharing
from consult.embed.naming import PageForm, SiteForm
from consult.embed.origins import origin_of_page
from consult.embed.views.blueprint import blueprint
from consult.proposals import queries as proposals

SHARE = "/desk/<council>/proposals/<proposal>/embed"
SITE = f"{SHARE}/sites/<uuid:site_id>"
MAKERS = (Role.OFFICER, Role.OWNER)
POLICY = f"{security.POLICY}; frame-src 'self'"


@blueprint.get(SHARE)
@staff()
def share(council: str, proposal: str) -> ResponseReturnValue:
    """Choose what to show, say where, look at it, copy it."""
    return _page(council, proposal)


@blueprint.get(f"{SHARE}/poster")
@staff()
def poster(council: str, proposal: str) -> ResponseReturnValue:
    """A sheet to print."""
    return sharing.poster_panel(proposals.public_proposal(council, proposal)).reply()


@blueprint.post(f"{SHARE}/sites")
@staff(*MAKERS)
@limiter.limit("100 per hour")
def add_site(council: str, proposal: str) -> ResponseReturnValue:
    """Name a site."""
    ours, form = proposals.public_proposal(council, proposal), SiteForm()
    if form.validate_on_submit():
        try:
            local = current_app.config["EMBED_LOCAL_SITES"]
            rules.add_site(me(), ours.council, form.origin.data or "", local=local)
            return _back(council, proposal, "sites")
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return _page(council, proposal, form)


@blueprint.get(SITE)
@staff()
def site(council: str, proposal: str, site_id: UUID) -> ResponseReturnValue:
    """One site as it stands now."""
    ours = proposals.public_proposal(council, proposal)
    named = queries.site(ours.council, site_id)
    return sharing.site_panel(ours, named, may_change=_may_change()).reply()


@blueprint.post(f"{SITE}/check")
@staff(*MAKERS)
@limiter.limit("60 per hour")
def check_site(council: str, proposal: str, site_id: UUID) -> ResponseReturnValue:
    """Have the worker look for the line."""
    ours = proposals.public_proposal(council, proposal)
    named = queries.site(ours.council, site_id)
    rules.ask_check(me(), named)
    back = url_for("embed.share", council=council, proposal=proposal, _anchor=f"site-{site_id}")
    return sharing.site_panel(ours, named, may_change=True).reply(redirect_to=back)


@blueprint.get(f"{SITE}/remove")
@staff(*MAKERS)
def remove(council: str, proposal: str, site_id: UUID) -> ResponseReturnValue:
    """Ask whether to take a site off."""
    ours = proposals.public_proposal(council, proposal)
    return sharing.remove_panel(ours, queries.site(ours.council, site_id)).reply()


@blueprint.post(f"{SITE}/remove")
@staff(*MAKERS)
def remove_site(council: str, proposal: str, site_id: UUID) -> ResponseReturnValue:
    """Take a site off."""
    ours = proposals.public_proposal(council, proposal)
    rules.remove_site(me(), queries.site(ours.council, site_id))
    return _back(council, proposal, "sites")


@blueprint.get(f"{SHARE}/check")
@staff()
def check(council: str, proposal: str) -> ResponseReturnValue:
    """Ask for the address of a page on which the widget does not show."""
    ours, form = proposals.desk_proposal(council, proposal), PageForm(formdata=None)
    return sharing.check_panel(ours, form, may_change=_may_change()).reply()


@blueprint.post(f"{SHARE}/check")
@staff()
def check_page(council: str, proposal: str) -> ResponseReturnValue:
    """Say why the widget does not show there; the address is read and never visited."""
    ours, form = proposals.desk_proposal(council, proposal), PageForm()
    found = None
    if form.validate_on_submit():
        try:
            local = current_app.config["EMBED_LOCAL_SITES"]
            found = sharing.judgement(ours, origin_of_page(form.page.data or "", local=local))
        except Invalid as wrong:
            form.refuse("page", wrong.message)
    panel = sharing.check_panel(ours, form, found, may_change=_may_change())
    return panel.reply(200 if found else 422)


@blueprint.post(f"{SHARE}/everywhere/<any(open, close):way>")
@staff(*MAKERS)
def everywhere(council: str, proposal: str, way: str) -> ResponseReturnValue:
    """Let every site show what is public, or only those of the list."""
    proposals.public_proposal(council, proposal)
    change = {"open": rules.open_to_all, "close": rules.close_to_all}[way]
    change(me(), councils.council(council))
    return _back(council, proposal, "everywhere")


def _page(council: str, proposal: str, form: SiteForm | None = None) -> Response:
    """The whole page, which alone at the desk has frames in it."""
    ours = proposals.public_proposal(council, proposal)
    panel = sharing.share_panel(ours, request.args, may_change=_may_change(), form=form)
    response = make_response(panel.reply(422 if form else 200))
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _may_change() -> bool:
    return bool(g.desk_roles & set(MAKERS))


def _back(council: str, proposal: str, place: str) -> ResponseReturnValue:
    return redirect(url_for("embed.share", council=council, proposal=proposal, _anchor=place), 303)
