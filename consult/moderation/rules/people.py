"""What moderators may do about somebody's account in their council; to suspend takes two."""

from dataclasses import dataclass
from datetime import timedelta

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.moderation import letters, queries
from consult.moderation.checks import (
    check_still_moderates,
    needed,
    refusal_to_restrict,
    refuse_quotation,
)
from consult.moderation.models import CaseKind, Reason
from consult.moderation.rules.cases import open_case, settle
from consult.participation import rules as participation
from consult.participation.models import Comment, Limit
from consult.participation.queries.limits import limit_on, limits_over_since

LONGEST = 90
KEPT = timedelta(days=183)  # as long as a decision can be appealed


@dataclass(frozen=True)
class Measure:
    """What a moderator asks for; nothing a day is a suspension."""

    per_day: int
    days: int
    reason: Reason | None = None
    explanation: str | None = None


def restrict(moderator: Person, comment: Comment, asked: Measure) -> Limit:
    """Limit a comment's author, or propose to suspend them; asking twice does it once."""
    council = _begin(moderator, comment)
    reason = needed(asked.reason)
    if not 1 <= asked.days <= LONGEST:
        raise Invalid("days", _("Choose from 1 to 90 days."))
    refuse_quotation(asked.explanation, comment.body)
    held = limit_on(comment.author, council)
    if held is not None and (held.waits or held.holds):
        if (held.per_day, held.days, held.reason) == (asked.per_day, asked.days, reason.value):
            return held
        raise Refused(_("Something else was decided or proposed about this person. End it first."))
    if held is not None:
        held.ended_at = held.until
        db.session.flush()
    limit = Limit(
        council=council,
        person=comment.author,
        comment=comment,
        per_day=asked.per_day,
        days=asked.days,
        reason=reason.value,
        explanation=asked.explanation or None,
        proposed_by_id=moderator.id,
    )
    db.session.add(limit)
    db.session.flush()
    if limit.is_suspension:
        open_case(CaseKind.SUSPENSION, comment)
    else:
        _start(moderator, limit)
    return limit


def confirm_suspension(moderator: Person, comment: Comment) -> Limit:
    """Agree, as the second moderator, that somebody is suspended."""
    limit = _waiting(moderator, comment)
    if limit.holds:
        return limit
    if limit.proposed_by_id == moderator.id:
        raise Refused(_("You proposed this. Another moderator has to agree."))
    check_still_moderates(accounts.person(limit.proposed_by_id), limit.council)
    _start(moderator, limit)
    settle(limit.comment, (CaseKind.SUSPENSION,))
    return limit


def lift(moderator: Person, comment: Comment) -> None:
    """End a limit early, or say no to a suspension; where there is none nothing happens."""
    council = _begin(moderator, comment)
    limit = limit_on(comment.author, council)
    if limit is None:
        return
    held, limit.ended_at, limit.decided_by_id = limit.holds, clock.now(), moderator.id
    settle(limit.comment, (CaseKind.SUSPENSION,))
    if held:
        _tell(limit, "lifted", by_days=0)


def forget_limits() -> int:
    """Forget limits that ended before the time in which people may object was over."""
    gone = limits_over_since(clock.now() - KEPT)
    for limit in gone:
        db.session.delete(limit)
    db.session.flush()
    return len(gone)


def _begin(moderator: Person, comment: Comment) -> Council:
    accounts.hold_person(comment.author, to_change=True)
    participation.hold(comment)
    _check_may_restrict(moderator, comment)
    council = comment.proposal.council
    if councils.roles_of(comment.author, council):
        raise Refused(_("This person works for the council. Its owner decides about their roles."))
    return council


def _waiting(moderator: Person, comment: Comment) -> Limit:
    council = _begin(moderator, comment)
    limit = limit_on(comment.author, council)
    if limit is None or not (limit.waits or limit.holds):
        raise Refused(_("Nothing is proposed about this person any longer."))
    _check_may_restrict(moderator, limit.comment)
    return limit


def _check_may_restrict(moderator: Person, comment: Comment) -> None:
    has_reported = queries.has_reported(moderator, comment)
    refusal = refusal_to_restrict(moderator, comment, has_reported=has_reported)
    if refusal is not None:
        raise Refused(refusal)


def _start(moderator: Person, limit: Limit) -> None:
    now = clock.now()
    limit.decided_by_id, limit.starts_at = moderator.id, now
    limit.until = now + timedelta(days=limit.days)
    db.session.flush()
    _tell(limit, "suspended" if limit.is_suspension else "limited", by_days=limit.days)


def _tell(limit: Limit, measure: str, by_days: int) -> None:
    record(
        Fact.ACCOUNT_LIMITED,
        council=limit.council,
        by="moderator",
        measure=measure,
        reason=limit.reason if by_days else "",
        days=by_days,
    )
    letters.tell_limited(limit, measure)
