"""The parts of a proposal's text, and one part with all that is said about it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from consult.accounts.session import viewer
from consult.core import _
from consult.core.access import anyone
from consult.core.panels import Panel
from consult.participation import panels as participation
from consult.proposals import queries as proposed
from consult.proposals.panels import anchor_of
from consult.site.panels import room
from consult.site.views.blueprint import blueprint
from consult.site.views.proposal import HERE


@blueprint.get(f"{HERE}/parts")
@anyone
def parts(council: str, proposal: str) -> ResponseReturnValue:
    """Every part, with how much is said about it."""
    ours = proposed.public_proposal(council, proposal)
    version = proposed.current_version(ours)
    panel = participation.parts_panel(ours, version)
    return render_template("site/parts.html", **room(ours, "parts", version), parts=panel)


@blueprint.get(f"{HERE}/parts/<path:part_id>")
@anyone
def part(council: str, proposal: str, part_id: str) -> ResponseReturnValue:
    """One part: its words, what is said about it, and the way to join in."""
    ours = proposed.public_proposal(council, proposal)
    found, version = proposed.part_last(ours, part_id)
    after = request.args.get("after")
    return Panel(
        "site/part.html",
        **room(ours, "parts"),
        room_title=_("One part of the text"),
        part=found,
        version=version,
        anchor=anchor_of(part_id),
        comments=participation.part_panel(ours, found, version, viewer(), after),
        suggestions=participation.suggested_panel(
            ours, found, version, viewer(), request.args.get("words"), request.args.get("more")
        ),
    ).reply()
