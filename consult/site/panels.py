"""What frames the rooms of a proposal."""

from typing import Any

from flask import url_for

from consult.core import _
from consult.core.format import number
from consult.participation import queries as participation
from consult.proposals import panels as proposals
from consult.proposals.models import Proposal


def room(proposal: Proposal, current: str) -> dict[str, Any]:
    """The head and the doors of a proposal, for any of its rooms."""
    return {
        "council": proposal.council,
        "section": "proposals",
        "proposal": proposal,
        "head": proposals.head_context(proposal),
        "rooms": _rooms(proposal, current, participation.comment_count(proposal)),
        "room_key": current,
    }


def _rooms(proposal: Proposal, current: str, comments: int) -> list[dict[str, Any]]:
    doors: list[tuple[str, str, str, str]] = [
        ("proposal", "site.proposal", _("The proposal"), ""),
        ("comments", "site.comments", _("Comments"), number(comments)),
        (
            "results",
            "site.results",
            _("Results so far") if proposal.is_open else _("Results"),
            "",
        ),
    ]
    if proposal.is_decided:
        doors.append(("decision", "site.decision", _("Decision"), ""))
    doors += [
        ("versions", "site.versions", _("Versions"), ""),
        ("timeline", "site.timeline", _("Timeline"), ""),
    ]
    return [
        {
            "url": url_for(endpoint, council=proposal.council.slug, proposal=proposal.slug),
            "label": label,
            "count": count,
            "current": key == current,
        }
        for key, endpoint, label, count in doors
    ]
