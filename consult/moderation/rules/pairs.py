"""Hiding for reasons where a council wants two moderators to agree."""

from collections.abc import Collection

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.councils.rules.roles import check_owner
from consult.moderation import queries
from consult.moderation.checks import moderates, needed, refuse_quotation
from consult.moderation.models import (
    CaseKind,
    ModerationAction,
    PairedReasons,
    Proposed,
    Reason,
)
from consult.moderation.rules.cases import open_case
from consult.moderation.rules.claims import let_go
from consult.moderation.rules.deciding import hide, words_of
from consult.moderation.rules.noting import begin
from consult.participation.models import Comment, Visibility


def choose_pairs(owner: Person, council: Council, reasons: Collection[Reason]) -> None:
    """Choose for which reasons hiding takes two; what is hidden already stays hidden."""
    check_owner(owner, council)
    councils.locked_council(council)
    wanted = sorted(reason.value for reason in reasons)
    chosen = db.session.get(PairedReasons, council.id)
    if chosen is None:
        chosen = PairedReasons(council_id=council.id, reasons=[])
        db.session.add(chosen)
    if chosen.reasons == wanted:
        return
    chosen.reasons = wanted
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="paired_reasons", role="")


def hide_or_propose(
    moderator: Person, comment: Comment, reason: Reason | None, explanation: str | None = None
) -> ModerationAction | None:
    """Hide a comment, or propose it and wait where two have to agree; the second one hides it."""
    begin(moderator, comment)
    reason = needed(reason)
    takes_two = reason in queries.paired_reasons(comment.proposal.council)
    if not takes_two or comment.visibility is Visibility.HIDDEN:
        return hide(moderator, comment, reason, explanation)
    proposed = queries.hiding_proposed(comment)
    if proposed is None:
        _propose(moderator, comment, reason, explanation)
        return None
    if proposed.reason is not reason:
        raise Refused(
            _(
                "Somebody proposed to hide it for another reason: %(why)s. Agree with that, or "
                "decide otherwise.",
                why=proposed.reason.label,
            )
        )
    if proposed.moderator_id == moderator.id:
        return None
    if not moderates(proposed.moderator, comment.proposal.council):
        proposed.moderator = moderator  # who proposed it is gone, so another one still has to agree
        let_go(moderator, comment)
        return None
    action = hide(moderator, comment, reason, explanation or proposed.explanation)
    action.second_id = proposed.moderator_id
    db.session.flush()
    return action


def _propose(moderator: Person, comment: Comment, reason: Reason, explanation: str | None) -> None:
    refuse_quotation(explanation, words_of(comment))
    db.session.add(
        Proposed(
            comment=comment,
            moderator=moderator,
            reason=reason,
            explanation=explanation or None,
            created_at=clock.now(),
        )
    )
    db.session.flush()
    open_case(CaseKind.SECOND, comment)
    let_go(moderator, comment)
