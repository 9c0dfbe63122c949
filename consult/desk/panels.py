"""The start page of a desk."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from consult.accounts.models import Person
from consult.changelog import sentences
from consult.core import clock
from consult.core.panels import Panel
from consult.councils.models import Council, Role
from consult.desk import chart, queries
from consult.desk.legal import legal_todos
from consult.desk.promises import promises
from consult.desk.todo import Desk, todos
from consult.moderation.panels import figures_here
from consult.participation import queries as participation
from consult.proposals.models import Proposal, Stage

STAGES = [stage for stage in Stage if stage is not Stage.ENDED]
DRAWN = timedelta(days=41)
SHOWN_PROMISES = 8


def home_panel(council: Council, person: Person, roles: frozenset[Role]) -> Panel:
    """What needs this person, and where everything stands."""
    progress = queries.in_progress(council)
    proposals = list(progress)
    ids = [proposal.id for proposal in proposals]
    reading = [proposal.id for proposal in proposals if queries.is_after_close(proposal)]
    desk = Desk(
        person=person,
        roles=roles,
        queue=figures_here(council),
        proposals=proposals,
        decisions={ours.id: found.decision for ours, found in progress.items() if found.decision},
        without_outcome=queries.comments_without_outcome(reading),
        questions=participation.council_question_counts(council),
        suggestions={ours.id: found.suggestions for ours, found in progress.items()},
        batches=[batch for found in progress.values() for batch in found.batches],
    )
    part = queries.taking_part(ids)
    return Panel(
        "desk/home.html",
        council=council,
        room="home",
        desk=desk,
        person=person,
        roles=roles,
        readers_of_queue=bool(roles & {Role.MODERATOR, Role.ANALYST, Role.OWNER}),
        today=clock.now(),
        todos=sorted(
            todos(desk) + legal_todos(council, roles), key=lambda todo: (todo.by, todo.what)
        ),
        part=part,
        stages=STAGES,
        promises=promises(proposals, desk.decisions)[:SHOWN_PROMISES],
        acts=queries.acts_lately(council),
        record=_record(council, proposals),
        busiest=_busiest(proposals, part),
    )


def _record(council: Council, proposals: Any) -> list[dict[str, Any]]:
    titles: dict[UUID | None, str] = {proposal.id: proposal.title for proposal in proposals}
    return [
        {
            "at": fact.at,
            "sentence": sentences.sentence(fact),
            "on": titles.get(fact.proposal_id, ""),
            "by": sentences.actor(fact),
        }
        for fact in queries.facts_today(council)
    ]


def _busiest(proposals: Any, part: Any) -> dict[str, Any] | None:
    """The open proposal in which most people take part, with its days."""
    open_now = [proposal for proposal in proposals if proposal.is_open]
    if not open_now:
        return None
    proposal: Proposal = max(open_now, key=lambda p: (part[p.id].views, part[p.id].comments))
    days = queries.days_of(proposal)
    today = clock.local(clock.now()).date()
    opened = clock.local(proposal.opens_at).date() if proposal.opens_at else today
    first = min(max(opened, today - DRAWN), today)
    views = {day: counted.views for day, counted in days.items()}
    return {
        "proposal": proposal,
        "chart": chart.chart(views, first, today),
        "weeks": _weeks(days, first, today),
        "views": sum(views.values()),
        "comments": sum(counted.comments for counted in days.values()),
        "is_cut": opened < first,
    }


def _weeks(days: Any, first: date, last: date) -> list[dict[str, Any]]:
    """The same by week, for reading."""
    weeks = []
    start = first
    while start <= last:
        end = min(start + timedelta(days=6 - start.weekday()), last)
        inside = [counted for day, counted in days.items() if start <= day <= end]
        weeks.append(
            {
                "from": start,
                "to": end,
                "views": sum(counted.views for counted in inside),
                "comments": sum(counted.comments for counted in inside),
            }
        )
        start = end + timedelta(days=1)
    return weeks


def choose_panel(councils: Any) -> Panel:
    """Which desk to sit at."""
    return Panel("desk/choose.html", councils=councils)
