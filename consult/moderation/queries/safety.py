"""Questions about a council's position on the Online Safety Act."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import exists, select

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council
from consult.moderation.models import RiskAnswer, SafetyPosition
from consult.moderation.safety import KINDS
from consult.participation.models import Suggestion
from consult.proposals.models import Proposal

A_YEAR = timedelta(days=365)
SHOWN = 20


def positions(council: Council) -> Sequence[SafetyPosition]:
    """The last positions that the council took, the newest first."""
    return db.session.scalars(
        select(SafetyPosition)
        .filter_by(council_id=council.id)
        .order_by(SafetyPosition.created_at.desc(), SafetyPosition.id.desc())
        .limit(SHOWN)
    ).all()


def position_of(council: Council) -> SafetyPosition | None:
    """The position that the council takes now."""
    return next(iter(positions(council)), None)


def is_review_due(council: Council) -> bool:
    """A year has passed since the council last looked at its position, or it never has."""
    latest = position_of(council)
    return latest is None or latest.created_at + A_YEAR <= clock.now()


def risk_answers(council: Council) -> Mapping[str, Sequence[RiskAnswer]]:
    """What was said of each kind of illegal content, the newest first."""
    rows = db.session.scalars(
        select(RiskAnswer)
        .filter_by(council_id=council.id)
        .order_by(RiskAnswer.created_at.desc(), RiskAnswer.id.desc())
    ).all()
    return {kind: [row for row in rows if row.kind == kind] for kind in KINDS}


def has_suggestions(council: Council) -> bool:
    """Residents of this council have suggested words of their own."""
    asked = exists().where(Suggestion.proposal_id == Proposal.id, Proposal.council_id == council.id)
    return bool(db.session.scalar(select(asked)))
