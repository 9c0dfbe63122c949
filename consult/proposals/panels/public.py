"""The proposal on one screen, a version beside the one before, and how it was prepared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from consult.core import _
from consult.core.format import short_day
from consult.core.panels import Panel
from consult.councils.models import Role
from consult.proposals import answers, law
from consult.proposals.control import control_sentence, controls
from consult.proposals.differences import differences, words_changed
from consult.proposals.enums import Article6, OrganisationType, PartyRole
from consult.proposals.fields import FIELDS, SECTIONS, section
from consult.proposals.flow import flow, flow_text
from consult.proposals.models import Proposal, Version
from consult.proposals.prose import prose

Content = Mapping[str, Any]
AT_HOME = {"", "gb", "uk", "united kingdom", "england", "wales", "scotland", "northern ireland"}
HANDLING = (
    ("frequency", "method"),
    ("where_stored",),
    ("retention_period", "retention_trigger", "retention_disposal"),
    ("transfers_any", "transfers_countries", "transfers_mechanism"),
    ("automated_any", "automated_human_review"),
    ("first_sharing_planned",),
    ("review_on",),
    ("security",),
)


@dataclass(frozen=True)
class Beside:
    """A link that a page puts beside a part; a quiet one has nothing behind it yet."""

    part_id: str
    url: str
    words: str
    about: str
    is_quiet: bool = False

    @property
    def anchor(self) -> str:
        """The id of the link, where the way back ends."""
        return anchor_of(self.part_id)


def anchor_of(part_id: str) -> str:
    """The place of a part on the page of its proposal."""
    return f"on-{part_id.replace('/', '-')}"


@dataclass(frozen=True)
class Item:
    """One item of information with what residents ask about first."""

    id: str
    label: str
    why: str
    source: str
    is_sensitive: bool


@dataclass(frozen=True)
class Party:
    """One organisation, and by what law it takes part."""

    id: str
    name: str
    role: str
    is_private: bool
    is_abroad: bool
    bases: tuple[tuple[str, str], ...]


def summary_panel(
    proposal: Proposal, version: Version, beside: Mapping[str, Beside] | None = None
) -> Panel:
    """What would change, which information, who, why, what is open, what control there is.

    `beside` holds, by the ids of parts, the links that the page wants beside them.
    """
    content = version.content
    return Panel(
        "proposals/summary.html",
        council=proposal.council,
        proposal=proposal,
        version=version,
        content=content,
        changes=answers.rows(content, "before_after"),
        drawing=flow(content) if content.get("parties") else None,
        flow_text=flow_text(content),
        items=[_item(row, content) for row in answers.rows(content, "data_items")],
        parties=[_party(row, content) for row in answers.rows(content, "parties")],
        purposes=answers.rows(content, "purposes"),
        excluded=answers.lines(content, "purposes_excluded"),
        not_shared=answers.lines(content, "data_not_shared"),
        undecided=answers.lines(content, "not_decided_yet"),
        fixed=answers.rows(content, "already_fixed"),
        control=control_sentence(content) if content.get("lawful_basis") else "",
        controls=controls(content),
        handling=_handling(content),
        beside=beside or {},
        prose=prose(content) if beside else (),
        documents=answers.rows(content, "documents"),
        words=lambda key: answers.in_words(FIELDS[key], content.get(key), content),
    )


def _item(row: Content, content: Content) -> Item:
    source = answers.in_words(
        FIELDS["data_items"].column("sent_by"), row.get("sent_by"), content
    ) or answers.text(row, "source")
    sensitive = law.is_special(row) or bool(row.get("may_reveal_special_category"))
    return Item(
        id=str(row.get("id") or ""),
        label=answers.text(row, "label"),
        why=answers.text(row, "why_needed"),
        source=source,
        is_sensitive=sensitive,
    )


def _party(row: Content, content: Content) -> Party:
    role = PartyRole.of(row.get("role"))
    bases = []
    for basis in answers.rows(content, "lawful_basis"):
        article = Article6.of(basis.get("article6"))
        if basis.get("party") == row.get("id") and article:
            bases.append((str(article.label), answers.text(basis, "legal_power")))
    return Party(
        id=str(row.get("id") or ""),
        name=answers.text(row, "name"),
        role=str(role.label) if role else "",
        is_private=row.get("organisation_type") == OrganisationType.PRIVATE_COMPANY,
        is_abroad=answers.text(row, "country").lower() not in AT_HOME,
        bases=tuple(bases),
    )


def _handling(content: Content) -> list[tuple[str, str]]:
    """How it is sent, kept and deleted: each line named after its first field."""
    said = []
    for keys in HANDLING:
        words = [answers.in_words(FIELDS[key], content.get(key), content) for key in keys]
        if any(words):
            said.append((str(FIELDS[keys[0]].label), ". ".join(w.rstrip(".") for w in words if w)))
    return said


def version_panel(version: Version, before: Version | None) -> Panel:
    """A published text, field by field, with what differs from the one before."""
    changes = differences(before.content, version.content) if before else []
    return Panel(
        "proposals/version.html",
        council=version.proposal.council,
        proposal=version.proposal,
        version=version,
        before=before,
        changes=[(change, words_changed(change.before, change.after)) for change in changes],
        sections=whole(version.content),
    )


def whole(content: Content) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Everything a document says, by section: the label of each answer and its lines."""
    told = []
    for part in SECTIONS:
        answered = [
            (str(field.label), answers.lines_in_words(field, content[field.key], content))
            for field in part.fields
            if field.key != "body" and not answers.is_blank(content.get(field.key))
        ]
        if answered:
            told.append((str(part.title), answered))
    return told


def preparation_panel(version: Version) -> Panel:
    """The checklist as it stood at publishing, with the reasons for what was not met."""
    return Panel(
        "proposals/preparation.html",
        council=version.proposal.council,
        proposal=version.proposal,
        version=version,
        failed=[line(check) for check in version.checklist if check["state"] == "failed"],
        passed=[line(check) for check in version.checklist if check["state"] == "passed"],
        others=[
            line(check) for check in version.checklist if check["state"] not in ("failed", "passed")
        ],
    )


def line(check: Mapping[str, str]) -> dict[str, str]:
    """One line of a published checklist, with the role and day of its reason."""
    said = ""
    if check.get("reason"):
        said = _(
            "%(role)s, %(day)s",
            role=Role(check["given_by"]).label,
            day=short_day(date.fromisoformat(check["given_on"])),
        )
    part = str(section(check["section_key"]).title)
    return {**check, "reason": check.get("reason", ""), "said": said, "section": part}
