"""The earlier texts of a comment: cleaned with it, and brought back with it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from consult.core.db import db
from consult.core.html import render_markdown
from consult.moderation import queries
from consult.participation.models import Comment, CommentEdit


def taken_down(comment: Comment) -> dict[str, Any]:
    """All that a comment says and has said."""
    return {
        "body": comment.body,
        "edits": [
            {"id": str(edit.id), "body": edit.body, "at": edit.created_at.isoformat()}
            for edit in queries.edits_of(comment)
        ],
    }


def clean(comment: Comment, cleaned: Callable[[str], str]) -> None:
    """Let no earlier text keep what the comment must no longer say."""
    for edit in queries.edits_of(comment):
        _say(edit, cleaned(edit.body))
    db.session.flush()


def bring_back(comment: Comment, edits: Sequence[Mapping[str, str]]) -> None:
    """Put earlier texts back exactly, whether they were blanked or taken away."""
    here = {edit.id: edit for edit in queries.edits_of(comment)}
    for kept in edits:
        edit = here.get(UUID(kept["id"]))
        if edit is None:
            edit = CommentEdit(
                id=UUID(kept["id"]),
                comment_id=comment.id,
                created_at=datetime.fromisoformat(kept["at"]),
            )
            db.session.add(edit)
        _say(edit, kept["body"])
    db.session.flush()


def _say(edit: CommentEdit, body: str) -> None:
    edit.body, edit.html = body, render_markdown(body) if body else ""
