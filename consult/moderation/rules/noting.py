"""How an act begins, and what is kept and told of it."""

from collections.abc import Sequence

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.moderation import letters, queries
from consult.moderation.checks import check_may_act
from consult.moderation.models import Act, CaseKind, FoundBy, ModerationAction, Reason, Report
from consult.moderation.rules.cases import settle
from consult.moderation.rules.holding import take_in
from consult.moderation.rules.telling import tell_reporters
from consult.participation.models import Comment

WAITING = (CaseKind.HELD, CaseKind.REPORTED, CaseKind.SECOND)  # what a decision on words ends


def begin(moderator: Person, comment: Comment) -> None:
    """Refuse whoever may not decide; what a check held back meanwhile is taken in first."""
    check_may_act(moderator, comment)
    take_in(comment.id)


def note(
    moderator: Person,
    comment: Comment,
    act: Act,
    reason: Reason | None = None,
    explanation: str | None = None,
    *,
    tells: bool = True,
    settles: bool = True,
) -> ModerationAction:
    """Keep the statement of reasons, answer the reports, tell the record and the author.

    What `settles` nothing leaves the words, and so the reports about them, to another decision.
    """
    waiting = queries.open_reports(comment)
    found_by = FoundBy.REPORT if waiting else FoundBy.OWN_CHECK
    if queries.open_case(comment, CaseKind.HELD) is not None:
        found_by = FoundBy.AUTOMATED
    now = clock.now()
    entry = record(
        Fact.MODERATION_ACTION,
        council=comment.proposal.council,
        proposal=comment.proposal,
        by="moderator",
        comment=comment.id,
        act=act,
        reason=reason or "",
        found_by=found_by,
        minutes=int((now - comment.created_at).total_seconds() // 60),
    )
    action = ModerationAction(
        comment=comment,
        moderator=moderator,
        council_id=comment.proposal.council_id,
        act=act,
        reason=reason,
        explanation=explanation or None,
        found_by=found_by,
        log_seq=entry.seq,
        created_at=now,
    )
    db.session.add(action)
    db.session.flush()
    if settles:
        _answer(waiting, action)
    if tells:
        letters.tell_author(action)
    db.session.flush()
    return action


def _answer(waiting: Sequence[Report], action: ModerationAction) -> None:
    for report in waiting:
        report.settled_at, report.settled_by_id = action.created_at, action.id
    proposed = queries.hiding_proposed(action.comment)
    if proposed is not None:
        proposed.ended_at = action.created_at
    settle(action.comment, WAITING, action.created_at)
    tell_reporters(action.comment, action)
