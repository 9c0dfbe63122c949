"""What a moderator sees beside a comment: the thread, its author's history, who says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Select, false, func, literal, select, true, union_all
from sqlalchemy.orm import aliased, contains_eager, joinedload

from consult.core.db import db
from consult.moderation.bursts import alike as say_the_same
from consult.moderation.models import COVERING, ModerationAction
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal

AROUND = 3
LAST = 3
ALIKE = 5
MOST_ALIKE = 50
LOOKED_AT = 500
START = 12  # letters that those begin with among which near texts are looked for
BEGINNING = 60  # letters that two comments share at their beginning before they are called alike


@dataclass(frozen=True)
class Beside:
    """The comment that one answers, or else the first replies to it; and those that begin alike."""

    around: Sequence[Comment]
    alike: Sequence[Comment]


@dataclass(frozen=True)
class History:
    """How an author took part in one council, and the last acts on their other comments."""

    written: int
    hidden: int
    redacted: int
    acts: Sequence[ModerationAction]


def beside(comment: Comment) -> Beside:
    """The comments that a moderator looks at beside this one, in one statement."""
    chosen = union_all(
        select(_around(comment).subquery().c.id, literal(0).label("kind")),
        select(_alike(comment).subquery().c.id, literal(1).label("kind")),
    ).subquery()
    rows = db.session.execute(
        select(Comment, chosen.c.kind)
        .join(chosen, chosen.c.id == Comment.id)
        .options(joinedload(Comment.author))
        .order_by(chosen.c.kind, Comment.created_at, Comment.id)
    ).all()
    return Beside(
        around=[other for other, kind in rows if kind == 0],
        alike=[other for other, kind in rows if kind == 1],
    )


def alike(comment: Comment) -> Sequence[Comment]:
    """The comments that may be put under this one: they say nearly the same, each by itself.

    They are looked for among those that begin with the same letters, the newest first.
    """
    if not comment.is_readable:
        return []
    asked = (
        select(Comment)
        .join(Comment.author)
        .options(contains_eager(Comment.author))
        .where(
            Comment.proposal_id == comment.proposal_id,
            Comment.id != comment.id,
            Comment.parent_id.is_(None),
            Comment.same_as_id.is_(None),
            Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
            Comment.replaces.is_(None),
            Comment.is_official.is_(False),
            func.lower(func.substr(Comment.body, 1, START)) == comment.body[:START].lower(),
        )
        .order_by(Comment.created_at.desc(), Comment.id)
        .limit(LOOKED_AT)
    )
    found = (one for one in db.session.scalars(asked) if say_the_same(one.body, comment.body))
    return list(islice(found, MOST_ALIKE))


def _around(comment: Comment) -> Select[*tuple[object, ...]]:
    if comment.parent_id is not None:
        return select(Comment.id).where(Comment.id == comment.parent_id)
    return (
        select(Comment.id)
        .where(Comment.parent_id == comment.id)
        .order_by(Comment.created_at, Comment.id)
        .limit(AROUND)
    )


def _alike(comment: Comment) -> Select[*tuple[object, ...]]:
    """Others on the same proposal that begin with the same words, whoever wrote them."""
    if not comment.is_readable:
        return select(Comment.id).where(false())
    return (
        select(Comment.id)
        .where(
            Comment.proposal_id == comment.proposal_id,
            Comment.id != comment.id,
            Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
            func.substr(Comment.body, 1, BEGINNING) == comment.body[:BEGINNING],
        )
        .order_by(Comment.created_at.desc(), Comment.id)
        .limit(ALIKE)
    )


def history_of(comment: Comment) -> History:
    """What the author of a comment has written in this council, and what became of it."""
    council_id = comment.proposal.council_id
    theirs = (
        select(func.count())
        .select_from(Comment)
        .join(Comment.proposal)
        .where(Comment.author_id == comment.author_id, Proposal.council_id == council_id)
    )
    act = aliased(
        ModerationAction,
        select(ModerationAction)
        .join(Comment, Comment.id == ModerationAction.comment_id)
        .where(
            Comment.author_id == comment.author_id,
            Comment.id != comment.id,
            ModerationAction.council_id == council_id,
            ModerationAction.act.in_(COVERING),
        )
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id)
        .limit(LAST)
        .subquery(),
    )
    one = select(literal(1).label("one")).subquery()  # a row even where nothing was done
    rows = db.session.execute(
        select(
            theirs.scalar_subquery(),
            theirs.where(Comment.visibility == Visibility.HIDDEN).scalar_subquery(),
            theirs.where(Comment.visibility == Visibility.REDACTED).scalar_subquery(),
            act,
        )
        .select_from(one)
        .outerjoin(act, true())
        .order_by(act.created_at.desc(), act.id)
    ).all()
    written, hidden, redacted, _act = rows[0]
    return History(written, hidden, redacted, [row[3] for row in rows if row[3] is not None])
