"""Taking, changing and withdrawing views on single parts of a proposal."""

from collections import Counter
from collections.abc import Collection, Mapping
from uuid import UUID

from consult.accounts.models import Person, Verification
from consult.accounts.queries import hold_person
from consult.core import _, _l, clock
from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.participation import queries
from consult.participation.counters import Contributions, contributions, move_items
from consult.participation.grid import LONGEST_OWN, Answer, asked_of, safeguards_of, told
from consult.participation.models import Comfort, ItemView, Pending
from consult.participation.rules.asides import COUNTS
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.levels import MOVES, still_counts
from consult.participation.rules.openness import check_open
from consult.participation.rules.pending import hold_for
from consult.participation.texts import tidy
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal, Version

Answers = Mapping[str, Answer]


def give_views(
    person: Person, proposal: Proposal, given: Answers, about: Version | None = None
) -> None:
    """Take what somebody thinks of some parts of a version; other parts stay as they were."""
    hold_person(person, to_change=True)
    level = councils.level_in(person, proposal.council)
    check_open(proposal)
    about = about or proposals.current_version(proposal)
    answers = checked(given, about)
    held = queries.views_of(person, proposal)
    is_aside = queries.is_aside(person, proposal)
    was = contributions(held.values())
    for part_id, answer in sorted(answers.items()):
        view = held.get(part_id)
        if view is None:
            view = ItemView(proposal_id=proposal.id, person_id=person.id, part_id=part_id)
            db.session.add(view)
            held[part_id] = view
        _let_say(view, answer, about.number)
    for view in held.values():
        view.level, view.is_aside = level, is_aside
    db.session.flush()
    move_items(proposal.id, was, contributions(held.values()))


def hold_views(email: str, proposal: Proposal, given: Answers) -> Pending:
    """Keep a visitor's views, all together, until they confirm."""
    check_open(proposal)
    version = proposals.current_version(proposal)
    answers = checked(given, version)
    stored = {part_id: answer.stored() for part_id, answer in sorted(answers.items())}
    return hold_for(email, proposal, "items", {"version": version.number, "answers": stored})


def withdraw_views(person: Person, proposal: Proposal, part_id: str | None = None) -> None:
    """Take back what one said about one part, or about all; without it nothing is to do."""
    hold_person(person, to_change=True)
    check_open(proposal)
    held = queries.views_of(person, proposal)
    gone = [view for view in held.values() if part_id in (None, view.part_id)]
    left = [view for view in held.values() if view not in gone]
    for view in gone:
        db.session.delete(view)
    db.session.flush()
    move_items(proposal.id, contributions(held.values()), contributions(left))


def move_level(person: Person, council: Council, level: Verification) -> None:
    """Let somebody's views count at the level at which the council now knows them."""
    for proposal in queries.views_at_other_levels(person, council, level):
        if not still_counts(proposal):
            continue
        held = queries.views_of(person, proposal)
        was = contributions(held.values())
        for view in held.values():
            view.level = level
        db.session.flush()
        move_items(proposal.id, was, contributions(held.values()))


def count_views(proposal: Proposal, people: Collection[UUID], aside: bool) -> None:
    """Set what these people said of single parts aside, or let it count again."""
    was: Contributions = Counter()
    now: Contributions = Counter()
    for views in queries.views_by(proposal, people):
        was.update(contributions(views))
        for view in views:
            view.is_aside = aside
        now.update(contributions(views))
    db.session.flush()
    move_items(proposal.id, was, now)


def checked(given: Answers, version: Version) -> dict[str, Answer]:
    """Tidy answers; refuse none at all, and any that the version does not ask for."""
    if not given:
        raise Invalid("", _("Choose an answer for one line at least."))
    parts = {asked.id for asked in asked_of(version.content)}
    offered = safeguards_of(version.content)
    if not parts.issuperset(given):
        raise Invalid("", _("The text has changed since you opened it. Look at it again."))
    return {part_id: _checked(part_id, answer, offered) for part_id, answer in given.items()}


def _checked(part_id: str, answer: Answer, offered: Mapping[str, str]) -> Answer:
    """What depends on safeguards is dropped where none are asked for."""
    if answer.view is not Comfort.WITH_SAFEGUARDS:
        return Answer(answer.view)
    if not set(answer.safeguards) <= set(offered):
        raise Invalid(part_id, _("Choose from the safeguards in the list."))
    words = tidy(answer.own_words or "")
    if len(words) > LONGEST_OWN:
        raise Invalid(part_id, _("Your own words must be 300 characters or fewer."))
    return Answer(answer.view, tuple(sorted(set(answer.safeguards))), words or None)


def _let_say(view: ItemView, answer: Answer, version_number: int) -> None:
    said = (view.view, view.safeguards, view.own_words, view.version_number)
    now = (answer.view, [*answer.safeguards], answer.own_words, version_number)
    if said != now:
        view.view, view.safeguards, view.own_words, view.version_number = now
        view.changed_at = clock.now()


def _about(proposal: Proposal, payload: Payload) -> tuple[dict[str, Answer], Version]:
    answers = {part_id: Answer.of(stored) for part_id, stored in payload["answers"].items()}
    return answers, proposals.version(proposal, payload["version"])


def _count(person: Person, proposal: Proposal, payload: Payload) -> None:
    give_views(person, proposal, *_about(proposal, payload))


def _told(proposal: Proposal, payload: Payload) -> str:
    answers, version = _about(proposal, payload)
    heading = _("You gave your view on “%(title)s”, item by item:", title=proposal.title)
    return f"{heading}\n{told(answers, version.content)}"


KINDS["items"] = Kind(
    count=_count,
    subject=_l("Confirm your answers, item by item"),
    heading=_l("Confirm your answers"),
    button=_l("Yes, count my answers"),
    told=_told,
    effect=_l(
        "They count as soon as you confirm them. If this address has answered about the same "
        "items before, these answers take their place."
    ),
    room="site.items",
)


MOVES.append(move_level)
COUNTS.append(count_views)
