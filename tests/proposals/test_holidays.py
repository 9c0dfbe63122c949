from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.holidays import (
    bank_holidays,
    bank_holidays_between,
    easter,
    working_day_after,
)


@pytest.mark.parametrize(
    "day", [date(2000, 4, 23), date(2024, 3, 31), date(2026, 4, 5), date(2038, 4, 25)]
)
def test_easter_is_where_the_calendar_has_it(day):
    assert easter(day.year) == day


def test_the_year_2026_is_as_published():
    assert bank_holidays(2026) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]


@pytest.mark.parametrize(
    ("year", "days"), [(2021, (27, 28)), (2022, (26, 27)), (2024, (25, 26)), (2026, (25, 28))]
)
def test_christmas_moves_from_a_weekend(year, days):
    assert bank_holidays(year)[-2:] == [date(year, 12, day) for day in days]


@pytest.mark.parametrize("year", range(1990, 2060))
def test_every_year_has_eight_working_days_off(year):
    found = bank_holidays(year)
    assert len(set(found)) == 8
    assert all(day.weekday() < 5 for day in found)


def test_holidays_are_found_across_new_year():
    assert bank_holidays_between(date(2025, 12, 26), date(2026, 1, 1)) == [
        date(2025, 12, 26),
        date(2026, 1, 1),
    ]


@pytest.mark.parametrize(
    ("day", "days", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 10, date(2026, 12, 4)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(day, days, due):
    assert working_day_after(day, days) == due


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_so_many_working_days_lie_between(day, days):
    due = working_day_after(day, days)

    free = set(bank_holidays_between(day, due))
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert sum(each.weekday() < 5 and each not in free for each in between) == days
    assert due.weekday() < 5
    assert due not in free
