"""The calendar and the time in which residents take part: never shorter, always with a reason."""

from datetime import datetime, timedelta

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.proposals import answers, queries
from consult.proposals.models import Proposal, Status, Version
from consult.proposals.rules.agreeing import check_ready, checked_words, is_agreed
from consult.proposals.rules.clockwork import held, move
from consult.proposals.rules.drafts import RUNNING
from consult.proposals.rules.publishing import make_version, role_of

LONGEST_EXTENSION = timedelta(days=366)
SOON = timedelta(days=10)


def schedule(_officer: Person, proposal: Proposal) -> None:
    """Put an agreed draft on the calendar; if its moment has come, it opens at once."""
    proposal = held(proposal)
    if proposal.status is Status.SCHEDULED or (
        proposal.status in RUNNING and proposal.version_number == 1
    ):
        return
    if proposal.status is not Status.READY:
        raise Refused(_("A second person has to agree before it can open."))
    check_ready(proposal)
    opens_at = answers.moment(proposal.draft.get("opens_at"))
    closes_at = answers.moment(proposal.draft.get("closes_at"))
    if opens_at is None or closes_at is None or closes_at <= max(opens_at, clock.now()):
        raise Refused(_("It would close before anybody could take part. Change its dates."))
    proposal.opens_at, proposal.closes_at = opens_at, closes_at
    proposal.hides_results = bool(proposal.draft.get("hide_results"))
    proposal.feedback_promised_on = answers.day(proposal.draft.get("feedback_promised_on"))
    proposal.status, proposal.status_since = Status.SCHEDULED, clock.now()
    db.session.flush()
    held(proposal)


def unschedule(_officer: Person, proposal: Proposal) -> None:
    """Take it off the calendar before it opens."""
    proposal = held(proposal)
    if proposal.status is Status.READY:
        return
    if proposal.status is not Status.SCHEDULED:
        raise Refused(_("It has opened already. You can pause or withdraw it."))
    proposal.status, proposal.status_since = Status.READY, clock.now()
    proposal.opens_at = proposal.closes_at = None
    db.session.flush()


def pause(person: Person, proposal: Proposal, reason: str) -> None:
    """Stop taking views for now; the reason is public."""
    proposal = held(proposal)
    reason = _reason(reason)
    if proposal.status is Status.PAUSED:
        return
    if proposal.status is not Status.OPEN:
        raise Refused(_("Only a proposal that is open can be paused."))
    move(proposal, Status.PAUSED, by=role_of(person, proposal.council), reason=reason)


def resume(person: Person, proposal: Proposal, reason: str = "") -> None:
    """Take views again."""
    proposal = held(proposal)
    reason = _reason(reason) if reason.strip() else ""
    if proposal.status is Status.OPEN:
        return
    if proposal.status is not Status.PAUSED:
        raise Refused(_("Only a paused proposal can be opened again. This one has closed."))
    move(proposal, Status.OPEN, by=role_of(person, proposal.council), reason=reason)


def extend_deadline(person: Person, proposal: Proposal, closes_at: datetime, reason: str) -> None:
    """Give residents more time. A deadline never moves closer."""
    proposal = held(proposal)
    reason = _reason(reason)
    if proposal.status not in RUNNING or proposal.closes_at is None:
        raise Refused(_("The deadline can be moved only while the proposal is open."))
    if closes_at == proposal.closes_at:
        return
    if closes_at < proposal.closes_at:
        raise Invalid("closes_at", _("A deadline can only be moved later."))
    if closes_at > clock.now() + LONGEST_EXTENSION:
        raise Invalid("closes_at", _("Choose a day within the next year."))
    was, proposal.closes_at = proposal.closes_at, closes_at
    period = queries.current_round(proposal)
    if period is not None:
        period.closes_at = closes_at
    proposal.draft = {**proposal.draft, "closes_at": clock.local(closes_at).isoformat()}
    db.session.flush()
    record(
        Fact.DEADLINE_EXTENDED,
        council=proposal.council,
        proposal=proposal,
        by=role_of(person, proposal.council),
        was=was,
        now=closes_at,
        reason=reason,
    )


def withdraw(person: Person, proposal: Proposal, reason: str) -> None:
    """Give the proposal up before a decision; residents are told if they could see it."""
    proposal = held(proposal)
    reason = _reason(reason)
    if proposal.status is Status.WITHDRAWN:
        return
    if proposal.is_decided or proposal.status.stage in _OVER:
        raise Refused(_("A decision was made. It can no longer be withdrawn."))
    if not proposal.version_number:
        proposal.status, proposal.status_since = Status.WITHDRAWN, clock.now()
        proposal.status_reason = reason
        db.session.flush()
        return
    period = queries.current_round(proposal)
    if period is not None and period.closed_at is None:
        period.closed_at = clock.now()
    move(proposal, Status.WITHDRAWN, by=role_of(person, proposal.council), reason=reason)


def publish_version(editor: Person, proposal: Proposal, note: str, is_material: bool) -> Version:
    """Publish the changed draft; a second person has agreed to it as it is."""
    proposal = held(proposal)
    note = checked_words("note", note, _("Say in a sentence what has changed."))
    if not proposal.version_number or proposal.status in _NOT_NOW or proposal.is_decided:
        raise Refused(_("A new version can be published only before the decision."))
    current = queries.current_version(proposal)
    if current.content == proposal.draft or is_unchanged(proposal, current):
        if current.note == note and current.is_material == is_material:
            return current
        raise Refused(_("The text is the same as the version that residents read now."))
    check_ready(proposal)
    if not is_agreed(proposal):
        raise Refused(_("A second person has to agree to this text first."))
    return make_version(
        proposal, by=role_of(editor, proposal.council), note=note, is_material=is_material
    )


def is_unchanged(proposal: Proposal, current: Version) -> bool:
    """Residents read already what the draft says; the deadline is told apart from the text."""
    dates = {"opens_at", "closes_at"}
    old = {key: value for key, value in current.content.items() if key not in dates}
    return old == {key: value for key, value in proposal.draft.items() if key not in dates}


def should_extend(proposal: Proposal) -> bool:
    """So few days are left that a change of substance calls for more time."""
    closes_at = proposal.closes_at
    return proposal.is_open and closes_at is not None and closes_at - clock.now() < SOON


def _reason(words: str) -> str:
    return checked_words("reason", words, _("Give the reason. It is published."))


_NOT_NOW = frozenset({Status.WITHDRAWN, Status.DECISION_DRAFTED})
_OVER = frozenset(
    {Status.DECIDED.stage, Status.LIVE.stage, Status.UNDER_REVIEW.stage, Status.ENDED.stage}
)
