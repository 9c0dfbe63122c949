"""What a proposal changes for whoever looks, by what they tick; nothing of it is kept."""

from flask import render_template
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader
from consult.core.access import anyone
from consult.proposals import panels as proposals
from consult.proposals import queries as proposed
from consult.site.arguments import circumstance_arguments
from consult.site.panels import room
from consult.site.views.blueprint import blueprint


@blueprint.get("/councils/<council>/proposals/<proposal>/for-me")
@anyone
def for_me(council: str, proposal: str) -> ResponseReturnValue:
    """The items, organisations and choices that touch somebody in these circumstances."""
    ours = proposed.public_proposal(council, proposal)
    told = circumstance_arguments("i")
    panel = proposals.for_me_panel(ours, proposed.current_version(ours), told)
    page = render_template("site/for_me.html", **room(ours, "for-me"), for_me=panel)
    return for_one_reader(page)
