"""What would change for somebody who tells their circumstances; nothing of it is kept."""

from collections.abc import Sequence

from consult.core.panels import Panel
from consult.proposals import answers, law
from consult.proposals.circumstances import Circumstance, for_me
from consult.proposals.enums import OrganisationType
from consult.proposals.fields import FIELDS
from consult.proposals.models import Proposal, Version


def for_me_panel(proposal: Proposal, version: Version, told: Sequence[Circumstance]) -> Panel:
    """The questions, and under them the answer once somebody ticked a box."""
    content = version.content
    return Panel(
        "proposals/for_me.html",
        council=proposal.council,
        proposal=proposal,
        version=version,
        circumstances=list(Circumstance),
        told=told,
        answer=for_me(content, told) if told else None,
        about=answers.in_words(FIELDS["data_subjects"], content.get("data_subjects"), content),
        changes=answers.rows(content, "before_after"),
        content=content,
        undecided=answers.lines(content, "not_decided_yet"),
        is_sensitive=lambda row: (
            law.is_special(row) or bool(row.get("may_reveal_special_category"))
        ),
        is_private=lambda party: party.get("organisation_type") == OrganisationType.PRIVATE_COMPANY,
        names=lambda parties: answers.listed(answers.text(party, "name") for party in parties),
    )
