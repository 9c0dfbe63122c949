"""Taking back a decision soon after it: nothing is forgotten, and it waits again."""

from datetime import timedelta

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import queries
from consult.moderation.checks import check_may_act
from consult.moderation.models import OF_A_THREAD, Act, FoundBy, ModerationAction
from consult.moderation.rules.claims import take
from consult.moderation.rules.deciding import restore
from consult.moderation.rules.threads import unlock
from consult.participation.models import Comment

UNDO = timedelta(minutes=5)


def undo(moderator: Person, action: ModerationAction) -> None:
    """Take back one's own last act; the log keeps the act and says what followed."""
    comment = action.comment
    check_may_act(moderator, comment)
    if action.moderator_id != moderator.id:
        raise Refused(_("Only the moderator who decided can undo it."))
    acts = queries.actions_on(comment)
    if acts[0].id != action.id:
        way_back = Act.UNLOCK if action.act is Act.LOCK else Act.RESTORE
        if acts[0].act is way_back and acts[0].moderator_id == moderator.id:
            return  # undone already
        raise Refused(_("Something was decided about this comment since. Look at it again."))
    if clock.now() - action.created_at > UNDO:
        raise Refused(_("Five minutes have passed. Decide again instead."))
    before = [one for one in acts[1:] if one.act not in OF_A_THREAD]
    _refuse_what_has_no_way_back(action, before[0].act if before else None)
    undone = [action]
    if action.act is Act.LOCK:
        undone.append(unlock(moderator, comment))
    elif action.act is not Act.KEEP:
        undone.append(restore(moderator, comment))
    _reopen(comment, undone)
    take(moderator, comment)


def _refuse_what_has_no_way_back(action: ModerationAction, before: Act | None) -> None:
    """What was held must not be shown by undoing, nor one redaction undo another."""
    if action.act in (Act.RESTORE, Act.UNLOCK) or action.found_by is FoundBy.AUTOMATED:
        raise Refused(_("This cannot be undone. Decide again instead."))
    if action.act is Act.REDACT and before is Act.REDACT:
        raise Refused(_("Details were removed before, too. Show it again or remove others."))


def _reopen(comment: Comment, undone: list[ModerationAction]) -> None:
    ids = {action.id for action in undone}
    for report in queries.reports_on(comment):
        if report.settled_by_id in ids:
            report.settled_at = report.settled_by_id = None
    for case in queries.cases_settled(comment, [action.created_at for action in undone]):
        if queries.open_case(comment, case.kind) is None:
            case.settled_at = None
            db.session.flush()
    db.session.flush()
