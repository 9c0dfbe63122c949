"""What staff read of what people wrote for the council alone."""

from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.panels.parts import parts_now
from consult.proposals.fields import FIELDS
from consult.proposals.models import Proposal


def given_words_panel(
    proposal: Proposal, reasons: str | None = None, safeguards: str | None = None
) -> Panel:
    """Reasons with votes and safeguards of people's own; nothing while results are hidden."""
    is_shown = proposal.shows_results
    return Panel(
        "participation/given_words.html",
        council=proposal.council,
        proposal=proposal,
        tab="words",
        is_shown=is_shown,
        reasons=queries.reasons_page(proposal, reasons) if is_shown else None,
        safeguards=queries.own_safeguards_page(proposal, safeguards) if is_shown else None,
        labels=_labels(proposal) if is_shown else {},
        fields=FIELDS,
    )


def _labels(proposal: Proposal) -> dict[str, str]:
    return {part.id: part.label for part in parts_now(proposal).values()}
