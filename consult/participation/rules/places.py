"""Where a comment stands: on which part, and under which other that says the same."""

from collections.abc import Sequence

from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.participation import queries
from consult.participation.carrying import Pin
from consult.participation.counters import move_part
from consult.participation.models import Comment, Visibility
from consult.participation.rules.holding import hold
from consult.participation.rules.parts import pin
from consult.participation.rules.saying import print_of


def pin_for(comment: Comment, part_id: str | None) -> Pin:
    """What a comment would be about on another part, in the version that its author read."""
    return pin(comment.proposal, part_id, None, read=comment.version_number)


def move(comment: Comment, about: Pin) -> None:
    """Let a comment stand on another part, or on the whole proposal; its thread comes along."""
    hold(comment)
    if comment.visibility is Visibility.SHOWN:
        print_ = print_of(comment, about.part_id, comment.body)
        other = queries.same_comment(comment.author, print_)
        if other is not None and other.id != comment.id:
            raise Refused(_("Its author has said the same there. Group the two instead."))
        comment.fingerprint = print_
    changed = {part: by for part, by in ((comment.part_id, -1), (about.part_id, 1)) if part}
    comment.part_id, comment.quote = about.part_id, about.quote
    comment.moved_at = clock.now()
    db.session.flush()
    for part, by in sorted(changed.items()):
        move_part(comment.proposal_id, part, by)


def put_under(leader: Comment, comment: Comment) -> None:
    """Let a comment under which no other stands stand under one that says the same."""
    comment.same_as_id = leader.id
    db.session.flush()


def stand_alone(comment: Comment) -> None:
    """Let a comment stand by itself again."""
    hold(comment)
    comment.same_as_id = None
    db.session.flush()


def pass_on(leader: Comment) -> None:
    """When a comment's words go, the oldest of those that say the same stands in its place."""
    left: Sequence[Comment] = queries.same_as(leader)
    first = next((one for one in left if one.is_readable), None)
    for one in left:
        one.same_as_id = first.id if first is not None and one is not first else None
    db.session.flush()
