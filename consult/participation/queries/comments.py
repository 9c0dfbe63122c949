"""Questions about single comments and those that belong together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import Comment, CommentEdit, CommentTally, Visibility
from consult.participation.queries.threads import LISTED
from consult.proposals.models import Proposal

READABLE = (Visibility.SHOWN, Visibility.REDACTED)
SHOWN_ANSWERS = 10


def comment(proposal: Proposal, comment_id: UUID, *, even_deleted: bool = False) -> Comment:
    """A comment on this proposal; a deleted one only while replies need its place."""
    asked = (
        select(Comment)
        .filter_by(id=comment_id, proposal_id=proposal.id)
        .options(joinedload(Comment.author), joinedload(Comment.proposal))
    )
    found = db.session.scalar(asked if even_deleted else asked.where(LISTED))
    if found is None:
        raise NotFound()
    return found


def comment_count(proposal: Proposal) -> int:
    """How many comments and replies of residents stand there."""
    asked = select(func.sum(CommentTally.comments)).filter_by(proposal_id=proposal.id)
    return db.session.scalar(asked) or 0


def replies_of(parent: Comment) -> Sequence[Comment]:
    """Every reply under a comment, oldest first."""
    return db.session.scalars(
        select(Comment)
        .filter_by(parent_id=parent.id)
        .where(Comment.visibility != Visibility.DELETED)
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


def same_as(leader: Comment) -> Sequence[Comment]:
    """The comments that stand under one because they say the same, oldest first."""
    return db.session.scalars(
        select(Comment)
        .filter_by(same_as_id=leader.id)
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


def leader_of(comment: Comment) -> Comment | None:
    """The comment that says the same and under which this one stands."""
    if comment.same_as_id is None:
        return None
    asked = select(Comment).filter_by(id=comment.same_as_id)
    return db.session.scalar(asked.options(joinedload(Comment.author)))


def all_comments(proposal: Proposal) -> Sequence[Comment]:
    """Every comment and reply that residents gave and did not take back, oldest first."""
    return db.session.scalars(
        select(Comment)
        .filter_by(proposal_id=proposal.id, is_official=False)
        .where(Comment.visibility != Visibility.DELETED)
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


def official_replies(proposal: Proposal) -> int:
    """How many replies the council itself gave."""
    asked = select(func.count()).select_from(Comment)
    asked = asked.filter_by(proposal_id=proposal.id, is_official=True)
    return db.session.scalar(asked) or 0


def pinned_comment(proposal: Proposal) -> Comment | None:
    """The comment that moderators put first."""
    asked = select(Comment).where(
        Comment.proposal_id == proposal.id, Comment.pinned_at.is_not(None)
    )
    return db.session.scalar(asked)


def comments_of(author: Person, after: str | None = None) -> Page[Comment]:
    """What somebody wrote, newest first, twenty at a time."""
    asked = (
        select(Comment)
        .filter_by(author_id=author.id)
        .where(Comment.visibility != Visibility.DELETED)
        .options(joinedload(Comment.proposal))
    )
    keys = (Comment.created_at, Comment.id)
    if after:
        asked = asked.where(tuple_(*keys) < decode_cursor(after, datetime, UUID))
    asked = asked.order_by(*(key.desc() for key in keys)).limit(SIZE + 1)
    rows = db.session.scalars(asked).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.created_at, last.id) if last else None)


def replies_to(author: Person) -> Sequence[Comment]:
    """The latest that others answered under what somebody wrote."""
    parent = aliased(Comment)
    return db.session.scalars(
        select(Comment)
        .join(parent, parent.id == Comment.parent_id)
        .where(
            parent.author_id == author.id,
            Comment.author_id != author.id,
            Comment.visibility.in_(READABLE),
        )
        .options(joinedload(Comment.author), joinedload(Comment.proposal))
        .order_by(Comment.created_at.desc(), Comment.id)
        .limit(SHOWN_ANSWERS)
    ).all()


def same_comment(author: Person, fingerprint: str) -> Comment | None:
    """What somebody already said in the same words in the same place."""
    return db.session.scalar(
        select(Comment).filter_by(author_id=author.id, fingerprint=fingerprint)
    )


def edits_of(comment: Comment) -> Sequence[CommentEdit]:
    """What a comment said before, newest first."""
    if comment.edited_at is None:
        return []
    return db.session.scalars(
        select(CommentEdit)
        .filter_by(comment_id=comment.id)
        .order_by(CommentEdit.created_at.desc(), CommentEdit.id)
    ).all()
