"""The public log, its filters and its feed; and the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from consult.core import _
from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.house_rules import RULES
from consult.moderation.models import Act, FoundBy, Outcome, Reason
from consult.moderation.queries import LogAsked, LogRow
from consult.participation.models import Stance
from consult.proposals.models import Proposal


@dataclass(frozen=True)
class Choice:
    """One list to choose from above the log."""

    name: str
    label: str
    offered: Sequence[tuple[str, str]]
    chosen: str


def public_log_panel(
    council: Council, asked: LogAsked, after: str | None, given: Mapping[str, str]
) -> Panel:
    """What moderators did, for everybody."""
    return Panel(
        "moderation/public_log.html",
        council=council,
        page=queries.log(council, after, asked),
        given=given,
    )


def log_filters(asked: LogAsked, proposals: Sequence[Proposal]) -> list[Choice]:
    """What the log may be narrowed by."""
    named = [(one.reference, one.title) for one in proposals]
    chosen = asked.proposal.reference if asked.proposal else ""
    return [
        Choice("proposal", _("Proposal"), named, chosen),
        _choice("act", _("What was done"), Act, asked.act),
        _choice("reason", _("Reason"), Reason, asked.reason),
        _choice("found", _("Found by"), FoundBy, asked.found_by),
        _choice("stance", _("View of the comment"), Stance, asked.stance),
        _choice("appeal", _("Appeal"), Outcome, asked.outcome),
    ]


def _choice(name: str, label: str, kind: type[StrEnum], chosen: StrEnum | None) -> Choice:
    offered = [(str(one.value), _public_label(one)) for one in kind]
    return Choice(name, label, offered, chosen.value if chosen else "")


def _public_label(one: Any) -> str:
    return str(getattr(one, "public_label", one.label))


def feed_title(council: Council) -> str:
    """What the feed of a council's log is called."""
    return _("%(council)s: moderation log", council=council.name)


def feed_entry(row: LogRow, home: str) -> Mapping[str, Any]:
    """One act in the feed."""
    said = [_reason(row), row.found_by.label]
    if row.stance:
        said.append(_("View of the comment: %(view)s", view=row.stance.label))
    if row.appeal:
        said.append(_("Appeal: %(outcome)s", outcome=row.appeal.label))
    return {
        "id": f"urn:uuid:{row.id}",
        "title": f"{row.act.public_label}: {row.proposal_title}",
        "url": home,
        "at": row.at,
        "term": row.act.value,
        "label": row.act.public_label,
        "summary": ". ".join(said) + ".",
    }


def _reason(row: LogRow) -> str:
    if row.reason is not None:
        return row.reason.label
    return _("Not decided yet") if row.act is Act.HOLD else _("No rule was broken")


def rules_panel() -> Panel:
    """The rules for comments."""
    return Panel("moderation/rules.html", rules=RULES, council=None)
