"""The workbench for themes and outcomes."""

from uuid import UUID

from consult.analysis import queries
from consult.analysis.forms import ButtonForm, OutcomeForm, PlaceForm, ThemeForm
from consult.analysis.models import Theme as Theme
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.participation.models import Comment, Stance
from consult.proposals.models import AFTER_CLOSE, Status
from consult.proposals.models import Proposal as Proposal


def themes_panel(
    proposal: Proposal,
    *,
    which: str = "open",
    theme: UUID | None = None,
    stance: Stance | None = None,
    after: str | None = None,
    form: PlaceForm | None = None,
) -> Panel:
    """Themes on one side, comments on the other, how far we are above."""
    themes = queries.themes(proposal)
    chosen = next((one for one in themes if one.id == theme), None)
    if theme is not None and chosen is None:
        raise NotFound()
    stance = stance if proposal.shows_results else None
    page = queries.workbench(proposal, which, chosen, stance, after)
    ids = [row.comment.id for row in page.items]
    return Panel(
        "analysis/themes.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        tab="themes",
        themes=themes,
        counts=queries.counts_by_theme(proposal),
        coverage=queries.coverage(proposal),
        rows=page.items,
        next=page.next,
        after=after,
        which=which,
        theme=chosen,
        stance=stance,
        stances=list(Stance) if proposal.shows_results else [],
        is_workable=is_workable(proposal),
        form=form or PlaceForm(themes, ids, formdata=None),
        button=ButtonForm(formdata=None),
    )


def theme_panel(proposal: Proposal, theme: Theme | None, form: ThemeForm | None = None) -> Panel:
    """A theme to make or to change."""
    return Panel(
        "analysis/theme.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        tab="themes",
        theme=theme,
        form=form or ThemeForm(formdata=None, obj=theme),
    )


def delete_panel(proposal: Proposal, theme: Theme) -> Panel:
    """A theme to take away."""
    return Panel(
        "analysis/delete.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        tab="themes",
        theme=theme,
        count=sum(queries.counts_by_theme(proposal).get(theme.id, {}).values()),
        form=ButtonForm(formdata=None),
    )


def outcome_form_panel(comment: Comment, form: OutcomeForm | None = None) -> Panel:
    """A comment's own outcome, to give or change."""
    held = queries.outcome_of(comment)
    given = (
        {"disposition": held.disposition.value, "reason": held.reason, "by_when": held.by_when}
        if held
        else None
    )
    return Panel(
        "analysis/outcome.html",
        council=comment.proposal.council,
        room="proposals",
        proposal=comment.proposal,
        tab="themes",
        comment=comment,
        held=held,
        themes=queries.themes_of(comment),
        form=form or OutcomeForm(formdata=None, data=given),
        button=ButtonForm(formdata=None),
    )


def is_workable(proposal: Proposal) -> bool:
    """Themes and outcomes may change: after the close, before a decision waits."""
    status = proposal.status_now
    return (
        status in AFTER_CLOSE and status is not Status.DECISION_DRAFTED and not proposal.is_decided
    )
