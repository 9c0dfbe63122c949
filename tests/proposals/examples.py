"""A small sound proposal, and ways to change one thing in it."""

from typing import Any

COUNCIL = {
    "id": "c1",
    "name": "Thornmere Council",
    "organisation_type": "council",
    "role": "controller",
    "direction": "sends",
}
TRUST = {
    "id": "t1",
    "name": "Vale Trust",
    "organisation_type": "nhs_body",
    "role": "controller",
    "direction": "receives",
}
HEALTH = {"id": "h", "label": "Illness", "category": "health", "identifiability": "identifiable"}
CRIME = {**HEALTH, "id": "k", "label": "Fines", "category": "criminal_offence"}


def basis(party: str, article6: str = "public_task", **more: Any) -> dict[str, Any]:
    return {"party": party, "article6": article6, "legal_power": "Care Act 2014 s.1", **more}


def a_content(**given: Any) -> dict[str, Any]:
    return {
        "parties": [COUNCIL, TRUST],
        "lawful_basis": [basis("c1"), basis("t1")],
        "data_items": [],
        "dea_part5": "none",
        "opt_out_offered": False,
        "opt_out_reason": "Everyone must be safe.",
        "dpia_required": True,
        "dpia_reason": "Lists are joined.",
        "dpia_screening_triggers": ["matching_sources"],
        "dpia_status": "published_draft",
        "dpia_url": "/d",
        **given,
    }
