"""Looking at a comment, or a suggestion, while nobody else changes it."""

from consult.core.db import db
from consult.participation.models import Comment, Suggestion


def hold(comment: Comment) -> None:
    """Read a comment as it is now, and keep it so until this transaction ends.

    Whoever changes a comment holds it before they look at it: an edit must not write over what a
    moderator removed a moment ago, and a comment deleted twice must be counted off once.
    """
    db.session.refresh(comment, with_for_update={"key_share": True, "of": Comment})


def hold_suggestion_row(suggestion: Suggestion) -> None:
    """The same for suggested words and what was said of them: the comment first, as everywhere."""
    hold(suggestion.comment)
    db.session.refresh(suggestion, with_for_update={"of": Suggestion})
