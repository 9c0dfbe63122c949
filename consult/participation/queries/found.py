"""How comments are found by their words: those that the public can read, and no others."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from consult.core.db import db
from consult.core.html import plain_words
from consult.core.search import Doc
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal

KIND = "comment"
READABLE = (Visibility.SHOWN, Visibility.REDACTED)


def doc_of(comment: Comment) -> Doc:
    """What a comment is found by."""
    belongs = (comment.proposal.council_id, comment.proposal_id)
    return Doc(KIND, comment.id, belongs, "", plain_words(comment.html))


def readable_comments(ids: Sequence[UUID]) -> list[Comment]:
    """These comments with their authors, in this order, but for what nobody can read any more."""
    asked = select(Comment).where(Comment.id.in_(ids), Comment.visibility.in_(READABLE))
    known = {one.id: one for one in db.session.scalars(asked.options(joinedload(Comment.author)))}
    return [known[one] for one in ids if one in known]


def docs() -> Iterator[Doc]:
    """Every comment that the public can read, the oldest first."""
    found = db.session.execute(
        select(Comment.id, Comment.html, Comment.proposal_id, Proposal.council_id)
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(Comment.visibility.in_(READABLE))
        .order_by(Comment.created_at, Comment.id)
        .execution_options(yield_per=1_000)
    )
    for one, html, proposal_id, council_id in found:
        yield Doc(KIND, one, (council_id, proposal_id), "", plain_words(html))
