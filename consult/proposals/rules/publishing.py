"""Making a version of the draft, for good."""

from typing import Any

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock, search
from consult.core.db import db
from consult.core.html import RENDERER, render_markdown
from consult.councils import queries as councils
from consult.councils.models import Council, Role
from consult.proposals import answers, finding, queries
from consult.proposals.models import Proposal, Version
from consult.proposals.preparation import DATES, Preparation, document_hash, preparation

RANK = (Role.OFFICER, Role.DECISION_MAKER, Role.OWNER, Role.MODERATOR, Role.ANALYST)


def role_of(person: Person, council: Council) -> str:
    """The role in which somebody acts, as the record names it."""
    roles = councils.roles_of(person, council)
    return next((role.value for role in RANK if role in roles), Role.OFFICER.value)


def make_version(
    proposal: Proposal, *, by: str, note: str = "", is_material: bool = True
) -> Version:
    """Freeze the draft as the next version, and tell the public."""
    content = dict(proposal.draft)
    if proposal.version_number:
        content |= {key: _moment(getattr(proposal, key)) for key in DATES}
    proposal.draft = content
    checklist = told(proposal, preparation(proposal, queries.check_reasons(proposal)))
    version = Version(
        proposal=proposal,
        number=proposal.version_number + 1,
        title=answers.text(content, "title") or proposal.title,
        content=content,
        body_html=render_markdown(answers.text(content, "body")),
        renderer=RENDERER,
        is_material=is_material,
        note=note or None,
        checklist=checklist,
        published_at=clock.now(),
    )
    db.session.add(version)
    proposal.version_number = version.number
    proposal.title, proposal.editors = version.title, []
    db.session.flush()
    search.keep(finding.doc_of(proposal, version))
    _record(proposal, version, by)
    return version


def told(proposal: Proposal, prepared: Preparation) -> list[dict[str, Any]]:
    """The checklist as residents may read it: reasons with roles and days, no names."""
    return [
        {
            "id": check.id,
            "level": check.level,
            "title": check.title,
            "state": check.state,
            "why": check.why,
            "section_key": check.section_key,
            **_reason(proposal, prepared, check.id, given=check.state == "failed"),
        }
        for check in prepared.checks
    ]


def _reason(
    proposal: Proposal, prepared: Preparation, check_id: str, *, given: bool
) -> dict[str, str]:
    reason = prepared.reasons.get(check_id)
    if reason is None or not given:
        return {}
    return {
        "reason": reason.reason,
        "given_by": role_of(reason.given_by, proposal.council),
        "given_on": clock.local(reason.given_at).date().isoformat(),
    }


def _moment(value: Any) -> str | None:
    return clock.local(value).isoformat() if value else None


def _record(proposal: Proposal, version: Version, by: str) -> None:
    content_hash = document_hash(version.content)
    if version.number == 1:
        record(
            Fact.PROPOSAL_PUBLISHED,
            council=proposal.council,
            proposal=proposal,
            by=by,
            reference=proposal.reference,
            title=version.title,
            version=1,
            opens_at=proposal.opens_at,
            closes_at=proposal.closes_at,
            content_hash=content_hash,
            checklist_hash=document_hash(version.checklist),
        )
        return
    record(
        Fact.PROPOSAL_EDITED,
        council=proposal.council,
        proposal=proposal,
        by=by,
        version=version.number,
        material=version.is_material,
        note=version.note or "",
        content_hash=content_hash,
    )
