"""How an appeal ends, whoever ends it and however."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.moderation import letters
from consult.moderation.models import Act, Appeal, ModerationAction, Outcome
from consult.participation import rules as participation
from consult.participation.models import Visibility


def is_lifted(appeal: Appeal) -> bool:
    """What the author appealed against no longer covers anything."""
    visibility = appeal.action.comment.visibility
    if appeal.action.act is Act.HIDE:
        return visibility is not Visibility.HIDDEN
    return visibility is Visibility.SHOWN


def overturn(
    judge: Person, appeal: Appeal, answer: str | None, action: ModerationAction | None
) -> None:
    """Say that the decision was wrong, beside the comment and in the record."""
    participation.say_shown_again(appeal.action.comment)
    end(appeal, Outcome.OVERTURNED, judge, answer, action)


def end(
    appeal: Appeal,
    outcome: Outcome,
    judge: Person | None,
    answer: str | None = None,
    action: ModerationAction | None = None,
    by: str = "moderator",
) -> None:
    """Keep the outcome, take the case off the list, tell the record and the author."""
    comment, now = appeal.action.comment, clock.now()
    appeal.outcome, appeal.decided_at, appeal.answer = outcome, now, answer or None
    appeal.decided_by_id = judge.id if judge else None
    appeal.act = action
    appeal.case.settled_at = now
    record(
        Fact.APPEAL_DECIDED,
        council=comment.proposal.council,
        proposal=comment.proposal,
        by=by,
        comment=comment.id,
        act=appeal.action.act,
        outcome=outcome,
        days=(clock.local(now).date() - clock.local(appeal.made_at).date()).days,
    )
    letters.tell_outcome(appeal)
    db.session.flush()
