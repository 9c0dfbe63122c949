"""What moderation lets the public see of a comment."""

from consult.core import search
from consult.core.db import db
from consult.core.html import RENDERER, render_markdown
from consult.participation.models import SHOWN_AGAIN, Comment, Visibility
from consult.participation.queries import found
from consult.participation.rules.holding import hold
from consult.participation.rules.places import pass_on
from consult.participation.rules.questions import settle


def hide(comment: Comment, notice: str) -> None:
    """Leave a comment its place and a notice; whoever hides it keeps its words."""
    hold(comment)
    comment.visibility, comment.notice = Visibility.HIDDEN, notice
    comment.body = comment.html = ""
    comment.pinned_at = None
    db.session.flush()
    pass_on(comment)
    search.drop(found.KIND, comment.id)
    settle(comment)


def redact(comment: Comment, body: str) -> None:
    """Show a comment with details taken out."""
    hold(comment)
    comment.visibility, comment.notice = Visibility.REDACTED, None
    comment.body, comment.html, comment.renderer = body, render_markdown(body), RENDERER
    db.session.flush()
    search.keep(found.doc_of(comment))
    settle(comment)


def show(comment: Comment, body: str) -> None:
    """Show a comment as it was written."""
    hold(comment)
    comment.visibility, comment.notice = Visibility.SHOWN, None
    comment.body, comment.html, comment.renderer = body, render_markdown(body), RENDERER
    db.session.flush()
    search.keep(found.doc_of(comment))
    settle(comment)


def lock(comment: Comment, why: str) -> None:
    """Take no more replies to a comment."""
    hold(comment)
    comment.locked_why = why
    db.session.flush()


def unlock(comment: Comment) -> None:
    """Take replies to a comment again."""
    hold(comment)
    comment.locked_why = None
    db.session.flush()


def say_shown_again(comment: Comment) -> None:
    """Let everybody read that an appeal brought a comment back."""
    hold(comment)
    if comment.is_readable:
        comment.notice = SHOWN_AGAIN
    db.session.flush()
