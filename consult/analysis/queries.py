"""Questions about themes and outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, exists, func, not_, or_, select, tuple_
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.elements import ColumnElement

from consult.analysis.models import Disposition as Disposition
from consult.analysis.models import Outcome, Theme, ThemeComment
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import Comment, Visibility
from consult.participation.models import Stance as Stance
from consult.proposals.models import Proposal

FILTERS = ("open", "all", "themed", "own")

IN_A_THEME = exists().where(ThemeComment.comment_id == Comment.id).correlate(Comment)
OWN_OUTCOME = exists().where(Outcome.comment_id == Comment.id).correlate(Comment)


@dataclass(frozen=True)
class Coverage:
    """How far the comments have been worked through."""

    total: int
    themed: int
    settled: int

    @property
    def open(self) -> int:
        """Comments without an outcome."""
        return self.total - self.settled


@dataclass
class Row:
    """A comment on the workbench with where it stands."""

    comment: Comment
    themes: list[Theme] = field(default_factory=list)
    quoted: list[UUID] = field(default_factory=list)
    outcome: Outcome | None = None


def themes(proposal: Proposal) -> Sequence[Theme]:
    """The themes of a proposal, in their order."""
    return db.session.scalars(
        select(Theme).filter_by(proposal_id=proposal.id).order_by(Theme.position, Theme.id)
    ).all()


def theme(proposal: Proposal, theme_id: UUID) -> Theme:
    """One theme of this proposal."""
    found = db.session.scalar(select(Theme).filter_by(id=theme_id, proposal_id=proposal.id))
    if found is None:
        raise NotFound()
    return found


def is_theme_gone(theme_id: UUID) -> bool:
    """No proposal has such a theme any more, so what was asked to be taken away has been."""
    return db.session.get(Theme, theme_id) is None


def theme_labelled(proposal: Proposal, label: str) -> Theme | None:
    """The theme of that name."""
    return db.session.scalar(select(Theme).filter_by(proposal_id=proposal.id, label=label))


def counts_by_theme(proposal: Proposal) -> dict[UUID, dict[Stance, int]]:
    """For each theme, how many comments of each stance."""
    rows = db.session.execute(
        select(ThemeComment.theme_id, Comment.stance, func.count())
        .join(Comment, Comment.id == ThemeComment.comment_id)
        .where(Comment.proposal_id == proposal.id, *_counted())
        .group_by(ThemeComment.theme_id, Comment.stance)
    )
    found: dict[UUID, dict[Stance, int]] = {}
    for theme_id, stance, n in rows:
        found.setdefault(theme_id, dict.fromkeys(Stance, 0))[stance] = n
    return found


def placed(proposal: Proposal) -> Sequence[ThemeComment]:
    """Every comment under every theme, with comment and author."""
    return db.session.scalars(
        select(ThemeComment)
        .join(ThemeComment.comment)
        .where(Comment.proposal_id == proposal.id, *_counted())
        .options(joinedload(ThemeComment.comment).joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


def place(theme: Theme, comment: Comment) -> ThemeComment | None:
    """A comment's place under a theme."""
    return db.session.scalar(
        select(ThemeComment).filter_by(theme_id=theme.id, comment_id=comment.id)
    )


def themes_of(comment: Comment) -> Sequence[Theme]:
    """The themes that hold one comment."""
    return db.session.scalars(
        select(Theme)
        .join(ThemeComment, ThemeComment.theme_id == Theme.id)
        .where(ThemeComment.comment_id == comment.id)
        .order_by(Theme.position, Theme.id)
    ).all()


def outcome_of(comment: Comment) -> Outcome | None:
    """A comment's own outcome."""
    return db.session.scalar(select(Outcome).filter_by(comment_id=comment.id))


def outcomes(proposal: Proposal) -> Sequence[Outcome]:
    """All outcomes that comments have of their own."""
    return db.session.scalars(
        select(Outcome)
        .join(Outcome.comment)
        .where(Comment.proposal_id == proposal.id, *_counted())
        .options(joinedload(Outcome.comment).joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()


def coverage(proposal: Proposal) -> Coverage:
    """How many comments there are, under a theme, and with an outcome either way."""
    total, themed, settled = db.session.execute(
        select(
            func.count(),
            func.count().filter(IN_A_THEME),
            func.count().filter(or_(IN_A_THEME, OWN_OUTCOME)),
        )
        .select_from(Comment)
        .where(Comment.proposal_id == proposal.id, *_counted())
    ).one()
    return Coverage(total, themed, settled)


def without_outcome(proposal: Proposal) -> int:
    """How many comments nobody has answered, by a theme or by themselves."""
    return coverage(proposal).open


def stance_counts(proposal: Proposal) -> dict[Stance, int]:
    """How many comments of each stance need an outcome."""
    stances, _ = stances_and_hidden(proposal)
    return stances


def stances_and_hidden(proposal: Proposal) -> tuple[dict[Stance, int], int]:
    """The same, and how many of them the public cannot read."""
    hidden = func.count().filter(Comment.visibility == Visibility.HIDDEN)
    rows = db.session.execute(
        select(Comment.stance, func.count(), hidden)
        .where(Comment.proposal_id == proposal.id, *_counted())
        .group_by(Comment.stance)
    ).all()
    stances = dict.fromkeys(Stance, 0) | {stance: n for stance, n, _ in rows}
    return stances, sum(unread for _, _, unread in rows)


def workbench(
    proposal: Proposal,
    which: str = "open",
    theme: Theme | None = None,
    stance: Stance | None = None,
    after: str | None = None,
) -> Page[Row]:
    """Comments to work on, oldest first, with their themes and outcomes."""
    asked = (
        select(Comment, Outcome)
        .outerjoin(Outcome, Outcome.comment_id == Comment.id)
        .where(Comment.proposal_id == proposal.id, *_counted())
    )
    if theme is not None:
        asked = asked.where(
            exists().where(
                and_(ThemeComment.comment_id == Comment.id, ThemeComment.theme_id == theme.id)
            )
        )
    elif which in FILTERS and which != "all":
        asked = asked.where(_chosen(which))
    if stance is not None:
        asked = asked.where(Comment.stance == stance)
    if after:
        asked = asked.where(
            tuple_(Comment.created_at, Comment.id) > decode_cursor(after, datetime, UUID)
        )
    found = db.session.execute(
        asked.options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
        .limit(SIZE + 1)
    ).all()
    shown = [Row(comment, outcome=outcome) for comment, outcome in found[:SIZE]]
    following = None
    if len(found) > SIZE:
        last = shown[-1].comment
        following = encode_cursor(last.created_at, last.id)
    return Page(_with_themes(shown), following)


def comments_named(proposal: Proposal, ids: Iterable[UUID]) -> Sequence[Comment]:
    """These comments of this proposal; an id of another's is not found."""
    wanted = set(ids)
    found = db.session.scalars(
        select(Comment)
        .where(Comment.proposal_id == proposal.id, Comment.id.in_(wanted), *_counted())
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at, Comment.id)
    ).all()
    if len(found) != len(wanted):
        raise NotFound()
    return found


def _counted() -> tuple[ColumnElement[bool], ...]:
    """Comments that need an outcome: not the council's own, not taken back; hidden ones do."""
    return (Comment.visibility != Visibility.DELETED, Comment.is_official.is_(False))


def _chosen(which: str) -> ColumnElement[bool]:
    if which == "themed":
        return IN_A_THEME
    if which == "own":
        return OWN_OUTCOME
    return and_(not_(IN_A_THEME), not_(OWN_OUTCOME))


def _with_themes(shown: list[Row]) -> list[Row]:
    rows = {row.comment.id: row for row in shown}
    if not rows:
        return shown
    places = db.session.execute(
        select(ThemeComment.comment_id, ThemeComment.is_quote, Theme)
        .join(Theme, Theme.id == ThemeComment.theme_id)
        .where(ThemeComment.comment_id.in_(rows))
        .order_by(Theme.position, Theme.id)
    )
    for comment_id, is_quote, found in places:
        rows[comment_id].themes.append(found)
        if is_quote:
            rows[comment_id].quoted.append(found.id)
    return shown
