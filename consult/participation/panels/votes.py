"""What people see of votes."""

from collections.abc import Iterable, Mapping

from consult.accounts.models import Person, Verification
from consult.core import clock
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.forms import VoteForm
from consult.participation.models import VOTES, Stance
from consult.proposals.models import Proposal

ALL, VERIFIED_ONLY = "all", "verified"
VERIFIED = [level for level in Verification if level.is_verified]


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


def results_panel(proposal: Proposal, who: str = ALL) -> Panel:
    """The tallies, of all or of the verified, or word that they are hidden until the close."""
    by_level = queries.visible_tally(proposal)
    levels = _by_level(by_level or {})
    of_all, of_verified = _summed(by_level or {}, Verification), _summed(by_level or {}, VERIFIED)
    who = VERIFIED_ONLY if who == VERIFIED_ONLY else ALL
    return Panel(
        "participation/results.html",
        council=proposal.council,
        proposal=proposal,
        is_shown=by_level is not None,
        who=who,
        shown=of_verified if who == VERIFIED_ONLY else of_all,
        shown_total=sum((of_verified if who == VERIFIED_ONLY else of_all).values()),
        tally=of_all,
        verified=of_verified,
        total=sum(of_all.values()),
        verified_total=sum(of_verified.values()),
        levels=levels,
        people=queries.vote_count(proposal) if by_level is None else sum(of_all.values()),
        stances=VOTES,
        as_of=clock.now(),
    )


def _summed(
    by_level: Mapping[Stance, Mapping[Verification, int]], wanted: Iterable[Verification]
) -> dict[Stance, int]:
    chosen = list(wanted)
    return {stance: sum(held[level] for level in chosen) for stance, held in by_level.items()}


def _by_level(by_level: Mapping[Stance, Mapping[Verification, int]]) -> dict[Verification, int]:
    """How many people each level has, the surest first; a level without anybody is left out."""
    sums = {
        level: sum(held[level] for held in by_level.values()) for level in reversed(Verification)
    }
    return {level: n for level, n in sums.items() if n}
