"""Questions about views on single parts of a proposal."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person, Verification
from consult.core.db import db
from consult.councils.models import Council
from consult.participation.models import (
    Comfort,
    ItemTally,
    ItemTurnout,
    ItemView,
    SafeguardTally,
    is_set_aside,
)
from consult.proposals.models import Proposal, Version

COUNTED = ~is_set_aside(ItemView.proposal_id, ItemView.person_id)
Levels = Counter[bool]  # people by whether they are verified


def views_of(person: Person, proposal: Proposal) -> dict[str, ItemView]:
    """What somebody thinks of each part, for those they answered."""
    found = db.session.scalars(
        select(ItemView)
        .filter_by(person_id=person.id, proposal_id=proposal.id)
        .order_by(ItemView.part_id)
        .execution_options(populate_existing=True)
    )
    return {view.part_id: view for view in found}


def views_by(proposal: Proposal, people: Collection[UUID]) -> list[list[ItemView]]:
    """What each of these people thinks of single parts, read anew, person by person."""
    asked = select(ItemView).filter_by(proposal_id=proposal.id)
    found = db.session.scalars(
        asked.where(ItemView.person_id.in_(people))
        .order_by(ItemView.person_id, ItemView.part_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return [list(views) for _person, views in groupby(found, key=lambda view: view.person_id)]


def views_at_other_levels(
    person: Person, council: Council, level: Verification
) -> Sequence[Proposal]:
    """The proposals of a council on which somebody's views count at another level."""
    return db.session.scalars(
        select(Proposal)
        .where(
            Proposal.council_id == council.id,
            Proposal.id.in_(
                select(ItemView.proposal_id).where(
                    ItemView.person_id == person.id, ItemView.level != level
                )
            ),
        )
        .order_by(Proposal.id)
    ).all()


def all_views_of(person: Person) -> list[tuple[Proposal, Counter[Comfort]]]:
    """How many views of each kind somebody gave, by proposal, the latest first."""
    latest = func.max(ItemView.changed_at)
    rows = db.session.execute(
        select(ItemView.proposal_id, ItemView.view, func.count(), latest)
        .where(ItemView.person_id == person.id)
        .group_by(ItemView.proposal_id, ItemView.view)
        .order_by(latest.desc(), ItemView.proposal_id, ItemView.view)
    )
    counted: dict[UUID, Counter[Comfort]] = defaultdict(Counter)
    for proposal_id, view, n, _at in rows:
        counted[proposal_id][view] = n
    proposals = db.session.scalars(
        select(Proposal).where(Proposal.id.in_(counted)).options(joinedload(Proposal.council))
    )
    known = {proposal.id: proposal for proposal in proposals}
    return [(known[proposal_id], counts) for proposal_id, counts in counted.items()]


def item_tally(proposal: Proposal) -> dict[str, dict[Comfort, Levels]] | None:
    """People by part, view and whether verified; nothing while the round hides it."""
    if not proposal.shows_results:
        return None
    found: dict[str, dict[Comfort, Levels]] = defaultdict(lambda: {c: Counter() for c in Comfort})
    rows = db.session.execute(
        select(ItemTally.part_id, ItemTally.view, ItemTally.level, ItemTally.people).filter_by(
            proposal_id=proposal.id
        )
    )
    for part_id, view, level, people in rows:
        found[part_id][view][level.is_verified] += people
    return dict(found)


def safeguard_tally(proposal: Proposal) -> dict[str, dict[str, Levels]] | None:
    """People by safeguard and part, `` being any part; nothing while the round hides it."""
    if not proposal.shows_results:
        return None
    found: dict[str, dict[str, Levels]] = defaultdict(lambda: defaultdict(Counter))
    rows = db.session.execute(
        select(
            SafeguardTally.safeguard,
            SafeguardTally.part_id,
            SafeguardTally.level,
            SafeguardTally.people,
        ).filter_by(proposal_id=proposal.id)
    )
    for safeguard, part_id, level, people in rows:
        found[safeguard][part_id][level.is_verified] += people
    return {safeguard: dict(parts) for safeguard, parts in found.items()}


def item_turnout(proposal: Proposal) -> Levels:
    """How many people answered about any part, by whether they are verified."""
    found: Levels = Counter()
    rows = db.session.execute(
        select(ItemTurnout.level, ItemTurnout.people).filter_by(proposal_id=proposal.id)
    )
    for level, people in rows:
        found[level.is_verified] += people
    return found


def versions_said(proposal: Proposal, views: Iterable[ItemView]) -> dict[int, Version]:
    """The earlier versions that somebody's views were about."""
    numbers = {view.version_number for view in views} - {proposal.version_number}
    if not numbers:
        return {}
    found = db.session.scalars(
        select(Version).filter_by(proposal_id=proposal.id).where(Version.number.in_(numbers))
    )
    return {version.number: version for version in found}


def last_material(proposal: Proposal) -> int:
    """The newest version that changed what matters."""
    asked = select(func.max(Version.number)).filter_by(proposal_id=proposal.id, is_material=True)
    return db.session.scalar(asked) or 0


def item_counters() -> list[tuple[str, dict[Any, int], dict[Any, int]]]:
    """Every counter of views on parts, by its kind, beside what it counts."""
    return [
        ("items", _tallies(), _counted()),
        ("safeguards", _safeguard_tallies(), _counted_safeguards()),
        ("item people", _turnouts(), _counted_people()),
    ]


def _numbered(rows: Iterable[Sequence[Any]]) -> dict[Any, int]:
    """Rows by all but their last column, which is a number; none is as good as nothing."""
    return {tuple(str(each) for each in key): n for *key, n in rows if n}


def _tallies() -> dict[Any, int]:
    table = ItemTally
    return _numbered(
        db.session.execute(
            select(table.proposal_id, table.part_id, table.view, table.level, table.people)
        )
    )


def _counted() -> dict[Any, int]:
    keys = (ItemView.proposal_id, ItemView.part_id, ItemView.view, ItemView.level)
    return _numbered(db.session.execute(select(*keys, func.count()).where(COUNTED).group_by(*keys)))


def _turnouts() -> dict[Any, int]:
    table = ItemTurnout
    return _numbered(db.session.execute(select(table.proposal_id, table.level, table.people)))


def _counted_people() -> dict[Any, int]:
    keys = (ItemView.proposal_id, ItemView.level)
    people = func.count(ItemView.person_id.distinct())
    return _numbered(db.session.execute(select(*keys, people).where(COUNTED).group_by(*keys)))


def _safeguard_tallies() -> dict[Any, int]:
    table = SafeguardTally
    return _numbered(
        db.session.execute(
            select(table.proposal_id, table.part_id, table.safeguard, table.level, table.people)
        )
    )


def _counted_safeguards() -> dict[Any, int]:
    wanted = db.session.execute(
        select(
            ItemView.proposal_id,
            ItemView.person_id,
            ItemView.part_id,
            ItemView.safeguards,
            ItemView.level,
        ).where(ItemView.view == Comfort.WITH_SAFEGUARDS, COUNTED)
    )
    on_parts: Counter[Any] = Counter()
    anywhere = set()
    for proposal_id, person_id, part_id, safeguards, level in wanted:
        for safeguard in safeguards:
            on_parts[str(proposal_id), part_id, safeguard, str(level)] += 1
            anywhere.add((str(proposal_id), "", safeguard, str(level), person_id))
    return on_parts + Counter(key[:-1] for key in anywhere)
