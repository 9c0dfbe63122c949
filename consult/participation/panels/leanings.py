"""What people see of everybody's views on the parts of a proposal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consult.core import _, clock
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.grid import Asked, asked_of, listed, safeguards_of
from consult.participation.leaning import FEWEST, NOBODY, Leaning, pieces, ranked, scale_of
from consult.participation.models import Comfort
from consult.participation.queries.items import Levels
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal, Version


@dataclass(frozen=True)
class Wanted:
    """A safeguard, how many ask for it, and where most of them do."""

    label: str
    people: int
    mostly: str


def items_results_panel(
    proposal: Proposal, who: str | None = None, room: str = "site.items"
) -> Panel:
    """Where people draw the line, part by part, or word that it is hidden until the close."""
    version = proposals.current_version(proposal)
    asked = asked_of(version.content)
    is_verified = who == "verified"
    tally = queries.item_tally(proposal)
    turnout = queries.item_turnout(proposal)
    leanings = ranked([_leaning(each, tally or {}, is_verified) for each in asked])
    scale = scale_of(leanings)
    return Panel(
        "participation/items_results.html",
        council=proposal.council,
        proposal=proposal,
        room=room,
        is_shown=tally is not None,
        is_verified=is_verified,
        people=turnout.total(),
        verified=turnout[True],
        groups=[
            [(each, pieces(each, scale)) for each in leanings if each.asked.group == group]
            for group in ("data_items", "parties")
        ],
        leanings=leanings,
        summary=_summary(leanings),
        few=any(not each.has_shares for each in leanings),
        fewest=FEWEST,
        safeguards=_wanted(proposal, version, asked, is_verified=is_verified),
        has_gone=bool(set(tally or {}) - {each.id for each in asked}),
        comfort=Comfort,
        as_of=clock.now(),
    )


def _leaning(
    asked: Asked, tally: Mapping[str, Mapping[Comfort, Levels]], is_verified: bool
) -> Leaning:
    counted = tally.get(asked.id)
    if counted is None:
        return Leaning(asked, NOBODY, NOBODY, is_verified)
    return Leaning(
        asked,
        {comfort: people.total() for comfort, people in counted.items()},
        {comfort: people[True] for comfort, people in counted.items()},
        is_verified,
    )


def _summary(leanings: Sequence[Leaning]) -> str:
    """In a sentence or three, what most people would share and what not."""
    counted = [each for each in leanings if each.has_shares]
    fine = [each for each in counted if each.share(Comfort.FINE) > 0.5]
    no = [each for each in counted if each.share(Comfort.NO) > 0.5]
    rest = [each for each in counted if each not in fine and each not in no]
    said = [
        (fine, _("Most people are fine with: %(parts)s.")),
        (no, _("Most people say no to: %(parts)s.")),
        (rest, _("People are divided on: %(parts)s.")),
    ]
    return " ".join(
        words % {"parts": listed(each.asked.label for each in found)}
        for found, words in said
        if found
    )


def _wanted(
    proposal: Proposal, version: Version, asked: Sequence[Asked], *, is_verified: bool
) -> list[Wanted]:
    """The safeguards on offer, those that most people ask for first."""
    tally = queries.safeguard_tally(proposal) or {}
    labels = {each.id: each.label for each in asked}
    found = []
    for key, label in safeguards_of(version.content).items():
        parts = {
            part: people[True] if is_verified else people.total()
            for part, people in tally.get(key, {}).items()
        }
        on_parts = [(-n, labels[part]) for part, n in parts.items() if part in labels and n]
        if parts.get(""):
            found.append(Wanted(label, parts[""], min(on_parts)[1] if on_parts else ""))
    return sorted(found, key=lambda each: (-each.people, each.label))
