"""A council's proposals, one proposal as a task list, and the pages that ask once more."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from consult.accounts.models import Person
from consult.core import _
from consult.core.forms import Form
from consult.core.html import render_markdown
from consult.core.panels import Panel
from consult.councils.models import Council, Role
from consult.proposals import answers, content, queries, rules, steps
from consult.proposals.fields import SECTIONS
from consult.proposals.forms import StartForm
from consult.proposals.models import Proposal, Status, Version
from consult.proposals.panels.heads import head_context
from consult.proposals.panels.public import summary_panel
from consult.proposals.preparation import Preparation, draft_hash, preparation
from consult.proposals.readiness import Check
from consult.proposals.steps import Step


def index_panel(council: Council, person: Person) -> Panel:
    """Everything a council has, those at work first."""
    found = queries.council_proposals(council)
    over = [each for each in found if each.status_now.stage.value in ("ended", "decided")]
    return Panel(
        "proposals/index.html",
        council=council,
        room="proposals",
        person=person,
        working=[each for each in found if each not in over],
        over=over,
    )


def start_panel(council: Council, form: StartForm) -> Panel:
    """Ask for a title."""
    return Panel("proposals/start.html", council=council, room="proposals", form=form)


def overview_panel(proposal: Proposal, person: Person, roles: Collection[Role]) -> Panel:
    """Sections with what each lacks, the checklist, the agreement, the steps for these roles."""
    reasons = queries.check_reasons(proposal)
    prepared = preparation(proposal, reasons)
    said = queries.agreements(proposal)
    current = draft_hash(proposal, reasons)
    current_version = queries.current_version(proposal) if proposal.version_number else None
    changed = current_version is not None and not rules.is_unchanged(proposal, current_version)
    waits = proposal.status is Status.INTERNAL_REVIEW or changed
    is_second = rules.may_agree(person, proposal) and not set(roles).isdisjoint(rules.SECOND)
    offered = steps.offered(proposal) if Role.OFFICER in roles else []
    return Panel(
        "proposals/overview.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        person=person,
        groups=_groups(proposal, prepared),
        complete=content.complete_count(proposal.draft),
        total=len(SECTIONS),
        prepared=prepared,
        warnings=[c for c in prepared.checks if c.state == "failed" and c.level == "W"],
        agreements=[(each, each.draft_hash == current) for each in said],
        editors=_editors(proposal, person),
        may_agree=waits and is_second,
        is_changed=changed,
        may_edit=Role.OFFICER in roles and rules.is_editable(proposal),
        is_agreed=any(each.agrees and each.draft_hash == current for each in said),
        steps=[step for step in offered if step.key != "publish" or changed],
        should_extend=rules.should_extend(proposal),
        opens=answers.moment(proposal.draft.get("opens_at")),
        closes=answers.moment(proposal.draft.get("closes_at")),
    )


def _groups(proposal: Proposal, prepared: Preparation) -> list[tuple[str, list[dict[str, Any]]]]:
    found = []
    for title, parts in groupby(SECTIONS, key=lambda part: str(part.group)):
        lines = [
            {
                "part": part,
                "line": content.section_line(proposal.draft, part.key),
                "state": _state(proposal, part.key, prepared),
            }
            for part in parts
        ]
        found.append((title, lines))
    return found


def _state(proposal: Proposal, key: str, prepared: Preparation) -> str:
    """Complete, unless something blocks it or a warning has no reason."""
    state = content.section_state(proposal.draft, key)
    if state != "complete":
        return state
    if any(check.section_key == key for check in prepared.blocking):
        return "blocked"
    if any(check.section_key == key for check in prepared.without_reason):
        return "warned"
    return state


def _editors(proposal: Proposal, person: Person) -> list[tuple[str, str]]:
    """The person who asks and the author, as far as they cannot agree."""
    told = []
    if not rules.may_agree(person, proposal):
        is_author = person.id == proposal.author_id
        why = _("began it, so you cannot agree to it") if is_author else _("changed it")
        told.append((_("You"), why))
    if person.id != proposal.author_id:
        name = proposal.author.real_name or proposal.author.pseudonym
        told.append((name, _("began it")))
    return told


def preview_panel(proposal: Proposal) -> Panel:
    """The draft as residents would read it."""
    shown = Version(
        proposal_id=proposal.id,
        number=proposal.version_number + 1,
        title=answers.text(proposal.draft, "title") or proposal.title,
        content=proposal.draft,
        body_html=render_markdown(answers.text(proposal.draft, "body")),
        published_at=proposal.draft_saved_at,
    )
    return Panel(
        "proposals/preview.html",
        council=proposal.council,
        proposal=proposal,
        version=shown,
        head=head_context(proposal, shown),
        summary=summary_panel(proposal, shown),
    )


def change_panel(
    proposal: Proposal, step: Step, form: Form, endpoint: str, checks: Sequence[Check] = ()
) -> Panel:
    """Ask once more before something happens."""
    return Panel(
        "proposals/step.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        step=step,
        form=form,
        endpoint=endpoint,
        checks=checks,
        opens=answers.moment(proposal.draft.get("opens_at")),
        closes=proposal.closes_at or answers.moment(proposal.draft.get("closes_at")),
        should_extend=rules.should_extend(proposal),
    )


def reason_panel(proposal: Proposal, check: Check, form: Form) -> Panel:
    """Ask why to go on in spite of a warning."""
    return Panel(
        "proposals/reason.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        check=check,
        form=form,
    )
