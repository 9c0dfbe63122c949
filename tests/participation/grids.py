"""A proposal that asks about three items and two organisations."""

from typing import Any

from consult.core.db import db
from consult.core.html import render_markdown
from consult.participation.grid import Answer
from consult.participation.models import Comfort
from consult.proposals.models import Proposal, Status, Version
from tests.factories import a_proposal

NAME, ADDRESS, REASONS = "data_items/a1", "data_items/a2", "data_items/a3"
POLICE, HOST = "parties/p2", "parties/p3"
PARTS = [NAME, ADDRESS, REASONS, POLICE, HOST]
FINE, NO = Answer(Comfort.FINE), Answer(Comfort.NO)


def depends(*safeguards: str, own: str | None = None) -> Answer:
    return Answer(Comfort.WITH_SAFEGUARDS, safeguards, own)


def an_item(id_: str, label: str, **given: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "label": label,
        "category": "contact_details",
        "identifiability": "identifiable",
        "sent_by": "p1",
        **given,
    }


def a_party(id_: str, name: str, direction: str) -> dict[str, Any]:
    kinds = {"organisation_type": "council", "role": "controller"}
    return {"id": id_, "name": name, "direction": direction, **kinds}


def a_grid(**given: Any) -> dict[str, Any]:
    """The content of such a proposal."""
    return {
        "title": "Helping the hub",
        "plain_summary": "A short summary.",
        "data_items": [
            an_item("a1", "Child’s name"),
            an_item("a2", "Address"),
            an_item("a3", "Reasons for absence", special_category=True),
        ],
        "parties": [
            a_party("p1", "The school", "sends"),
            a_party("p2", "Wearland Police", "receives"),
            a_party("p3", "Tidewater Ltd", "hosts"),
        ],
        "purposes_excluded": ["Fines for absence"],
        **given,
    }


def asking(status: Status = Status.OPEN, content: dict[str, Any] | None = None, **given: Any):
    """A proposal that asks so."""
    return a_proposal(status, content=content or a_grid(), **given)


def a_new_version(proposal: Proposal, content: dict[str, Any], **given: Any) -> Version:
    """Publish another text."""
    proposal.version_number += 1
    version = Version(
        proposal=proposal,
        number=proposal.version_number,
        title=proposal.title,
        content=content,
        body_html=render_markdown("What would change."),
        **given,
    )
    db.session.add(version)
    db.session.flush()
    return version
