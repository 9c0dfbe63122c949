"""One section of a draft as a form, and what to do when somebody was signed out or overtaken."""

from collections.abc import Sequence

from consult.core.panels import Panel
from consult.proposals.fields import SECTIONS, section
from consult.proposals.forms import SectionForm
from consult.proposals.models import Proposal
from consult.proposals.panels.public import whole


def section_panel(
    proposal: Proposal,
    section_key: str,
    form: SectionForm,
    *,
    overtaken: bool = False,
    turned: bool = False,
) -> Panel:
    """A section's questions with what was typed, and what others saved meanwhile."""
    keys = [part.key for part in SECTIONS]
    after = keys.index(section_key) + 1
    theirs = {field.key: proposal.draft.get(field.key) for field in section(section_key).fields}
    theirs["parties"] = proposal.draft.get("parties")
    mine = str(section(section_key).title)
    return Panel(
        "proposals/section.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        part=section(section_key),
        form=form,
        number=after,
        of=len(keys),
        next_section=SECTIONS[after] if after < len(keys) else None,
        overtaken=overtaken,
        turned=turned,
        theirs=[each for title, each in whole(theirs) if title == mine] if overtaken else [],
        body=proposal.draft.get("body") if overtaken and section_key == "body" else "",
    )


def signed_out_panel(address: str, typed: Sequence[tuple[str, str]]) -> Panel:
    """Everything that was typed, ready to be sent once more after signing in."""
    return Panel("proposals/signed_out.html", council=None, address=address, typed=typed)
