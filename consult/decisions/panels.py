"""The decision as the desk drafts it and as everybody reads it."""

from datetime import date
from typing import Any

from consult.accounts.models import Person
from consult.analysis import queries as analysis
from consult.analysis.models import Theme
from consult.changelog import queries as changelog
from consult.core import _, clock
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.decisions import queries
from consult.decisions.forms import (
    MOST_ROWS,
    AnswerForm,
    ButtonForm,
    ChangeForm,
    EndingForm,
    ReturnForm,
    SignForm,
    StatementForm,
)
from consult.decisions.reading import Reading
from consult.decisions.rules.signing import missing
from consult.participation.models import Comment, Stance
from consult.proposals.models import Proposal, Status


def decision_panel(proposal: Proposal) -> Panel:
    """What was decided, how words became changes, and who answers for it."""
    decided = queries.decision(proposal)
    if decided is None:
        raise NotFound()
    return Panel(
        "decisions/decision.html",
        council=proposal.council,
        section="proposals",
        proposal=proposal,
        decision=decided,
        reading=Reading.of(decided),
        today=clock.local(clock.now()).date(),
        stances=list(Stance),
        is_preview=False,
    )


def report_panel(
    proposal: Proposal,
    viewer: Person,
    form: SignForm | None = None,
    back: ReturnForm | None = None,
) -> Panel:
    """The whole report, with the place to sign it or to give it back."""
    decided = queries.draft(proposal) if proposal.shows_results else None
    own = analysis.outcomes(proposal)
    reading = Reading.of(decided) if decided else None
    form = form or SignForm(formdata=None)
    if reading is not None:
        form.read_all.label.text = _(
            "I have read the whole report, the outcomes of all comments (%(comments)s)"
            " and all answers (%(answers)s).",
            comments=reading.total,
            answers=len(reading.heard),
        )
    return Panel(
        "decisions/report.html",
        council=proposal.council,
        room="proposals",
        tab="decision",
        proposal=proposal,
        decision=decided,
        reading=reading,
        outcomes=own,
        gate=queries.gate(proposal),
        wrote=decided is not None and viewer.id in queries.writers(decided),
        waits=proposal.status is Status.DECISION_DRAFTED,
        form=form,
        back=back or ReturnForm(formdata=None),
        today=clock.local(clock.now()).date(),
        stances=list(Stance),
    )


def draft_panel(proposal: Proposal) -> Panel:
    """The draft as a list of sections, the gate beside it."""
    decided = queries.draft(proposal)
    return Panel(
        "decisions/draft.html",
        council=proposal.council,
        room="proposals",
        tab="decision",
        proposal=proposal,
        decision=decided,
        changes=queries.changes(decided) if decided else [],
        themes=analysis.themes(proposal),
        answers=queries.answers(proposal),
        counts=analysis.counts_by_theme(proposal),
        gate=queries.gate(proposal),
        lacks=missing(decided),
        waits=proposal.status is Status.DECISION_DRAFTED,
        form=ButtonForm(formdata=None),
    )


def answer_panel(theme: Theme, form: AnswerForm | None = None) -> Panel:
    """A theme, and what to say to it."""
    held = queries.answers(theme.proposal).get(theme.id)
    given: dict[str, Any] | None = None
    if held is not None:
        given = {
            "disposition": held.disposition.value,
            "text": held.text,
            "reason": held.reason,
            "by_when": held.by_when,
        }
    comments = [one.comment for one in analysis.placed(theme.proposal) if one.theme_id == theme.id]
    return _desk(
        "decisions/answer.html",
        theme.proposal,
        theme=theme,
        comments=comments,
        form=form or AnswerForm(formdata=None, data=given),
    )


def statement_panel(proposal: Proposal, form: StatementForm | None = None) -> Panel:
    """What was decided, to write."""
    decided = queries.draft(proposal)
    if form is None:
        form = StatementForm(formdata=None, obj=decided)
        if decided is not None and decided.verdict is not None:
            form.verdict.data = decided.verdict.value
    return _desk("decisions/statement.html", proposal, form=form)


def change_form(proposal: Proposal, change: queries.Changed | None, **given: Any) -> ChangeForm:
    """The form of a change, with this proposal's themes and comments to choose from."""
    data = None
    if change is not None:
        data = {
            "title": change.change.title,
            "before": change.change.before,
            "after": change.change.after,
            "themes": [theme.id for theme in change.themes],
            "comments": [comment.id for comment in change.comments],
        }
    form = ChangeForm(data=data, **given)
    form.themes.choices = [(one.id, one.label) for one in analysis.themes(proposal)]
    worked = [*analysis.placed(proposal), *analysis.outcomes(proposal)]
    form.comments.choices = [(one.comment_id, _shown(one.comment)) for one in _distinct(worked)]
    return form


def change_panel(
    proposal: Proposal, change: queries.Changed | None, form: ChangeForm | None = None
) -> Panel:
    """One change, to write."""
    return _desk(
        "decisions/change.html",
        proposal,
        change=change,
        form=form or change_form(proposal, change, formdata=None),
        button=ButtonForm(formdata=None),
    )


def ending_panel(proposal: Proposal, form: EndingForm | None = None) -> Panel:
    """What was not changed, dissent and next steps, to write."""
    return _desk(
        "decisions/ending.html", proposal, form=form or ending_form(queries.draft(proposal))
    )


def ending_form(decided: Any) -> EndingForm:
    """The form filled with what is there, and a blank row more of each kind."""
    data: dict[str, Any] = {"not_changed": [{}], "next_steps": [{}]}
    if decided is not None:
        data = {
            "not_changed": [*decided.not_changed, {}][:MOST_ROWS],
            "next_steps": [
                *(
                    {"what": row["what"], "by": date.fromisoformat(row["by"])}
                    for row in decided.next_steps
                ),
                {},
            ][:MOST_ROWS],
            "dissent": decided.dissent,
            "first_sharing_on": decided.first_sharing_on,
            "review_on": decided.review_on,
        }
    return EndingForm(formdata=None, data=data)


def outcome_panel(comment: Comment, viewer: Person | None) -> Panel:
    """What came of one comment, step by step."""
    return Panel(
        "decisions/outcome.html",
        council=comment.proposal.council,
        section="proposals",
        proposal=comment.proposal,
        comment=comment,
        viewer=viewer,
        path=queries.outcome_path(comment),
        facts=changelog.facts_about(comment.id),
    )


def _desk(template: str, proposal: Proposal, **context: Any) -> Panel:
    return Panel(
        template,
        council=proposal.council,
        room="proposals",
        tab="decision",
        proposal=proposal,
        **context,
    )


def _shown(comment: Comment) -> str:
    words = comment.body if comment.is_readable else "…"
    return f"{comment.author.public_name}: {words[:70]}"


def _distinct(placed: Any) -> list[Any]:
    return list({one.comment_id: one for one in placed}.values())
