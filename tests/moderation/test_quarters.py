from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core import clock as core_clock
from consult.moderation.quarters import Quarter, quarter_of, quarters, read_quarter, took

MOMENTS = st.datetimes(
    min_value=datetime(2001, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2098, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def test_a_quarter_begins_and_ends_by_the_clock_of_london():
    summer = Quarter(2026, 3)

    assert summer.begins == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert summer.ends == datetime(2026, 9, 30, 23, tzinfo=UTC)
    assert quarter_of(datetime(2026, 6, 30, 23, tzinfo=UTC)) == summer
    assert quarter_of(datetime(2026, 6, 30, 22, 59, tzinfo=UTC)) == Quarter(2026, 2)
    assert (summer.first_day, summer.last_month) == (date(2026, 7, 1), date(2026, 9, 1))


@given(MOMENTS)
def test_every_moment_lies_in_one_quarter_and_its_name_reads_back(moment):
    quarter = quarter_of(moment)

    assert quarter.begins <= moment < quarter.ends
    assert quarter.next.begins == quarter.ends
    assert read_quarter(quarter.name) == quarter


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-q0", "2026-q5", "1999-q1", "2026-Q1", "2026-q1 "]
)
def test_another_name_is_no_quarter(text):
    with pytest.raises(ValueError, match="written"):
        read_quarter(text)


def test_quarters_go_back_to_the_first():
    with core_clock.at(datetime(2026, 2, 1, tzinfo=UTC)):
        found = quarters(datetime(2025, 7, 3, tzinfo=UTC))

    assert [quarter.name for quarter in found] == ["2026-q1", "2025-q4", "2025-q3"]
    assert found[0] > found[1]


@pytest.mark.parametrize(
    ("minutes", "middle", "most"),
    [([7], 7, 7), ([1, 3], 2, 3), (list(range(1, 11)), 6, 9), ([5, 1, 100], 5, 100)],
)
def test_the_middle_and_the_ninth_tenth(minutes, middle, most):
    found = took(minutes)

    assert (found.number, found.middle, found.most) == (len(minutes), middle, most)


def test_nothing_takes_no_time():
    assert took([]) is None
