from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from consult.desk.chart import FLOOR, LEFT, TOP, WIDTH, chart

MONDAY = date(2026, 6, 1)


def test_a_day_without_anybody_keeps_its_place():
    drawn = chart({MONDAY: 3}, MONDAY, MONDAY + timedelta(days=2))

    assert [bar.count for bar in drawn.bars] == [3, 0, 0]
    assert drawn.bars[1].height == 0


def test_weekends_are_lighter():
    drawn = chart({}, MONDAY, MONDAY + timedelta(days=6))

    assert [bar.is_weekend for bar in drawn.bars] == [False] * 5 + [True] * 2


@given(st.dictionaries(st.integers(0, 60), st.integers(0, 100_000)), st.integers(0, 60))
def test_every_bar_stands_inside_the_picture(counts, days):
    drawn = chart(
        {MONDAY + timedelta(days=n): count for n, count in counts.items()},
        MONDAY,
        MONDAY + timedelta(days=days),
    )

    for bar in drawn.bars:
        assert LEFT <= bar.x <= bar.x + bar.width <= WIDTH
        assert TOP - 0.1 <= bar.y <= FLOOR
        assert 0 <= bar.height <= FLOOR - TOP + 0.1
    assert drawn.grid[0].value == 0
