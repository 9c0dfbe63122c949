"""Taking in what a check held back, and letting it go when its time is over."""

from datetime import timedelta
from uuid import UUID

from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.councils import queries as councils
from consult.moderation import history, letters, queries
from consult.moderation.models import (
    AT_RISK,
    ORDINARY,
    Act,
    Case,
    CaseKind,
    FoundBy,
    ModerationAction,
    Original,
    Reason,
)
from consult.moderation.rules.cases import open_case
from consult.moderation.rules.originals import KEPT
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Comment, HeldFor, Visibility

REASONS = {
    HeldFor.PRIVATE: Reason.PERSONAL_DATA,
    HeldFor.ABUSE: Reason.ABUSE_OR_THREAT,
    HeldFor.THREAT: Reason.ABUSE_OR_THREAT,
    HeldFor.DANGER: None,
}
SOON = timedelta(minutes=1)
GRAVE = frozenset({HeldFor.THREAT, HeldFor.DANGER})


def take_in(comment_id: UUID) -> None:
    """Put what a check held back into the restricted store and on the moderators' list, once."""
    comment = queries.any_comment(comment_id)
    if comment is None:
        return
    participation.hold(comment)
    held = participated.held_words(comment)
    if held is None or comment.visibility is Visibility.DELETED:
        return
    now = clock.now()
    _keep(comment, held.words)
    rank = AT_RISK if held.why in GRAVE else ORDINARY
    open_case(CaseKind.HELD, comment, rank=rank, why=held.why)
    action = by_machine(comment, Act.HOLD, REASONS[held.why])
    letters.tell_author(action, why=held.why)
    if held.why in GRAVE:
        letters.alert_duty(comment, councils.duty_contact(comment.proposal.council), now)
    db.session.delete(held)
    db.session.flush()


def take_in_all() -> int:
    """Take in what no job took in, so that nothing is held without anybody's knowing."""
    left = participated.held_since(clock.now() - SOON)
    for comment_id in left:
        take_in(comment_id)
    return len(left)


def publish_held() -> int:
    """Publish what waited its whole time, where the council wants it and nobody may be harmed.

    Covered details stay covered: only a moderator, or their author, can decide about them.
    """
    gone = queries.held_too_long(clock.now())
    for case in gone:
        _publish(case)
    db.session.flush()
    return len(gone)


def by_machine(comment: Comment, act: Act, reason: Reason | None) -> ModerationAction:
    """Note what the system did by itself, for the author and the public, as for a moderator."""
    now = clock.now()
    entry = record(
        Fact.MODERATION_ACTION,
        council=comment.proposal.council,
        proposal=comment.proposal,
        by="system",
        comment=comment.id,
        act=act,
        reason=reason or "",
        found_by=FoundBy.AUTOMATED,
        minutes=int((now - comment.created_at).total_seconds() // 60),
    )
    action = ModerationAction(
        comment=comment,
        council_id=comment.proposal.council_id,
        act=act,
        reason=reason,
        found_by=FoundBy.AUTOMATED,
        log_seq=entry.seq,
        created_at=now,
    )
    db.session.add(action)
    db.session.flush()
    return action


def _keep(comment: Comment, words: str) -> None:
    original = queries.original(comment)
    if original is None:
        original = Original(comment=comment, edits=history.taken_down(comment)["edits"])
        db.session.add(original)
    original.body = words
    original.keep_until = clock.now() + KEPT
    db.session.flush()


def _publish(case: Case) -> None:
    comment = case.comment
    assert comment is not None
    participation.hold(comment)
    db.session.refresh(case)
    if case.settled_at is not None:
        return
    original = queries.original(comment)
    case.settled_at = clock.now()
    if original is None or comment.visibility is not Visibility.HELD:
        return
    participation.show(comment, original.body)
    db.session.delete(original)
    letters.tell_author(by_machine(comment, Act.RESTORE, None))
