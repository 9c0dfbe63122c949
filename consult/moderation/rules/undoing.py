"""Taking back a decision soon after it: nothing is forgotten, and it waits again."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import queries
from consult.moderation.checks import check_may_act
from consult.moderation.models import BESIDE_WORDS, Act, FoundBy, ModerationAction
from consult.moderation.rules.claims import take
from consult.moderation.rules.deciding import restore
from consult.moderation.rules.names import show_name
from consult.moderation.rules.places import move_back, part
from consult.moderation.rules.threads import unlock
from consult.participation.models import Comment

UNDO = timedelta(minutes=5)
WAY_BACK = {
    Act.LOCK: Act.UNLOCK,
    Act.MOVE: Act.MOVE,
    Act.GROUP: Act.PART,
    Act.COVER_NAME: Act.SHOW_NAME,
}
TAKING_BACK: Mapping[Act, Callable[[Person, ModerationAction], ModerationAction]] = {
    Act.LOCK: lambda by, action: unlock(by, action.comment),
    Act.MOVE: move_back,
    Act.GROUP: lambda by, action: part(by, action.comment),
    Act.COVER_NAME: lambda by, action: show_name(by, action.comment, covered=action),
}
NO_WAY_BACK = (Act.RESTORE, Act.UNLOCK, Act.PART, Act.SHOW_NAME)


def undo(moderator: Person, action: ModerationAction) -> None:
    """Take back one's own last act; the log keeps the act and says what followed."""
    comment = action.comment
    check_may_act(moderator, comment)
    if action.moderator_id != moderator.id:
        raise Refused(_("Only the moderator who decided can undo it."))
    acts = queries.actions_on(comment)
    if acts[0].id != action.id:
        if acts[0].moderator_id == moderator.id and _is_undone(action, acts[0]):
            return
        raise Refused(_("Something was decided about this comment since. Look at it again."))
    if clock.now() - action.created_at > UNDO:
        raise Refused(_("Five minutes have passed. Decide again instead."))
    before = [one for one in acts[1:] if one.act not in BESIDE_WORDS]
    _refuse_what_has_no_way_back(action, before[0].act if before else None)
    undone = [action]
    if action.act in TAKING_BACK:
        undone.append(TAKING_BACK[action.act](moderator, action))
    elif action.act is not Act.KEEP:
        undone.append(restore(moderator, comment))
    _reopen(comment, undone)
    take(moderator, comment)


def _is_undone(action: ModerationAction, last: ModerationAction) -> bool:
    is_back = action.act is not Act.MOVE or (action.comment.part_id or "") == action.was
    return is_back and last.act is WAY_BACK.get(action.act, Act.RESTORE)


def _refuse_what_has_no_way_back(action: ModerationAction, before: Act | None) -> None:
    """What was held must not be shown by undoing, nor one redaction undo another."""
    if action.act in NO_WAY_BACK or action.found_by is FoundBy.AUTOMATED:
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
    if queries.hiding_proposed(comment) is None:
        for proposed in queries.proposals_ended(comment, [one.created_at for one in undone]):
            proposed.ended_at = None
    db.session.flush()
