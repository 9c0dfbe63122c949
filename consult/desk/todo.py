"""What waits for somebody at a desk, by the roles they hold, soonest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from flask_babel import format_date

from consult.accounts.models import Person
from consult.core import _, clock, ngettext
from consult.core.format import ago, short_day
from consult.councils.models import Role
from consult.decisions.models import Decision
from consult.moderation.queries import QueueFigures
from consult.participation.models import Batch
from consult.participation.queries import Asked
from consult.participation.rules import SPEAKERS
from consult.proposals import answers, rules
from consult.proposals.models import AFTER_CLOSE, Proposal, Status

SOON = timedelta(days=7)
PROMISE_SOON = timedelta(days=21)
A_DAY = timedelta(days=1)
LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """Everything that the lists on the start page are made from."""

    person: Person
    roles: frozenset[Role]
    queue: QueueFigures
    proposals: Sequence[Proposal]
    decisions: Mapping[UUID, Decision]
    without_outcome: Mapping[UUID, int]
    questions: Asked
    suggestions: Mapping[UUID, int] = field(default_factory=dict)
    batches: Sequence[Batch] = ()


@dataclass(frozen=True)
class Todo:
    """One thing to do, where, and by when."""

    what: str
    why: str
    due: str
    button: str
    endpoint: str
    proposal: Proposal | None = None
    number: int | None = None
    by: datetime = LATEST
    is_late: bool = False


def todos(desk: Desk) -> list[Todo]:
    """What needs this person now, soonest first."""
    found = _reports(desk) + _questions(desk) + _batches(desk)
    for proposal in desk.proposals:
        found += _agreement(desk, proposal)
        found += _closing(desk, proposal)
        found += _suggestions(desk, proposal)
        found += _outcomes(desk, proposal)
        found += _decision(desk, proposal)
    return sorted(found, key=lambda todo: (todo.by, todo.what))


def _reports(desk: Desk) -> list[Todo]:
    if Role.MODERATOR not in desk.roles or desk.queue.oldest is None:
        return []
    waiting = desk.queue.waiting
    return [
        Todo(
            what=ngettext("Decide %(num)s case", "Decide %(num)s cases", waiting),
            why=_("The oldest came in %(when)s", when=ago(desk.queue.oldest)),
            due=_("Now"),
            button=_("Decide"),
            endpoint="moderation.queue",
            by=desk.queue.oldest + A_DAY,
            is_late=clock.now() - desk.queue.oldest > A_DAY,
        )
    ]


def _batches(desk: Desk) -> list[Todo]:
    if not desk.roles & {Role.OFFICER, Role.MODERATOR}:
        return []
    return [
        Todo(
            what=_("Compare batch %(number)s with the originals", number=batch.number),
            why=_("%(how)s · %(title)s", how=batch.channel.label, title=batch.proposal.title),
            due=_by(batch.proposal.closes_at),
            button=_("Compare"),
            endpoint="participation.batch",
            proposal=batch.proposal,
            number=batch.number,
            by=batch.proposal.closes_at or LATEST,
        )
        for batch in desk.batches
        if batch.typed_by_id != desk.person.id and batch.proposal.is_open
    ]


def _questions(desk: Desk) -> list[Todo]:
    asked = desk.questions
    if not desk.roles & SPEAKERS or not asked.open or asked.first_due_on is None:
        return []
    late = asked.overdue
    return [
        Todo(
            what=ngettext("Answer %(num)s question", "Answer %(num)s questions", asked.open),
            why=ngettext("%(num)s answer is overdue", "%(num)s answers are overdue", late)
            if late
            else _("The first answer is promised by %(day)s", day=short_day(asked.first_due_on)),
            due=_by(asked.first_due_on),
            button=_("Answer"),
            endpoint="participation.open_questions",
            by=_end_of(asked.first_due_on),
            is_late=bool(late),
        )
    ]


def _agreement(desk: Desk, proposal: Proposal) -> list[Todo]:
    can_agree = desk.roles & set(rules.SECOND) and rules.may_agree(desk.person, proposal)
    if proposal.status is not Status.INTERNAL_REVIEW or not can_agree:
        return []
    opens = answers.moment(proposal.draft.get("opens_at"))
    return [
        Todo(
            what=_("Read and agree: %(title)s", title=proposal.title),
            why=_("%(name)s asks for a second person", name=_name(proposal.author)),
            due=_by(opens),
            button=_("Read draft"),
            endpoint="proposals.overview",
            proposal=proposal,
            by=opens or LATEST,
        )
    ]


def _closing(desk: Desk, proposal: Proposal) -> list[Todo]:
    closes = proposal.closes_at
    if Role.OFFICER not in desk.roles or not proposal.is_open or closes is None:
        return []
    if closes - clock.now() > SOON:
        return []
    return [
        Todo(
            what=_("Closes soon: %(title)s", title=proposal.title),
            why=_("Last days to reach people who have not heard of it"),
            due=_by(closes),
            button=_("Open"),
            endpoint="proposals.overview",
            proposal=proposal,
            by=closes,
        )
    ]


def _suggestions(desk: Desk, proposal: Proposal) -> list[Todo]:
    count = desk.suggestions.get(proposal.id, 0)
    if Role.OFFICER not in desk.roles or not count or proposal.is_decided:
        return []
    return [
        Todo(
            what=ngettext(
                "%(num)s suggestion waits for an answer",
                "%(num)s suggestions wait for an answer",
                count,
            ),
            why=_("Other words for the text · %(title)s", title=proposal.title),
            due=_by(proposal.closes_at if proposal.is_open else None),
            button=_("Read them"),
            endpoint="participation.suggestions",
            proposal=proposal,
            by=proposal.closes_at or LATEST,
        )
    ]


def _outcomes(desk: Desk, proposal: Proposal) -> list[Todo]:
    count = desk.without_outcome.get(proposal.id, 0)
    theirs = desk.roles & {Role.MODERATOR, Role.OFFICER}
    if proposal.status_now not in AFTER_CLOSE or not count or not theirs:
        return []
    promised = proposal.feedback_promised_on
    return [
        Todo(
            what=ngettext(
                "%(num)s comment has no outcome yet", "%(num)s comments have no outcome yet", count
            ),
            why=_promise(proposal),
            due=_by(promised),
            button=_("Read them"),
            endpoint="analysis.themes",
            proposal=proposal,
            by=_end_of(promised),
            is_late=is_overdue(promised),
        )
    ]


def _decision(desk: Desk, proposal: Proposal) -> list[Todo]:
    decision = desk.decisions.get(proposal.id)
    if decision is None or decision.is_published:
        return _undrafted(desk, proposal) if decision is None else []
    waits = decision.sent_at is not None
    promised = proposal.feedback_promised_on
    if waits and Role.DECISION_MAKER in desk.roles and decision.drafted_by_id != desk.person.id:
        what, button = _("Read and sign the decision"), _("Read report")
    elif not waits and Role.OFFICER in desk.roles and decision.returned_words:
        what, button = _("The decision-maker asks for changes"), _("Open draft")
    elif not waits and decision.drafted_by_id == desk.person.id:
        what, button = _("Finish your draft of the decision"), _("Open draft")
    else:
        return []
    return [
        Todo(
            what=what,
            why=_promise(proposal),
            due=_by(promised),
            button=button,
            endpoint="decisions.draft",
            proposal=proposal,
            by=_end_of(promised),
            is_late=is_overdue(promised),
        )
    ]


def _undrafted(desk: Desk, proposal: Proposal) -> list[Todo]:
    promised = proposal.feedback_promised_on
    if Role.OFFICER not in desk.roles or proposal.status_now not in AFTER_CLOSE or not promised:
        return []
    if promised - clock.local(clock.now()).date() > PROMISE_SOON:
        return []
    return [
        Todo(
            what=_("Draft the decision"),
            why=_promise(proposal),
            due=_by(promised),
            button=_("Start draft"),
            endpoint="decisions.draft",
            proposal=proposal,
            by=_end_of(promised),
            is_late=is_overdue(promised),
        )
    ]


def _by(day: date | None) -> str:
    """A day short enough for a narrow column, or how late it is."""
    if day is None:
        return _("When you can")
    if not is_overdue(day):
        return short(day)
    late = (clock.local(clock.now()).date() - _plain(day)).days
    return ngettext("%(num)s day late", "%(num)s days late", late)


def short(day: date) -> str:
    """15 Mar."""
    return format_date(_plain(day), "d MMM")


def _plain(day: date) -> date:
    return clock.local(day).date() if isinstance(day, datetime) else day


def is_overdue(day: date | None) -> bool:
    """The day has passed in London."""
    return day is not None and _plain(day) < clock.local(clock.now()).date()


def _end_of(day: date | None) -> datetime:
    if day is None:
        return LATEST
    return clock.from_local(datetime.combine(day, time(23, 59)))


def _promise(proposal: Proposal) -> str:
    if proposal.feedback_promised_on is None:
        return proposal.title
    day = short_day(proposal.feedback_promised_on)
    return _("%(title)s · feedback promised by %(day)s", title=proposal.title, day=day)


def _name(person: Person) -> str:
    return person.real_name or person.pseudonym
