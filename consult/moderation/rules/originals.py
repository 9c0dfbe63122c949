"""Keeping, reading and forgetting what comments said."""

from datetime import timedelta

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import history, queries
from consult.moderation.models import (
    Original,
    OriginalReading,
)
from consult.participation.models import Comment, Visibility

KEPT = timedelta(days=90)


def read_original(reader: Person, comment: Comment) -> Original:
    """Let a moderator read what a comment said, and keep a record that they did."""
    original = queries.original(comment)
    if original is None or comment.visibility is Visibility.DELETED:
        raise Refused(_("No original of this comment is kept."))
    db.session.add(OriginalReading(comment_id=comment.id, reader_id=reader.id))
    db.session.flush()
    return original


def forget_originals() -> int:
    """Forget the originals whose time is over; what is hidden then stays hidden for good."""
    originals = queries.originals_to_forget(clock.now())
    for original in originals:
        db.session.delete(original)
    return len(originals)


def put_away(comment: Comment) -> Original:
    """Keep the words apart from all that the public can reach, from the first act on."""
    original = queries.original(comment)
    if original is None:
        original = Original(comment=comment, **history.taken_down(comment))
        db.session.add(original)
    original.keep_until = clock.now() + KEPT
    db.session.flush()
    return original
