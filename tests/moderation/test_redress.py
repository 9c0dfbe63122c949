from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core import clock
from consult.moderation.redress import appeal_until, ombudsman

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS)
def test_an_appeal_may_be_made_until_the_end_of_a_day_six_months_later(acted):
    until = appeal_until(acted)

    began, ended = clock.local(acted), clock.local(until)
    assert (ended.year * 12 + ended.month) - (began.year * 12 + began.month) == 6
    assert ended.day <= began.day
    assert ended.day == began.day or (ended + timedelta(days=1)).day == 1
    assert (ended.hour, ended.minute, ended.second) == (23, 59, 59)


@given(MOMENTS, MOMENTS)
def test_whoever_was_told_later_may_appeal_as_long_or_longer(one, other):
    first, second = sorted((one, other))

    assert appeal_until(first) <= appeal_until(second)


@pytest.mark.parametrize(
    "nation", ["England", "Wales", "Scotland", "Northern Ireland", "Elsewhere"]
)
def test_every_nation_has_an_ombudsman(nation):
    assert ombudsman(nation).site
