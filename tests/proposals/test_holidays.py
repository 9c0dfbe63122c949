from datetime import date

import pytest

from consult.proposals.holidays import bank_holidays, bank_holidays_between, easter


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
