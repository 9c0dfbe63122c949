"""A council's look: its own page for it, its stylesheet and its logo."""

from flask import Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.councils import panels, queries, rules
from consult.councils.access import owners
from consult.councils.forms import BrandingForm
from consult.councils.views.blueprint import blueprint


@blueprint.get("/desk/<council>/branding")
@owners
def branding(council: str) -> ResponseReturnValue:
    """Show name, colour and logo."""
    return panels.branding_panel(queries.council(council)).reply()


@blueprint.post("/desk/<council>/branding")
@owners
def change_branding(council: str) -> ResponseReturnValue:
    """Change them together, or none."""
    home, form = queries.council(council), BrandingForm()
    if form.validate_on_submit():
        picture = form.logo.data.read(rules.LOGO_BYTES + 1) if form.logo.data else None
        try:
            name, colour = form.name.data or "", form.colour.data or ""
            rules.change_branding(me(), home, name, colour, picture, form.remove_logo.data)
            return redirect(url_for("councils.branding", council=council), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.branding_panel(home, form).reply(422)


@blueprint.get("/councils/<council>/brand.css")
@anyone
def stylesheet(council: str) -> ResponseReturnValue:
    """The council's colours, for browsers to keep."""
    home = queries.council(council)
    return _kept(make_response(panels.stylesheet(home)), home.brand_version, "text/css")


@blueprint.get("/councils/<council>/logo")
@anyone
def logo(council: str) -> ResponseReturnValue:
    """The council's logo; opened on its own it is a picture and nothing else."""
    home = queries.council(council)
    response = make_response(queries.logo(home))
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return _kept(response, home.brand_version, home.logo_type or "image/png")


def _kept(response: Response, version: int, kind: str) -> Response:
    """An address that names the version never changes what it holds."""
    response.content_type = f"{kind}; charset=utf-8" if kind == "text/css" else kind
    is_named = request.args.get("v") == str(version)
    life = "public, max-age=31536000, immutable" if is_named else "public, max-age=60"
    response.headers["Cache-Control"] = life
    response.add_etag()
    response.make_conditional(request)
    return response
