"""Drafting a decision, a section at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete

from consult.accounts.models import Person
from consult.analysis.models import Theme
from consult.analysis.rules import check_workable
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid
from consult.core.html import render_markdown
from consult.decisions import queries
from consult.decisions.models import Change, ChangeComment, ChangeTheme, Decision, Verdict
from consult.participation.models import Comment
from consult.participation.texts import tidy
from consult.proposals.models import Proposal

LONGEST_HEADLINE = 160
LONGEST_STATEMENT = 10_000
LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Statement:
    """What was decided, in words."""

    verdict: Verdict
    headline: str
    statement: str
    how_considered: str
    decided_by_role: str


@dataclass(frozen=True)
class Ending:
    """What was not changed, who disagrees, what comes next."""

    not_changed: Sequence[Mapping[str, str]]
    dissent: str
    next_steps: Sequence[Mapping[str, str]]
    first_sharing_on: date | None
    review_on: date | None


def save_statement(officer: Person, proposal: Proposal, words: Statement) -> Decision:
    """Save what was decided and why."""
    decided = _draft(officer, proposal)
    decided.verdict = words.verdict
    decided.headline = _filled("headline", words.headline, LONGEST_HEADLINE)
    decided.statement = _filled("statement", words.statement, LONGEST_STATEMENT)
    decided.statement_html = render_markdown(decided.statement)
    decided.how_considered = _filled("how_considered", words.how_considered, LONGEST_TEXT)
    decided.decided_by_role = _filled("decided_by_role", words.decided_by_role, 200)
    db.session.flush()
    return decided


def save_change(
    officer: Person,
    proposal: Proposal,
    change: Change | None,
    *,
    title: str,
    before: str,
    after: str,
    themes: Iterable[Theme],
    comments: Iterable[Comment],
) -> Change:
    """Save one change with the themes and comments it comes from; the same words twice are one."""
    decided = _draft(officer, proposal)
    themes, comments = list(themes), list(comments)
    title = _filled("title", title, 120)
    if not themes and not comments:
        raise Invalid("themes", _("Name at least one theme or comment that this comes from."))
    made = queries.changes(decided)
    before = _filled("before", before, LONGEST_TEXT)
    after = _filled("after", after, LONGEST_TEXT)
    same = next((one.change for one in made if one.change.title == title), None)
    if same is not None and change is None and (same.before, same.after) == (before, after):
        change = same
    if same is not None and same is not change:
        raise Invalid("title", _("There is a change of this title. Choose another title."))
    if change is None:
        change = Change(decision=decided, position=len(made) + 1)
        db.session.add(change)
    change.title, change.before, change.after = title, before, after
    db.session.flush()
    for table in (ChangeTheme, ChangeComment):
        db.session.execute(delete(table).where(table.change_id == change.id))
    db.session.add_all([ChangeTheme(change=change, theme=theme) for theme in themes])
    db.session.add_all([ChangeComment(change=change, comment=comment) for comment in comments])
    db.session.flush()
    return change


def delete_change(officer: Person, proposal: Proposal, change: Change) -> None:
    """Take a change out of the draft."""
    decided = _draft(officer, proposal)
    for table in (ChangeTheme, ChangeComment):
        db.session.execute(delete(table).where(table.change_id == change.id))
    db.session.delete(change)
    db.session.flush()
    for position, one in enumerate(queries.changes(decided), 1):
        one.change.position = position
    db.session.flush()


def save_ending(officer: Person, proposal: Proposal, words: Ending) -> Decision:
    """Save what was not changed, dissent and what comes next."""
    decided = _draft(officer, proposal)
    decided.not_changed = [
        {"request": tidy(row["request"]), "reason": tidy(row["reason"])}
        for row in words.not_changed
    ]
    decided.dissent = tidy(words.dissent) or None
    decided.next_steps = [{"what": tidy(row["what"]), "by": row["by"]} for row in words.next_steps]
    decided.first_sharing_on, decided.review_on = words.first_sharing_on, words.review_on
    db.session.flush()
    return decided


def _draft(officer: Person, proposal: Proposal) -> Decision:
    """The draft, with the officer noted as one who wrote on it."""
    check_workable(officer, proposal)
    decided = queries.draft(proposal)
    if decided is None:
        decided = Decision(
            proposal=proposal, drafted_by=officer, drafted_at=clock.now(), editors=[]
        )
        db.session.add(decided)
    if str(officer.id) not in decided.editors:
        decided.editors = [*decided.editors, str(officer.id)]
    db.session.flush()
    return decided


def _filled(field: str, text: str, longest: int) -> str:
    text = tidy(text)
    if not text:
        raise Invalid(field, _("Fill this in."))
    if len(text) > longest:
        raise Invalid(field, _("This must be %(n)s characters or fewer.", n=f"{longest:,}"))
    return text
