"""The queue and one comment under decision."""

from collections.abc import Collection, Sequence
from uuid import UUID

from flask import request

from consult.accounts.models import Person
from consult.accounts.session import viewer
from consult.core.panels import Panel, wants_panel
from consult.councils.models import Council, Role
from consult.moderation import queries, rules
from consult.moderation.checks import refusal_to
from consult.moderation.findings import details_found
from consult.moderation.forms import DecideForm, EmptyForm, RulingForm, ViewForm
from consult.moderation.house_rules import RULES, rule_for
from consult.moderation.models import Act, Case, CaseKind, ModerationAction, Original, Reason
from consult.moderation.panels.appeals import appeal_beside
from consult.moderation.panels.done import just_done
from consult.moderation.panels.figures import figures_here
from consult.moderation.sought import Sought
from consult.participation.models import Comment, Visibility

HELD = (Act.RESTORE, Act.REDACT, Act.HIDE)
OFFERED = {
    Visibility.HELD: HELD,
    Visibility.SHOWN: (Act.KEEP, Act.REDACT, Act.HIDE),
    Visibility.REDACTED: (Act.KEEP, Act.REDACT, Act.HIDE, Act.RESTORE),
    Visibility.HIDDEN: (Act.KEEP, Act.RESTORE),
    Visibility.DELETED: (),
}


def queue_panel(
    council: Council,
    after: str | None = None,
    sought: Sought | None = None,
    roles: Collection[Role] = (),
    batch: str | None = None,
    naming: ViewForm | None = None,
) -> Panel:
    """What waits, the most urgent first; and what the reader has just decided in one go."""
    sought, reader = sought or Sought(), viewer()
    digest = queries.digest_of(reader, council) if reader else None
    return Panel(
        "moderation/queue.html",
        naming=naming or ViewForm(formdata=None, data=sought.words),
        named=queries.named_views(reader, council) if reader else (),
        has_digest=digest is None or not digest.is_off,
        council=council,
        room="queue",
        tab="waiting",
        figures=figures_here(council),
        page=queries.queue(council, after, sought, viewer()),
        sought=sought,
        kinds=list(CaseKind),
        reasons=list(Reason),
        proposals=queries.proposals_waiting(council),
        is_moderator=Role.MODERATOR in roles,
        reading_form=EmptyForm(formdata=None),
        together=_together(council, batch),
        is_part=wants_panel(),
    )


def _together(council: Council, batch: str | None) -> Sequence[ModerationAction]:
    reader = viewer()
    try:
        return queries.actions_together(reader, council, UUID(batch)) if batch and reader else ()
    except ValueError:
        return ()


def newest_panel(council: Council, after: str | None = None) -> Panel:
    """New comments, for a check of one's own."""
    return Panel(
        "moderation/newest.html",
        council=council,
        room="queue",
        tab="newest",
        sought=Sought(),
        kinds=list(CaseKind),
        figures=figures_here(council),
        page=queries.newest_comments(council, after),
    )


def decided_panel(council: Council, after: str | None = None) -> Panel:
    """What moderators did, with ways back to the comments."""
    return Panel(
        "moderation/decided.html",
        council=council,
        room="queue",
        tab="decided",
        sought=Sought(),
        kinds=list(CaseKind),
        figures=figures_here(council),
        page=queries.log(council, after),
    )


def _taken(cases: Sequence[Case], reader: Person) -> str | None:
    """That somebody else has it, if so."""
    others = [case for case in cases if case.holder_id not in (None, reader.id)]
    return rules.has_it(others[0]) if others else None


def _of_thread(comment: Comment) -> tuple[Act, ...]:
    if comment.parent_id is not None or comment.visibility is Visibility.DELETED:
        return ()
    return (Act.LOCK,) if comment.locked_why is None else (Act.UNLOCK,)


def item_panel(
    comment: Comment,
    reader: Person,
    roles: frozenset[Role],
    form: DecideForm | None = None,
    original: Original | None = None,
    ruling_form: RulingForm | None = None,
) -> Panel:
    """One comment with what surrounds it, its reports, and the decision to make."""
    council = comment.proposal.council
    done, reports = queries.done_with(comment), queries.reports_on(comment)
    is_fresh, form = form is None, form or DecideForm(formdata=None)
    cases = queries.open_cases(comment)
    is_held = any(case.kind is CaseKind.HELD for case in cases)
    form.offer(HELD if is_held else (*OFFERED[comment.visibility], *_of_thread(comment)))
    found = details_found(comment, original.body) if original is not None and is_held else ()
    if found and is_fresh:
        form.propose(found)
    takes_two = any(case.kind is CaseKind.SECOND for case in cases)
    proposed = queries.hiding_proposed(comment) if takes_two else None
    if proposed is not None and is_fresh:
        form.reason.data = proposed.reason
    near = queries.beside(comment)
    is_kept = comment.visibility in (Visibility.HELD, Visibility.HIDDEN, Visibility.REDACTED)
    return Panel(
        "moderation/item.html",
        council=council,
        room="queue",
        figures=figures_here(council),
        waiting=queries.queue(council, is_brief=True).items,
        sought=Sought(),
        kinds=list(CaseKind),
        comment=comment,
        proposal=comment.proposal,
        around=near.around,
        alike=near.alike,
        history=queries.history_of(comment),
        is_part=wants_panel(),
        reports=reports,
        actions=done.actions,
        is_moderator=Role.MODERATOR in roles,
        refusal=refusal_to(reader, comment, reports) or _taken(cases, reader),
        cases=cases,
        done=just_done(request.args),
        waits="waits" in request.args,
        proposed=proposed,
        proposes=proposed is not None and proposed.moderator_id == reader.id,
        mine=next((case for case in cases if case.holder_id == reader.id), None),
        form=form,
        reading_form=EmptyForm(formdata=None),
        original=original,
        is_held=is_held,
        found=found,
        has_original=is_kept and done.has_original,
        rules=RULES,
        rule_for=rule_for,
        **appeal_beside(comment, reader, roles, done, reports, ruling_form),
    )
