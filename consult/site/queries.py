"""What the start pages and timelines ask of several features at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import exists, select

from consult.accounts.models import Person
from consult.changelog import sentences
from consult.changelog.kinds import group_of
from consult.changelog.models import LogHead
from consult.changelog.queries import Recorded
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council, Staff
from consult.decisions import queries as decisions
from consult.decisions.queries import Told
from consult.participation import queries as participation
from consult.participation.queries import Counts
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal, Stage, Version

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Offer:
    """A proposal as the start page shows it."""

    proposal: Proposal
    version: Version
    counts: Counts

    @property
    def days_left(self) -> int:
        """Whole days until it closes."""
        closes = self.proposal.closes_at
        return max((closes - clock.now()).days, 0) if closes else 0

    @property
    def closes_soon(self) -> bool:
        """In its last week."""
        closes = self.proposal.closes_at
        return closes is not None and closes - clock.now() < SOON


@dataclass(frozen=True)
class FrontPage:
    """Proposals by where they stand, and the latest decisions with what changed."""

    open: list[Offer] = field(default_factory=list)
    considered: list[Offer] = field(default_factory=list)
    ended: list[Offer] = field(default_factory=list)
    decided: Sequence[Told] = ()
    decided_count: int = 0
    changed_count: int = 0


def about(person: Person) -> tuple[bool, int]:
    """Whether somebody works for a council, and how long the record is, in one statement."""
    works = exists().where(Staff.person_id == person.id)
    is_staff, size = db.session.execute(select(works, select(LogHead.size).scalar_subquery())).one()
    return bool(is_staff), size or 0


def front_page(council: Council | None = None) -> FrontPage:
    """Everything for a start page, in a constant number of statements."""
    shown = proposals.public_proposals(council)
    versions = proposals.current_versions([proposal.id for proposal in shown])
    counts = participation.counts([proposal.id for proposal in shown])
    offers = [Offer(p, versions[p.id], counts[p.id]) for p in shown if p.id in versions]
    decided = decisions.recent_decisions(council, limit=5)
    total, changed = decisions.decision_counts(council)
    return FrontPage(
        open=sorted(
            (offer for offer in offers if offer.proposal.stage is Stage.OPEN),
            key=lambda offer: offer.proposal.closes_at or clock.now(),
        ),
        considered=[
            offer for offer in offers if offer.proposal.stage in (Stage.READING, Stage.WORKING_OUT)
        ],
        ended=[offer for offer in offers if offer.proposal.stage is Stage.ENDED],
        decided=decided,
        decided_count=total,
        changed_count=changed,
    )


@dataclass(frozen=True)
class Line:
    """A fact in words."""

    fact: Recorded
    sentence: str
    tag: str
    tone: str
    by: str


def lines(facts: Sequence[Recorded]) -> list[Line]:
    """Facts in words, in the order given."""
    return [
        Line(
            fact,
            sentences.sentence(fact),
            sentences.tag(fact),
            "yes" if group_of(fact.kind) == "decisions" else "",
            sentences.actor(fact),
        )
        for fact in facts
    ]


def by_day(facts: Sequence[Recorded]) -> list[tuple[datetime, list[Line]]]:
    """Lines gathered under their day in London."""
    days = groupby(lines(facts), key=lambda line: clock.local(line.fact.at).date())
    return [(group[0].fact.at, group) for group in (list(found) for _, found in days)]
