"""The page inside a frame; the same for every reader, so that caches may keep it."""

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.core.languages import speaks_welsh
from consult.core.limits import limiter
from consult.core.security import inside_frames
from consult.embed import panels, rules
from consult.embed.framing import dressed
from consult.embed.looks import Look
from consult.embed.views.blueprint import HERE, blueprint
from consult.proposals import queries as proposals


@blueprint.get(HERE)
@anyone
@speaks_welsh
def widget(council: str, proposal: str) -> ResponseReturnValue:
    """One view of a proposal, in the look that the address asks for."""
    ours = proposals.public_proposal(council, proposal)
    panel = panels.widget_panel(ours, Look.read(request.args))
    return dressed(make_response(panel.reply()), council)


@blueprint.post(f"{HERE}/seen")
@anyone
@inside_frames
@limiter.limit("60 per minute")
def seen(council: str, proposal: str) -> ResponseReturnValue:
    """Count that a frame was seen; nothing about who saw it."""
    ours, look = proposals.public_proposal(council, proposal), Look.read(request.args)
    rules.note_seen(ours, look.host, look.view.value)
    return Response(status=204)
