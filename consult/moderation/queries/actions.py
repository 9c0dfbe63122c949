"""Questions about what was done with a comment."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from consult.core.db import db
from consult.core.errors import NotFound
from consult.moderation.models import (
    BESIDE_WORDS,
    COVERING,
    OF_A_THREAD,
    Act,
    ModerationAction,
)
from consult.participation.models import Comment


def actions_on(comment: Comment) -> Sequence[ModerationAction]:
    """What was done with a comment, latest first."""
    return db.session.scalars(
        select(ModerationAction)
        .filter_by(comment_id=comment.id)
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id)
    ).all()


def last_action(comment: Comment) -> ModerationAction | None:
    """The act that stands: the latest."""
    return next(iter(actions_on(comment)), None)


def last_about_words(comment: Comment) -> ModerationAction | None:
    """The latest act on the words themselves, whatever was done with the thread since."""
    return next((one for one in actions_on(comment) if one.act not in BESIDE_WORDS), None)


def last_about_thread(comment: Comment) -> ModerationAction | None:
    """The latest act on the thread below a comment."""
    return next((one for one in actions_on(comment) if one.act in OF_A_THREAD), None)


def last_of(comment: Comment, acts: Sequence[Act]) -> ModerationAction | None:
    """The latest of certain acts on a comment."""
    return next((one for one in actions_on(comment) if one.act in acts), None)


def covering_act(comment: Comment) -> ModerationAction | None:
    """The latest act that took words from the public, whether or not it still stands."""
    return next((action for action in actions_on(comment) if action.act in COVERING), None)


def action_on(comment: Comment, action_id: UUID) -> ModerationAction:
    """One act on a comment."""
    found = db.session.scalar(
        select(ModerationAction).filter_by(id=action_id, comment_id=comment.id)
    )
    if found is None:
        raise NotFound()
    return found
