"""A council takes its position on the Online Safety Act, and says what it found of each risk."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.councils.rules.roles import check_owner
from consult.moderation import queries
from consult.moderation.models import Position, RiskAnswer, SafetyPosition
from consult.moderation.safety import KINDS, Level


def take_position(
    owner: Person, council: Council, position: Position, reasons: str
) -> SafetyPosition:
    """Say how the council stands and why; a year later the same words are a review."""
    council = councils.locked_council(council)
    check_owner(owner, council)
    if not reasons:
        raise Invalid("reasons", _("Give the reasons. Everybody can read them."))
    latest = queries.position_of(council)
    is_same = latest is not None and (latest.position, latest.reasons) == (position, reasons)
    if latest is not None and is_same and not queries.is_review_due(council):
        return latest
    taken = SafetyPosition(
        council_id=council.id,
        position=position,
        reasons=reasons,
        by_id=owner.id,
        created_at=clock.now(),
    )
    db.session.add(taken)
    db.session.flush()
    record(
        Fact.SETTINGS_CHANGED,
        council=council,
        by="owner",
        what=f"safety_{position.value}",
        role="",
    )
    return taken


def assess(
    owner: Person, council: Council, kind: str, likelihood: Level, impact: Level, measures: str
) -> RiskAnswer:
    """Write down what was found of one kind of illegal content; earlier answers stay."""
    council = councils.locked_council(council)
    check_owner(owner, council)
    if kind not in KINDS:
        raise Invalid("kind", _("Choose one of the kinds."))
    answers = queries.risk_answers(council)[kind]
    said = (likelihood.value, impact.value, measures)
    if answers and (answers[0].likelihood, answers[0].impact, answers[0].measures) == said:
        return answers[0]
    answer = RiskAnswer(
        council_id=council.id,
        kind=kind,
        likelihood=likelihood.value,
        impact=impact.value,
        measures=measures,
        by_id=owner.id,
        created_at=clock.now(),
    )
    db.session.add(answer)
    db.session.flush()
    return answer
