"""The staff's start page."""

from flask import Blueprint, g, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in
from consult.core.errors import NotFound
from consult.councils import queries as councils
from consult.councils.access import staff
from consult.desk import panels

blueprint = Blueprint("desk", __name__)


@blueprint.get("/desk")
@signed_in
def choose() -> ResponseReturnValue:
    theirs = councils.councils_of(me())
    if not theirs:
        raise NotFound()
    if len(theirs) == 1:
        return redirect(url_for("desk.home", council=theirs[0].slug), 303)
    return panels.choose_panel(theirs).reply()


@blueprint.get("/desk/<council>")
@staff()
def home(council: str) -> ResponseReturnValue:
    return panels.home_panel(councils.council(council), me(), g.desk_roles).reply()
