"""What is left to do once an author has taken a comment back: forget it, and decide nothing."""

from uuid import UUID

from consult.core import clock
from consult.core.db import db
from consult.moderation import queries
from consult.moderation.models import CaseKind, Outcome
from consult.moderation.rules.cases import settle
from consult.moderation.rules.ending import end
from consult.moderation.rules.telling import tell_reporters
from consult.participation import rules as participation
from consult.participation.models import Visibility

ENDED = (
    CaseKind.HELD,
    CaseKind.REPORTED,
    CaseKind.SECOND,
)  # a legal notice still has to be answered


def let_go_of(comment_id: UUID) -> None:
    """Forget what a deleted comment said and end what waits about it; doing it again does nothing.

    A notice of defamation still waits: whoever gave it has to be told that the words are gone.
    """
    comment = queries.any_comment(comment_id)
    if comment is None:
        return
    participation.hold(comment)
    if comment.visibility is not Visibility.DELETED:
        return
    original, now = queries.original(comment), clock.now()
    if original is not None:
        db.session.delete(original)
    reports = queries.open_reports(comment)
    for report in reports:
        report.settled_at = now
    proposed = queries.hiding_proposed(comment)
    if proposed is not None:
        proposed.ended_at = now
    settle(comment, ENDED, now)
    appeal = queries.open_appeal(comment)
    if appeal is not None:
        end(appeal, Outcome.WITHDRAWN, None, by="system")
    db.session.flush()
    if reports:
        tell_reporters(comment, None)


def let_go_of_all() -> int:
    """Let go of every deleted comment about which something is kept or waits."""
    left = queries.taken_back()
    for comment_id in left:
        let_go_of(comment_id)
    return len(left)
