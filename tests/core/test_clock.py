from datetime import UTC, datetime, timedelta, timezone

import pytest

from consult.core import clock

pytestmark = pytest.mark.either


def test_now_is_utc_and_moves():
    before = clock.now()

    assert before.tzinfo is UTC
    assert clock.now() >= before


def test_the_clock_stands_where_it_is_put_and_runs_on_afterwards():
    moment = datetime(2026, 3, 15, 12, 0, tzinfo=timezone(timedelta(hours=2)))

    with clock.at(moment):
        assert clock.now() == moment
        assert clock.now().tzinfo is UTC
        with clock.at(moment + timedelta(days=1)):
            assert clock.now() == moment + timedelta(days=1)
        assert clock.now() == moment

    assert clock.now() > datetime(2026, 4, 1, tzinfo=UTC)


def test_a_moment_without_a_zone_is_refused():
    naive = datetime(2026, 3, 15, 12, 0)  # noqa: DTZ001

    with pytest.raises(ValueError, match="time zone"), clock.at(naive):
        pass


def test_london_keeps_summer_time():
    assert clock.local(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)).hour == 13
    assert clock.local(datetime(2026, 1, 1, 12, 0, tzinfo=UTC)).hour == 12
    assert clock.from_local(datetime(2026, 7, 1, 12, 0)).hour == 11  # noqa: DTZ001
