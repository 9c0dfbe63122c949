"""The steps of a notice, and its hours and days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from consult.core import clock
from consult.moderation.notices import (
    BY_AUTHOR,
    MOVES,
    Event,
    Step,
    due,
    end_of_days,
    offered,
    within_hours,
)
from consult.proposals.holidays import bank_holidays

pytestmark = pytest.mark.either
MOMENTS = some.integers(1_577_836_800, 2_208_988_800).map(
    lambda at: datetime.fromtimestamp(at, UTC)
)


def _is_free(day: date) -> bool:
    return day.weekday() > 4 or (day.month, day.day) == (12, 25) or day in bank_holidays(day.year)


def _counted(since, until):
    """The hours between two moments on days that count, a quarter of an hour at a time."""
    quarter, found, moment = timedelta(minutes=15), timedelta(0), since
    while moment < until:
        if not _is_free(clock.local(moment).date()):
            found += min(quarter, until - moment)
        moment += quarter
    return found


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2026-11-23 10:00", "2026-11-25 10:00"),  # Monday to Wednesday
        ("2026-11-26 15:00", "2026-11-30 15:00"),  # Thursday: a weekend lies between
        ("2026-11-28 12:00", "2026-12-02 00:00"),  # Saturday: begins on Monday
        ("2026-04-02 09:00", "2026-04-08 09:00"),  # Thursday before Easter
        ("2026-12-24 12:00", "2026-12-30 12:00"),  # Christmas, Boxing Day on Monday
        ("2027-12-24 12:00", "2027-12-30 12:00"),  # Christmas on a Saturday
    ],
)
def test_forty_eight_hours_leave_out_days_off(since, until):
    begins = clock.from_local(datetime.fromisoformat(since))

    assert within_hours(begins) == clock.from_local(datetime.fromisoformat(until))


@given(MOMENTS.map(lambda moment: moment.replace(minute=0, second=0, microsecond=0)))
def test_exactly_forty_eight_hours_on_days_that_count_pass(since):
    assert _counted(since, within_hours(since)) == timedelta(hours=48)


@given(MOMENTS, some.timedeltas(timedelta(0), timedelta(days=9)))
def test_what_comes_later_is_never_due_sooner(since, later):
    assert within_hours(since) <= within_hours(since + later)
    assert end_of_days(since) <= end_of_days(since + later)
    assert within_hours(since) >= since + timedelta(hours=48)


@given(MOMENTS)
def test_the_author_has_until_midnight_after_the_fifth_day(since):
    ends = clock.local(end_of_days(since))

    assert (ends.hour, ends.minute, ends.second) == (0, 0, 0)
    assert ends.date() == clock.local(since).date() + timedelta(days=6)


def test_the_five_days_count_weekends_too():
    friday = datetime(2026, 11, 27, 9, tzinfo=UTC)

    assert end_of_days(friday) == datetime(2026, 12, 3, tzinfo=UTC)


@given(some.sampled_from(Step), some.booleans(), some.booleans(), some.integers(0, 3))
def test_only_moves_that_exist_are_offered(step, is_over, is_public, reposts):
    for missing in ((), ("name",)):
        for event in offered(step, missing, is_over=is_over, is_public=is_public, reposts=reposts):
            assert (step, event) in MOVES
            assert event not in BY_AUTHOR


@given(some.lists(some.sampled_from(Event), max_size=12))
def test_every_notice_ends_within_three_moves_and_then_nothing_follows(events):
    step, moves = Step.RECEIVED, 0
    for event in events:
        if (step, event) in MOVES:
            step, moves = MOVES[step, event], moves + 1

    assert moves <= 3
    assert (due(step, clock.now()) is None) == step.is_last
    assert step.is_last == (not any(start is step for start, _event in MOVES))


def test_silence_counts_only_when_the_time_is_over():
    assert offered(Step.ASKED, (), is_over=False, is_public=True) == []
    assert offered(Step.ASKED, (), is_over=True, is_public=True) == [Event.NO_ANSWER]


def test_an_incomplete_notice_is_only_answered():
    assert offered(Step.RECEIVED, ["said"], is_over=False, is_public=True) == [Event.SAY_INCOMPLETE]


def test_words_taken_down_twice_before_may_go_at_once():
    once = offered(Step.RECEIVED, (), is_over=False, is_public=True, reposts=1)
    twice = offered(Step.RECEIVED, (), is_over=False, is_public=True, reposts=2)

    assert Event.REPOSTED not in once
    assert Event.REPOSTED in twice
