from datetime import UTC, date, datetime, timedelta

import pytest

from consult.core import clock as core_clock
from consult.core import format as wording

pytestmark = pytest.mark.either

BEFORE_SUMMER = datetime(2026, 3, 15, 23, 59, tzinfo=UTC)
IN_SUMMER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


def test_moments_read_as_in_london():
    assert wording.day(BEFORE_SUMMER) == "Sunday 15 March 2026"
    assert wording.moment(BEFORE_SUMMER) == "Sunday 15 March 2026, 11:59pm"
    assert wording.short_day(IN_SUMMER) == "2 July 2026"
    assert wording.tiny_day(IN_SUMMER) == "2 July"
    assert wording.time(IN_SUMMER) == "12:30am"


@pytest.mark.parametrize(
    ("hour", "read"), [(0, "12am"), (9, "9am"), (12, "12pm"), (17, "5pm"), (23, "11pm")]
)
def test_whole_hours_have_no_minutes(hour, read):
    assert wording.time(datetime(2026, 1, 5, hour, tzinfo=UTC)) == read


def test_days_without_a_time_are_not_moved():
    assert wording.day(date(2026, 7, 1)) == "Wednesday 1 July 2026"
    assert wording.iso_day("2026-03-15") == "15 March 2026"


@pytest.mark.parametrize(
    ("gone", "read"),
    [
        (timedelta(0), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=13), "13 days ago"),
        (timedelta(days=14), "1 March 2026"),
        (timedelta(seconds=-5), "just now"),
    ],
)
def test_how_long_ago(clock, gone, read):
    clock.at(datetime(2026, 3, 15, 12, 0, tzinfo=UTC))

    assert wording.ago(core_clock.now() - gone) == read


def test_numbers_have_commas():
    assert wording.number(1204) == "1,204"
    assert wording.number(0) == "0"


def test_machines_read_iso():
    assert wording.iso(BEFORE_SUMMER) == "2026-03-15T23:59:00+00:00"


def test_the_filters_are_offered(app):
    for name in ("day", "short_day", "moment", "time", "ago", "number", "iso", "stored_html"):
        assert name in app.jinja_env.filters
