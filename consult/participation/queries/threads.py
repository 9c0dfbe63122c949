"""A page of comments as somebody wants to read it; it costs the same however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, zip_longest
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Select,
    func,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import aliased, joinedload

from consult.accounts.models import Person
from consult.core import search
from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.core.search import SearchDoc
from consult.participation.models import VOTES, Comment, CommentTally, Helpful, Stance, Visibility
from consult.participation.queries.found import KIND
from consult.participation.queries.reading import Reading
from consult.proposals.models import Proposal

SHOWN_REPLIES = 5
MOST_NEW = 100
BEFORE_ALL: tuple[int, datetime, UUID] = (
    2**31 - 1,
    datetime(9999, 12, 31, tzinfo=UTC),
    UUID(int=2**128 - 1),
)
TOP = Comment.parent_id.is_(None)
# The same in words that no index of all comments holds: the few are found by their own index.
TOP_AMONG_FEW = func.coalesce(Comment.parent_id, Comment.id) == Comment.id
LISTED = or_(Comment.visibility != Visibility.DELETED, Comment.replies > 0)
KEYS: dict[str, tuple[Any, ...]] = {
    "newest": (Comment.created_at, Comment.id),
    "oldest": (Comment.created_at, Comment.id),
    "discussed": (Comment.replies, Comment.created_at, Comment.id),
    "helpful": (Comment.helpful, Comment.created_at, Comment.id),
}


@dataclass
class Thread:
    """A comment with the first of its replies, and whether the reader found it helpful."""

    comment: Comment
    replies: list[Comment] = field(default_factory=list)
    is_marked: bool = False
    same: int = 0  # how many more say the same and stand under it

    @property
    def more_replies(self) -> int:
        """How many replies are not shown here."""
        return max(self.comment.replies - len(self.replies), 0)


@dataclass(frozen=True)
class Figures:
    """How many comments residents gave, how many moderators hid, and where the newest stands."""

    received: int
    hidden: int
    newest: str | None

    @property
    def shown(self) -> int:
        """How many can be read."""
        return self.received - self.hidden


def comments_page(
    proposal: Proposal,
    reading: Reading,
    viewer: Person | None = None,
    own: Stance | None = None,
) -> Page[Thread]:
    """Twenty threads after a cursor, each with its first replies.

    `own` is the stance that `unlike` is unlike to. A pinned comment comes first where nothing is
    left out.
    """
    reading = reading.on(proposal)
    if reading.sort == "unlike":
        if own is not None:
            return _unlike(proposal, reading, viewer, own)
        reading = Reading(**{**vars(reading), "sort": "newest"})
    if reading.words:
        return _by_words(proposal, reading, viewer)
    asked = _filtered(_marked(viewer).where(Comment.proposal_id == proposal.id), reading, viewer)
    if not reading.is_flat:
        asked = asked.where(TOP_AMONG_FEW if reading.answered else TOP, LISTED)
    if not reading.is_filtered:
        asked = asked.where(Comment.pinned_at.is_(None), Comment.same_as_id.is_(None))
    keys = KEYS[reading.sort]
    if reading.after:
        kinds = (datetime, UUID) if len(keys) == 2 else (int, datetime, UUID)
        place = decode_cursor(reading.after, *kinds)
        asked = asked.where(
            tuple_(*keys) > place if reading.sort == "oldest" else tuple_(*keys) < place
        )
    asked = asked.order_by(*(key if reading.sort == "oldest" else key.desc() for key in keys))
    rows = db.session.execute(asked.limit(SIZE + 1)).all()
    last = rows[SIZE - 1][0] if len(rows) > SIZE else None
    following = encode_cursor(*(getattr(last, key.key) for key in keys)) if last else None
    first = [] if reading.is_filtered or reading.after else _pinned(proposal, viewer)
    return Page(_threads([*first, *rows[:SIZE]], reading), following)


def figures(proposal: Proposal) -> Figures:
    """What stands above a page of comments, in one statement."""
    received = select(func.sum(CommentTally.comments)).filter_by(proposal_id=proposal.id)
    hidden = select(func.count()).where(
        Comment.proposal_id == proposal.id,
        Comment.visibility == literal_column("'hidden'"),  # the words of the index
    )
    newest = select(Comment.created_at, Comment.id).where(*_top(proposal))
    newest = newest.order_by(Comment.created_at.desc(), Comment.id.desc()).limit(1)
    at, one = newest.subquery().c
    counted, away, last_at, last = db.session.execute(
        select(
            received.scalar_subquery(),
            hidden.scalar_subquery(),
            select(at).scalar_subquery(),
            select(one).scalar_subquery(),
        )
    ).one()
    return Figures(counted or 0, away, encode_cursor(last_at, last) if last else None)


def new_comments(proposal: Proposal, since: str | None) -> int:
    """How many comments came after a place, counted as far as a hundred."""
    asked = select(Comment.id).where(*_top(proposal))
    if since:
        place = decode_cursor(since, datetime, UUID)
        asked = asked.where(tuple_(Comment.created_at, Comment.id) > place)
    counted = select(func.count()).select_from(asked.limit(MOST_NEW).subquery())
    return db.session.scalar(counted) or 0


def parts_with_comments(proposal: Proposal) -> Sequence[str]:
    """The ids of the parts that somebody commented on."""
    return [
        part
        for part in db.session.scalars(
            select(Comment.part_id)
            .where(Comment.proposal_id == proposal.id, Comment.part_id.is_not(None))
            .distinct()
            .order_by(Comment.part_id)
        )
        if part
    ]


def is_helpful_to(person: Person, comment: Comment) -> bool:
    """Somebody marked this comment as helpful."""
    asked = select(Helpful.id).filter_by(comment_id=comment.id, person_id=person.id)
    return db.session.scalar(asked) is not None


def _top(proposal: Proposal) -> tuple[Any, ...]:
    return (Comment.proposal_id == proposal.id, TOP, LISTED)


def _marked(viewer: Person | None) -> Select[Any]:
    """Comments with their authors: whether the reader marked each, and how many say the same."""
    other = aliased(Comment)
    same = select(func.count()).where(other.same_as_id == Comment.id).correlate(Comment)
    told = select(Comment, _mark_of(viewer), same.scalar_subquery())
    return told.options(joinedload(Comment.author))


def _mark_of(viewer: Person | None) -> Any:
    if viewer is None:
        return literal(value=False)
    marks = select(Helpful.id).where(Helpful.comment_id == Comment.id)
    return marks.where(Helpful.person_id == viewer.id).correlate(Comment).exists()


def _filtered(asked: Select[Any], reading: Reading, viewer: Person | None) -> Select[Any]:
    if reading.stance:
        asked = asked.where(Comment.stance == reading.stance, Comment.is_official.is_(False))
    if reading.part_id:
        asked = asked.where(Comment.part_id == reading.part_id)
    if reading.answered:
        asked = asked.where(Comment.answered_at.is_not(None))
    if reading.mine:
        asked = asked.where(Comment.author_id == (viewer.id if viewer else None))
    if reading.is_flat:
        asked = asked.where(Comment.visibility != Visibility.DELETED)
    return asked


def _by_words(proposal: Proposal, reading: Reading, viewer: Person | None) -> Page[Thread]:
    newest = reading.sort != "oldest"
    chosen = search.hits(KIND, reading.words, [proposal.id]).join(
        Comment, Comment.id == SearchDoc.ref
    )
    asked = chosen.with_only_columns(Comment, SearchDoc.id, _mark_of(viewer))
    asked = _filtered(asked.options(joinedload(Comment.author)), reading, viewer)
    asked = asked.where(Comment.proposal_id == proposal.id)
    if reading.after:
        (place,) = decode_cursor(reading.after, int)
        asked = asked.where(search.beyond(place, newest=newest))
    rows = db.session.execute(asked.order_by(search.by_time(newest)).limit(SIZE + 1)).all()
    following = encode_cursor(rows[SIZE - 1][1]) if len(rows) > SIZE else None
    shown = [(row, is_marked) for row, _id, is_marked in rows[:SIZE]]
    return Page(_threads(shown, reading), following)


def _unlike(
    proposal: Proposal, reading: Reading, viewer: Person | None, own: Stance
) -> Page[Thread]:
    """The other stances by turns, of each the most helpful first."""
    others = [stance for stance in VOTES if stance is not own]
    places = [BEFORE_ALL] * len(others)
    if reading.after:
        told = decode_cursor(reading.after, *(int, datetime, UUID) * len(others))
        places = [(told[n], told[n + 1], told[n + 2]) for n in range(0, len(told), 3)]
    keys = KEYS["helpful"]
    each = [
        select(
            _filtered(select(Comment.id), reading, viewer)
            .where(*_top(proposal), Comment.stance == stance, Comment.is_official.is_(False))
            .where(tuple_(*keys) < place)
            .order_by(*(key.desc() for key in keys))
            .limit(SIZE + 1)
            .subquery()
        )
        for stance, place in zip(others, places, strict=True)
    ]
    chosen = union_all(*each).subquery()
    asked = _marked(viewer).join(chosen, chosen.c.id == Comment.id)
    rows = db.session.execute(asked.order_by(*(key.desc() for key in keys))).all()
    by_stance = [[row for row in rows if row[0].stance is stance] for stance in others]
    turns = [row for row in chain.from_iterable(zip_longest(*by_stance)) if row is not None]
    shown = turns[:SIZE]
    for row, *_more in shown:
        places[others.index(row.stance)] = (row.helpful, row.created_at, row.id)
    following = encode_cursor(*chain.from_iterable(places)) if len(turns) > SIZE else None
    return Page(_threads(shown, reading), following)


def _pinned(proposal: Proposal, viewer: Person | None) -> Sequence[Any]:
    asked = _marked(viewer).where(Comment.proposal_id == proposal.id)
    return db.session.execute(asked.where(Comment.pinned_at.is_not(None))).all()


def _threads(rows: Sequence[Any], reading: Reading) -> list[Thread]:
    answered = [] if reading.is_flat else [row[0].id for row in rows if row[0].replies]
    replies = _first_replies(answered)
    return [Thread(row, replies.get(row.id, []), *more) for row, *more in rows]


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
