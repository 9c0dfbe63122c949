"""Quarters of a year as councils report by, and the middle of how long things took; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import median

from consult.core import clock

SHAPE = re.compile(r"(20[0-9]{2})-q([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year, London time; `number` is 1 to 4."""

    year: int
    number: int

    @property
    def name(self) -> str:
        """How addresses write it."""
        return f"{self.year}-q{self.number}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_month(self) -> date:
        """The first day of its last month."""
        return date(self.year, 3 * self.number, 1)

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return clock.from_local(datetime.combine(self.first_day, time.min))

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return self.next.begins

    @property
    def next(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def is_over(self) -> bool:
        """Nothing more can happen in it."""
        return self.ends <= clock.now()


def quarter_of(moment: datetime) -> Quarter:
    """The quarter that a moment lies in."""
    day = clock.local(moment).date()
    return Quarter(day.year, (day.month + 2) // 3)


def read_quarter(text: str) -> Quarter:
    """Read 2026-q4; ValueError for another text."""
    found = SHAPE.fullmatch(text)
    if found is None:
        raise ValueError("A quarter is written 2026-q4.")
    return Quarter(int(found[1]), int(found[2]))


def quarters(since: datetime) -> list[Quarter]:
    """From the present quarter back to the one of a moment, the latest first."""
    last, found = quarter_of(since), [quarter_of(clock.now())]
    while found[-1] > last:
        year, number = found[-1].year, found[-1].number
        found.append(Quarter(year - (number == 1), number - 1 or 4))
    return found


@dataclass(frozen=True)
class Took:
    """Minutes that things took: half were quicker than `middle`, nine of ten than `most`."""

    number: int
    middle: int
    most: int


def took(minutes: Sequence[int]) -> Took | None:
    """The middle and the ninth tenth (nearest rank); nothing of nothing."""
    if not minutes:
        return None
    ranked = sorted(minutes)
    return Took(len(ranked), round(median(ranked)), ranked[-(-9 * len(ranked) // 10) - 1])
