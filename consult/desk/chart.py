"""The geometry of the chart of people taking part, day by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, TOP, FLOOR, LEFT = 860, 22, 122, 44
LABELS = 6
SATURDAY = 5


@dataclass(frozen=True)
class Bar:
    """One day."""

    day: date
    count: int
    x: float
    y: float
    width: float
    height: float
    is_weekend: bool
    has_label: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Line:
    """One line of the grid."""

    y: float
    value: int


@dataclass(frozen=True)
class Chart:
    """Bars over a grid."""

    bars: Sequence[Bar]
    grid: Sequence[Line]


def chart(counts: Mapping[date, int], first: date, last: date) -> Chart:
    """Place one bar for each day from first to last, days without anybody among them."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    top = _round_up(max((counts.get(day, 0) for day in days), default=0))
    step = (WIDTH - LEFT) / max(len(days), 1)
    every = max(1, -(-len(days) // LABELS))
    bars = [
        _bar(day, counts.get(day, 0), n, step, top, has_label=n % every == 0)
        for n, day in enumerate(days)
    ]
    values = sorted({0, top // 2, top})
    return Chart(bars, [Line(_height(value, top), value) for value in values])


def _bar(day: date, count: int, n: int, step: float, top: int, *, has_label: bool) -> Bar:
    y = _height(count, top)
    return Bar(
        day=day,
        count=count,
        x=round(LEFT + n * step + step * 0.15, 1),
        y=y,
        width=round(step * 0.7, 1),
        height=round(FLOOR - y, 1),
        is_weekend=day.weekday() >= SATURDAY,
        has_label=has_label,
    )


def _height(value: int, top: int) -> float:
    return round(FLOOR - (FLOOR - TOP) * value / top, 1)


def _round_up(most: int) -> int:
    """The next number that reads well at the top of an axis."""
    for size in (2, 4, 10, 20, 40, 50, 100, 150, 200, 300, 400, 500):
        if most <= size:
            return size
    return -(-most // 1000) * 1000
