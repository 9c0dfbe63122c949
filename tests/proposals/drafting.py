"""A whole draft, ready to be sent, and the steps that take it further."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import consult.demo
from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.queries import facts_page
from consult.core import clock
from consult.councils.models import Council, Role
from consult.demo.mapping import content_from_demo
from consult.proposals import queries, rules
from consult.proposals.fields import SECTIONS
from consult.proposals.models import Proposal
from consult.proposals.preparation import preparation
from tests.factories import a_council, a_member

STORY = Path(consult.demo.__file__).parent / "data" / "warm-homes-finder.json"
NOON = datetime(2026, 5, 4, 11, 0, tzinfo=clock.LONDON)


def a_whole_content(**given: Any) -> dict[str, Any]:
    """All that a proposal needs, opening on the 18 May 2026 for eight weeks."""
    content = content_from_demo(json.loads(STORY.read_text()))
    opens = datetime(2026, 5, 18, 9, 0, tzinfo=clock.LONDON)
    content |= {
        "opens_at": opens.isoformat(),
        "closes_at": (opens + timedelta(days=56)).isoformat(),
        "feedback_promised_on": "2026-09-01",
        "decision_expected_on": "2026-08-20",
    }
    return content | given


def fill(officer: Person, proposal: Proposal, **given: Any) -> None:
    """Save every section."""
    content = a_whole_content(slug=proposal.slug, reference=proposal.reference, **given)
    for part in SECTIONS:
        rules.save_section(
            officer, proposal, part.key, {f.key: content.get(f.key) for f in part.fields}
        )


def a_draft(council: Council | None = None, **given: Any) -> tuple[Person, Proposal]:
    """A draft with every section filled and every warning answered, and who wrote it."""
    council = council or a_council()
    officer = a_member(council, Role.OFFICER)
    proposal = rules.start_draft(officer, council, "Finding cold homes sooner")
    fill(officer, proposal, **given)
    explain(officer, proposal)
    return officer, proposal


def explain(officer: Person, proposal: Proposal) -> None:
    """Give a reason for every warning."""
    for check in preparation(proposal, queries.check_reasons(proposal)).without_reason:
        rules.give_check_reason(officer, proposal, check.id, "We asked two residents first.")


def a_scheduled(**given: Any) -> tuple[Person, Person, Proposal]:
    """On the calendar: who wrote it, who agreed, and the proposal."""
    officer, proposal = a_draft(**given)
    second = a_member(proposal.council, Role.DECISION_MAKER)
    rules.send_for_agreement(officer, proposal)
    rules.agree(second, proposal)
    rules.schedule(officer, proposal)
    return officer, second, proposal


def facts_of(proposal: Proposal) -> list[tuple[Fact, dict[str, Any]]]:
    """What the record says about a proposal, the oldest first."""
    page = facts_page(list(Fact), proposal_id=proposal.id, limit=50)
    return [(fact.kind, fact.fields) for fact in reversed(page.items)]


def an_open(moved: Any, **given: Any) -> tuple[Person, Person, Proposal]:
    """Open since this second: who wrote it, who agreed, and the proposal."""
    officer, second, proposal = a_scheduled(**given)
    moved.at(proposal.opens_at)
    rules.tick()
    return officer, second, proposal
