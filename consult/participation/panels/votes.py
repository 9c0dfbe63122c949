"""What people see of votes."""

from consult.accounts.models import Person, Verification
from consult.core import clock
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.forms import VoteForm
from consult.participation.models import VOTES
from consult.proposals.models import Proposal


def vote_panel(proposal: Proposal, viewer: Person | None, form: VoteForm | None = None) -> Panel:
    """The viewer's own vote, or the way to give one."""
    held = queries.vote_of(viewer, proposal) if viewer else None
    if form is None:
        form = VoteForm(
            formdata=None,
            data={"stance": held.stance.value, "reason": held.reason} if held else None,
        )
    return Panel(
        "participation/vote.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        held=held,
        is_behind=held is not None and queries.material_since(held),
        form=form,
    )


def vote_email_panel(proposal: Proposal, form: VoteForm) -> Panel:
    """The second step of a visitor's vote: an address to confirm."""
    return Panel(
        "participation/vote_email.html", council=proposal.council, proposal=proposal, form=form
    )


def results_panel(proposal: Proposal) -> Panel:
    """The tallies, or word that they are hidden until the close."""
    by_level = queries.visible_tally(proposal)
    tally = {stance: sum(levels.values()) for stance, levels in (by_level or {}).items()}
    verified = {
        stance: sum(n for level, n in levels.items() if level.is_verified)
        for stance, levels in (by_level or {}).items()
    }
    return Panel(
        "participation/results.html",
        council=proposal.council,
        proposal=proposal,
        is_shown=by_level is not None,
        tally=tally,
        verified=verified,
        offline={
            stance: levels[Verification.GUEST_UNVERIFIED]
            for stance, levels in (by_level or {}).items()
        },
        total=sum(tally.values()),
        verified_total=sum(verified.values()),
        people=queries.vote_count(proposal),
        stances=VOTES,
        as_of=clock.now(),
    )
