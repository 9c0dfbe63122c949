"""Questions about answers and decisions."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import case, func, select, union
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person
from consult.analysis import queries as analysis
from consult.analysis.models import Outcome, Theme
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.decisions.models import (
    Answer,
    Change,
    ChangeComment,
    ChangeTheme,
    Decision,
)
from consult.decisions.models import Verdict as Verdict
from consult.participation import queries as participation
from consult.participation.models import Comment
from consult.proposals.models import Proposal

UNCHANGED = (Verdict.ADOPTED_AS_PROPOSED, Verdict.DEFERRED)


@dataclass(frozen=True)
class Gate:
    """What still stands between a draft and its publication."""

    comments_without_outcome: int
    themes_without_answer: int

    @property
    def is_open(self) -> bool:
        """Nothing is left without an answer."""
        return not self.comments_without_outcome and not self.themes_without_answer


@dataclass
class Changed:
    """A change with the themes and comments that it comes from."""

    change: Change
    themes: list[Theme] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """A published decision as the start page tells it."""

    decision: Decision
    proposal: Proposal
    changes: list[Change]
    people: int


@dataclass(frozen=True)
class Path:
    """What came of one comment."""

    themes: list[tuple[Theme, Answer | None]]
    outcome: Outcome | None
    changes: list[Change]
    decision: Decision | None


def decision(proposal: Proposal) -> Decision | None:
    """The published decision."""
    found = draft(proposal)
    return found if found is not None and found.is_published else None


def draft(proposal: Proposal) -> Decision | None:
    """The decision, published or not; for the desk."""
    return db.session.scalar(
        select(Decision)
        .filter_by(proposal_id=proposal.id)
        .options(joinedload(Decision.drafted_by), joinedload(Decision.signed_by))
    )


def writers(decided: Decision) -> set[UUID]:
    """Everybody who wrote any of what the report says, for none of them may sign.

    That is the decision itself, the themes, the answers to them, and outcomes of single comments.
    """
    here = decided.proposal_id
    named = select(Theme.made_by_id).where(Theme.proposal_id == here)
    answered = select(Answer.answered_by_id).join(Answer.theme).where(Theme.proposal_id == here)
    given = select(Outcome.given_by_id).join(Outcome.comment).where(Comment.proposal_id == here)
    edited = {UUID(one) for one in decided.editors}
    return {decided.drafted_by_id, *edited, *db.session.scalars(union(named, answered, given))}


def answers(proposal: Proposal) -> dict[UUID, Answer]:
    """The answer to each theme that has one."""
    rows = db.session.scalars(
        select(Answer).join(Answer.theme).where(Theme.proposal_id == proposal.id)
    )
    return {answer.theme_id: answer for answer in rows}


def gate(proposal: Proposal) -> Gate:
    """Count what has no outcome and no answer."""
    unanswered = db.session.scalar(
        select(func.count())
        .select_from(Theme)
        .outerjoin(Answer, Answer.theme_id == Theme.id)
        .where(Theme.proposal_id == proposal.id, Answer.id.is_(None))
    )
    return Gate(analysis.without_outcome(proposal), unanswered or 0)


def changes(decided: Decision) -> list[Changed]:
    """The changes in order, each with its themes and comments."""
    rows = db.session.scalars(
        select(Change).filter_by(decision_id=decided.id).order_by(Change.position, Change.id)
    )
    found = {change.id: Changed(change) for change in rows}
    if not found:
        return []
    themes = db.session.execute(
        select(ChangeTheme.change_id, Theme)
        .join(Theme, Theme.id == ChangeTheme.theme_id)
        .where(ChangeTheme.change_id.in_(found))
        .order_by(Theme.position)
    )
    for change_id, theme in themes:
        found[change_id].themes.append(theme)
    comments = db.session.execute(
        select(ChangeComment.change_id, Comment)
        .join(Comment, Comment.id == ChangeComment.comment_id)
        .where(ChangeComment.change_id.in_(found))
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at)
    )
    for change_id, comment in comments:
        found[change_id].comments.append(comment)
    return list(found.values())


def change(decided: Decision, change_id: UUID) -> Changed:
    """One change of this decision."""
    for found in changes(decided):
        if found.change.id == change_id:
            return found
    raise NotFound()


def change_of(proposal: Proposal, change_id: UUID) -> Changed:
    """One change of this proposal's decision."""
    decided = draft(proposal)
    if decided is None:
        raise NotFound()
    return change(decided, change_id)


def is_change_gone(change_id: UUID) -> bool:
    """No decision has such a change any more, so what was asked to be taken out has been."""
    return db.session.get(Change, change_id) is None


def outcome_path(comment: Comment) -> Path:
    """Themes with answers, the own outcome, and the changes that name the comment or its themes."""
    decided = decision(comment.proposal)
    if decided is None:
        return Path([], None, [], None)
    themes = analysis.themes_of(comment)
    given = answers(comment.proposal)
    named = select(ChangeComment.change_id).filter_by(comment_id=comment.id)
    through = select(ChangeTheme.change_id).where(
        ChangeTheme.theme_id.in_([theme.id for theme in themes])
    )
    found = db.session.scalars(
        select(Change)
        .filter_by(decision_id=decided.id)
        .where(Change.id.in_(named) | Change.id.in_(through))
        .order_by(Change.position)
    ).all()
    return Path(
        [(theme, given.get(theme.id)) for theme in themes],
        analysis.outcome_of(comment),
        list(found),
        decided,
    )


def recent_decisions(council: Council | None = None, limit: int = 5) -> list[Told]:
    """The latest published decisions, with what they changed and how many took part."""
    asked = (
        select(Decision)
        .join(Decision.proposal)
        .where(Decision.signed_at.is_not(None))
        .options(joinedload(Decision.proposal))
        .order_by(Decision.signed_at.desc(), Decision.id)
        .limit(limit)
    )
    if council is not None:
        asked = asked.where(Proposal.council_id == council.id)
    found = db.session.scalars(asked).all()
    ids = [one.id for one in found]
    by_decision: dict[UUID, list[Change]] = {one: [] for one in ids}
    if ids:
        rows = select(Change).where(Change.decision_id.in_(ids)).order_by(Change.position)
        for made in db.session.scalars(rows):
            by_decision[made.decision_id].append(made)
    counts = participation.counts([one.proposal_id for one in found])
    return [
        Told(one, one.proposal, by_decision[one.id], counts[one.proposal_id].people)
        for one in found
    ]


def decision_counts(council: Council | None = None) -> tuple[int, int]:
    """How many decisions there are, and how many of them changed or dropped what was proposed."""
    changed = case((Decision.verdict.in_(UNCHANGED), 0), else_=1)
    asked = (
        select(func.count(), func.coalesce(func.sum(changed), 0))
        .select_from(Decision)
        .join(Decision.proposal)
        .where(Decision.signed_at.is_not(None))
    )
    if council is not None:
        asked = asked.where(Proposal.council_id == council.id)
    total, those = db.session.execute(asked).one()
    return int(total), int(those)


def commenters_to_tell(proposal: Proposal) -> list[tuple[Person, list[Comment]]]:
    """Everybody who commented, with what they wrote, for one mail each."""
    found: dict[UUID, tuple[Person, list[Comment]]] = {}
    for comment in participation.all_comments(proposal):
        found.setdefault(comment.author_id, (comment.author, []))[1].append(comment)
    return list(found.values())
