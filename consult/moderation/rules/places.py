"""Moving a comment to where it belongs, and grouping comments that say the same."""

from collections.abc import Sequence
from uuid import uuid4

from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.moderation import queries
from consult.moderation.checks import check_may_act
from consult.moderation.models import OF_A_PLACE, Act, ModerationAction
from consult.moderation.rules.noting import begin, note
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Comment

WHOLE = ""  # how the place of a comment on no part is written down
MOST = 50


def move(
    moderator: Person, comment: Comment, part_id: str | None, explanation: str | None = None
) -> ModerationAction:
    """Let a comment and its replies stand on another part of the same proposal.

    It stays on its proposal: the view in it is one about this change and no other.
    """
    begin(moderator, comment)
    _check_stands(comment)
    if (comment.part_id or WHOLE) == (part_id or WHOLE):
        return _already(comment, Act.MOVE)
    about = participation.pin_for(comment, part_id or None)
    was = comment.part_id or WHOLE
    participation.move(comment, about)
    action = note(moderator, comment, Act.MOVE, None, explanation, settles=False)
    action.was = was
    db.session.flush()
    return action


def move_back(moderator: Person, action: ModerationAction) -> ModerationAction:
    """Let a comment stand where it stood before it was moved."""
    return move(moderator, action.comment, action.was or None)


def group(
    moderator: Person, leader: Comment, members: Sequence[Comment]
) -> Sequence[ModerationAction]:
    """Let comments stand under one that says the same; each keeps its row, its view and its count.

    All of it happens or nothing.
    """
    if not 1 <= len(members) <= MOST:
        raise Invalid("members", _("Choose from 1 to 50 comments that say the same."))
    begin(moderator, leader)
    _check_stands(leader)
    if leader.same_as_id is not None:
        raise Refused(_("This comment stands under another one itself. Group under that one."))
    batch, done = uuid4(), []
    for comment in sorted(members, key=lambda one: one.id):
        begin(moderator, comment)
        _check_goes_under(leader, comment)
        if comment.same_as_id == leader.id:
            continue
        participation.put_under(leader, comment)
        action = note(moderator, comment, Act.GROUP, settles=False)
        action.batch_id = batch
        done.append(action)
    db.session.flush()
    return done


def part(moderator: Person, comment: Comment) -> ModerationAction:
    """Let a grouped comment stand by itself again."""
    check_may_act(moderator, comment)
    if comment.same_as_id is None:
        return _already(comment, Act.PART)
    participation.stand_alone(comment)
    return note(moderator, comment, Act.PART, settles=False)


def _check_goes_under(leader: Comment, comment: Comment) -> None:
    _check_stands(comment)
    if comment.id == leader.id or comment.proposal_id != leader.proposal_id:
        raise Refused(_("Choose other comments on the same proposal."))
    if participated.same_as(comment):
        raise Refused(_("Others stand under one of them. Take that group apart first."))
    if comment.pinned_at is not None:
        raise Refused(_("One of them is pinned. Take the pin away first."))


def _check_stands(comment: Comment) -> None:
    """Only a resident's readable comment has a place of its own."""
    if comment.parent_id is not None:
        raise Refused(_("A reply stays with the comment that it answers."))
    if comment.is_suggestion or comment.is_official:
        raise Refused(_("This stays where it is: it belongs to the words that it is about."))
    if not comment.is_readable:
        raise Refused(_("It is not shown. Decide about its words first."))


def _already(comment: Comment, act: Act) -> ModerationAction:
    """The same act twice is one."""
    last = queries.last_of(comment, OF_A_PLACE)
    if last is None or last.act is not act:
        raise Refused(_("It stands there already."))
    return last
