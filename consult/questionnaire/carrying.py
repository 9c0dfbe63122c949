"""A visitor's answers travel in the page itself, sealed; we keep nothing before they send."""

from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

from consult.proposals.models import Proposal

LONGEST = 400_000


def sealed(proposal: Proposal, answers: dict[str, Any]) -> str:
    """Answers as a text for a hidden field."""
    return str(_seal(proposal).dumps(answers))


def opened(proposal: Proposal, text: str | None) -> dict[str, Any]:
    """Answers from such a text; none from one that we did not make for this proposal."""
    if not text or len(text) > LONGEST:
        return {}
    try:
        answers = _seal(proposal).loads(text)
    except BadData:
        return {}
    return answers if isinstance(answers, dict) else {}


def _seal(proposal: Proposal) -> URLSafeSerializer:
    secret = current_app.secret_key
    assert secret is not None
    return URLSafeSerializer(secret, salt=f"questionnaire-{proposal.id}")
