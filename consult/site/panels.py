"""What frames the rooms of a proposal."""

from typing import Any

from flask import url_for

from consult.core import _, ngettext
from consult.core.format import number
from consult.participation import panels as participation_panels
from consult.participation import queries as participation
from consult.proposals import panels as proposals
from consult.proposals.models import Proposal, Version
from consult.proposals.panels import Beside

DOOR_OF = {"items": "proposal"}  # a room behind another one's door


def beside(proposal: Proposal, version: Version) -> dict[str, Beside]:
    """What may be said or read beside each part, in words, for the pages that show the text."""
    counts = participation.part_counts(proposal)
    links = {}
    for part in participation_panels.parts_now(proposal, version).values():
        said = counts.get(part.id, 0)
        if said or proposal.is_open:
            words = ngettext("%(num)s comment", "%(num)s comments", said)
            links[part.id] = Beside(
                part.id,
                participation_panels.address_of_part(proposal, part.id),
                words if said else _("Comment on this"),
                part.label,
                is_quiet=not said,
            )
    return links


def room(
    proposal: Proposal, current: str, version: Version | None = None, comments: int | None = None
) -> dict[str, Any]:
    """The head and the doors of a proposal, for any of its rooms."""
    if comments is None:
        comments = participation.comment_count(proposal)
    return {
        "council": proposal.council,
        "section": "proposals",
        "proposal": proposal,
        "head": proposals.head_context(proposal, version),
        "rooms": _rooms(proposal, current, comments),
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
            "current": key == DOOR_OF.get(current, current),
        }
        for key, endpoint, label, count in doors
    ]
