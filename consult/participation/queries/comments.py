"""Questions about comments; a page of them costs the same however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import Comment, CommentEdit, CommentTally, Visibility
from consult.proposals.models import Proposal

SHOWN_REPLIES = 5
SORTS = ("newest", "oldest", "discussed")

READABLE = (Visibility.SHOWN, Visibility.REDACTED)
LISTED = or_(Comment.visibility != Visibility.DELETED, Comment.replies > 0)


@dataclass
class Thread:
    """A comment with the first of its replies."""

    comment: Comment
    replies: list[Comment] = field(default_factory=list)

    @property
    def more_replies(self) -> int:
        """How many replies are not shown here."""
        return max(self.comment.replies - len(self.replies), 0)


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


def comments_page(proposal: Proposal, sort: str, after: str | None) -> Page[Thread]:
    """Twenty threads after a cursor, each with its first replies."""
    sort = sort if sort in SORTS else "newest"
    asked = _sorted(_top(proposal), sort, after).limit(SIZE + 1)
    rows = db.session.scalars(asked.options(joinedload(Comment.author))).all()
    shown = rows[:SIZE]
    following = _cursor(shown[-1], sort) if len(rows) > SIZE else None
    replies = _first_replies([row.id for row in shown if row.replies])
    return Page([Thread(row, replies.get(row.id, [])) for row in shown], following)


def replies_of(parent: Comment) -> Sequence[Comment]:
    """Every reply under a comment, oldest first."""
    return db.session.scalars(
        select(Comment)
        .filter_by(parent_id=parent.id)
        .where(Comment.visibility != Visibility.DELETED)
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


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


def first_answer_at(comment: Comment) -> datetime | None:
    """When the council first replied to a comment, if a reply of it still stands."""
    asked = select(func.min(Comment.created_at)).filter_by(parent_id=comment.id, is_official=True)
    return db.session.scalar(asked.where(Comment.visibility.in_(READABLE)))


def comments_of(author: Person, after: str | None = None) -> Page[Comment]:
    """What somebody wrote, newest first, twenty at a time."""
    asked = (
        select(Comment)
        .filter_by(author_id=author.id)
        .where(Comment.visibility != Visibility.DELETED)
        .options(joinedload(Comment.proposal))
    )
    rows = db.session.scalars(_sorted(asked, "newest", after).limit(SIZE + 1)).all()
    return Page(rows[:SIZE], _cursor(rows[SIZE - 1], "newest") if len(rows) > SIZE else None)


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


def _top(proposal: Proposal) -> Select[Comment]:
    return select(Comment).where(
        and_(Comment.proposal_id == proposal.id, Comment.parent_id.is_(None), LISTED)
    )


def _sorted(asked: Select[Comment], sort: str, after: str | None) -> Select[Comment]:
    keys: tuple[Any, ...] = (Comment.created_at, Comment.id)
    kinds: tuple[type, ...] = (datetime, UUID)
    if sort == "discussed":
        keys, kinds = (Comment.replies, *keys), (int, *kinds)
    if after:
        place = decode_cursor(after, *kinds)
        beyond = tuple_(*keys) > place if sort == "oldest" else tuple_(*keys) < place
        asked = asked.where(beyond)
    return asked.order_by(*(key if sort == "oldest" else key.desc() for key in keys))


def _cursor(row: Comment, sort: str) -> str:
    if sort == "discussed":
        return encode_cursor(row.replies, row.created_at, row.id)
    return encode_cursor(row.created_at, row.id)


def _first_replies(parents: Iterable[UUID]) -> dict[UUID, list[Comment]]:
    """The first replies of many comments, in one statement."""
    wanted = list(parents)
    found: dict[UUID, list[Comment]] = {}
    if not wanted:
        return found
    place = func.row_number().over(
        partition_by=Comment.parent_id, order_by=(Comment.created_at, Comment.id)
    )
    ranked = (
        select(Comment, place.label("place"))
        .where(Comment.parent_id.in_(wanted), Comment.visibility != Visibility.DELETED)
        .subquery()
    )
    reply = aliased(Comment, ranked)
    rows = db.session.scalars(
        select(reply)
        .where(ranked.c.place <= SHOWN_REPLIES)
        .options(joinedload(reply.author))
        .order_by(reply.created_at, reply.id)
    )
    for row in rows:
        assert row.parent_id is not None
        found.setdefault(row.parent_id, []).append(row)
    return found
