"""The start pages: all councils, and one."""

from flask import render_template
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.councils import queries as councils
from consult.site import queries
from consult.site.views.blueprint import blueprint


@blueprint.get("/")
@anyone
def home() -> ResponseReturnValue:
    """What is open, considered and decided, over all councils."""
    return render_template(
        "site/home.html",
        section="proposals",
        front=queries.front_page(),
        councils=councils.councils(),
    )


@blueprint.get("/councils/<council>")
@anyone
def council(council: str) -> ResponseReturnValue:
    """The same for one council."""
    ours = councils.council(council)
    return render_template(
        "site/home.html",
        section="proposals",
        council=ours,
        front=queries.front_page(ours),
        councils=[],
    )
