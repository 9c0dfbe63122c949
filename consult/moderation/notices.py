"""The steps of a notice of defamation and their times, as the Regulations of 2013 count them."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from consult.core import _l, clock
from consult.proposals.holidays import bank_holidays

_SATURDAY = 5
_NO_TIME = timedelta(0)
HOURS = timedelta(hours=48)
DAYS = 5


class Step(StrEnum):
    """Where a notice stands."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    ASKED = "asked"
    AGREED = "agreed"
    DISPUTED = "disputed"
    REMOVED = "removed"
    STAYS = "stays"

    @property
    def label(self) -> str:
        """What the desk reads."""
        return str(STEPS[self])

    @property
    def is_last(self) -> bool:
        """Nothing follows."""
        return self in (Step.INCOMPLETE, Step.REMOVED, Step.STAYS)


STEPS = {
    Step.RECEIVED: _l("Notice received"),
    Step.INCOMPLETE: _l("Closed: the notice was not complete"),
    Step.ASKED: _l("Waiting for the author"),
    Step.AGREED: _l("The author agrees to take it down"),
    Step.DISPUTED: _l("The author wants it to stay"),
    Step.REMOVED: _l("Closed: the words were taken down"),
    Step.STAYS: _l("Closed: the words stay"),
}


class Event(StrEnum):
    """What can happen to a notice."""

    SAY_INCOMPLETE = "say_incomplete"
    CONTACT = "contact"
    CANNOT_CONTACT = "cannot_contact"
    REPOSTED = "reposted"
    AGREE = "agree"
    DISPUTE = "dispute"
    NO_ANSWER = "no_answer"
    REMOVE = "remove"
    FALSE_DETAILS = "false_details"
    TELL = "tell"
    GONE = "gone"

    @property
    def label(self) -> str:
        """What the desk presses, or reads afterwards."""
        return str(EVENTS[self])


EVENTS = {
    Event.SAY_INCOMPLETE: _l("Tell the complainant what is missing"),
    Event.CONTACT: _l("Write to the author"),
    Event.CANNOT_CONTACT: _l("The author cannot be reached: take it down"),
    Event.REPOSTED: _l("Taken down twice before and posted again: take it down"),
    Event.AGREE: _l("The author agreed"),
    Event.DISPUTE: _l("The author did not agree"),
    Event.NO_ANSWER: _l("The author did not answer in time: take it down"),
    Event.REMOVE: _l("Take it down and tell the complainant"),
    Event.FALSE_DETAILS: _l("The author’s details are plainly false: take it down"),
    Event.TELL: _l("Tell the complainant that it stays"),
    Event.GONE: _l("The words are no longer public: tell the complainant"),
}

MOVES = {
    (Step.RECEIVED, Event.SAY_INCOMPLETE): Step.INCOMPLETE,
    (Step.RECEIVED, Event.CONTACT): Step.ASKED,
    (Step.RECEIVED, Event.CANNOT_CONTACT): Step.REMOVED,
    (Step.RECEIVED, Event.REPOSTED): Step.REMOVED,
    (Step.ASKED, Event.AGREE): Step.AGREED,
    (Step.ASKED, Event.DISPUTE): Step.DISPUTED,
    (Step.ASKED, Event.NO_ANSWER): Step.REMOVED,
    (Step.AGREED, Event.REMOVE): Step.REMOVED,
    (Step.DISPUTED, Event.FALSE_DETAILS): Step.REMOVED,
    (Step.DISPUTED, Event.TELL): Step.STAYS,
} | {
    (step, Event.GONE): Step.REMOVED
    for step in (Step.RECEIVED, Step.ASKED, Step.AGREED, Step.DISPUTED)
}
BY_AUTHOR = (Event.AGREE, Event.DISPUTE)


def offered(
    step: Step,
    missing: Collection[str],
    *,
    is_over: bool,
    is_public: bool,
    reposts: int = 0,
) -> list[Event]:
    """What the council may lawfully do now, the usual step first."""
    if not is_public:
        return [Event.GONE] if (step, Event.GONE) in MOVES else []
    if step is Step.RECEIVED:
        if missing:
            return [Event.SAY_INCOMPLETE]
        again = [Event.REPOSTED] if reposts >= 2 else []
        return [*again, Event.CONTACT, Event.CANNOT_CONTACT]
    if step is Step.ASKED:
        return [Event.NO_ANSWER] if is_over else []
    return {
        Step.AGREED: [Event.REMOVE],
        Step.DISPUTED: [Event.TELL, Event.FALSE_DETAILS],
    }.get(step, [])


def due(step: Step, since: datetime) -> datetime | None:
    """By when the step after this one has to be taken; none after the last."""
    if step.is_last:
        return None
    return end_of_days(since) if step is Step.ASKED else within_hours(since)


def act_by(step: Step, since: datetime) -> datetime | None:
    """By when the council has to act: 48 hours after the author's five days, if those still run."""
    moment = due(step, since)
    return within_hours(moment) if moment and step is Step.ASKED else moment


def within_hours(since: datetime) -> datetime:
    """48 hours later, leaving out weekends, Christmas Day, Good Friday and bank holidays."""
    moment, left = since, HOURS
    while left > _NO_TIME:
        night = _midnight_after(moment)
        if not _is_free(moment):
            if night - moment >= left:
                return moment + left
            left -= night - moment
        moment = night
    return moment


def end_of_days(since: datetime) -> datetime:
    """Midnight at the end of the fifth day after the day on which the author was written to."""
    day = clock.local(since) + timedelta(days=DAYS)
    return _midnight_after(day)


def _is_free(moment: datetime) -> bool:
    day = clock.local(moment).date()
    christmas = (day.month, day.day) == (12, 25)
    return day.weekday() >= _SATURDAY or christmas or day in bank_holidays(day.year)


def _midnight_after(moment: datetime) -> datetime:
    day = clock.local(moment).replace(tzinfo=None) + timedelta(days=1)
    return clock.from_local(day.replace(hour=0, minute=0, second=0, microsecond=0, fold=0))
