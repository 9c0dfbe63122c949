"""Taking a comment's cases for oneself for a while, so that two moderators do not collide."""

from sqlalchemy import or_, update

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import queries
from consult.moderation.checks import check_may_act
from consult.moderation.models import CLAIM, Case
from consult.participation.models import Comment


def claim(moderator: Person, comment: Comment) -> None:
    """Take all that waits about a comment; of two who ask at once, one has it."""
    check_may_act(moderator, comment)
    if not queries.open_cases(comment):
        raise Refused(_("Nothing waits about this comment any more."))
    take(moderator, comment)


def take(moderator: Person, comment: Comment) -> None:
    """Take what is free, or begin one's own time again; refuse what another has."""
    now = clock.now()
    db.session.execute(
        update(Case)
        .where(
            Case.comment_id == comment.id,
            Case.settled_at.is_(None),
            or_(
                Case.claimed_by_id.is_(None),
                Case.claimed_by_id == moderator.id,
                Case.claimed_at <= now - CLAIM,
            ),
        )
        .values(claimed_by_id=moderator.id, claimed_at=now)
        .execution_options(synchronize_session="fetch")
    )
    case = queries.taken_by_another(moderator, comment)
    if case is not None:
        raise Refused(has_it(case))


def let_go(moderator: Person, comment: Comment) -> None:
    """Give back what one has; what one does not have stays as it is."""
    for case in queries.open_cases(comment):
        if case.claimed_by_id == moderator.id:
            case.claimed_by_id = case.claimed_at = None
    db.session.flush()


def has_it(case: Case) -> str:
    """Who has a case, and until when nobody else may decide it."""
    holder = case.claimed_by
    assert holder is not None
    return _(
        "%(name)s has this for %(minutes)s more minutes. You can read it, and decide when they "
        "let it go.",
        name=holder.real_name or holder.public_name,
        minutes=case.minutes_left,
    )
