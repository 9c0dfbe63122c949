"""Bank holidays of England and Wales, worked out and not looked up."""

from datetime import date, timedelta

_MONDAY = 0
_SATURDAY = 5


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, over = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    shift = (32 + 2 * over + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def bank_holidays(year: int) -> list[date]:
    """The usual bank holidays of a year with their substitute days; no single royal occasions."""
    sunday = easter(year)
    fixed = [
        _from_weekend(date(year, 1, 1)),
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        _monday_on_or_after(date(year, 5, 1)),
        _monday_on_or_after(date(year, 5, 25)),
        _monday_on_or_after(date(year, 8, 25)),
    ]
    return sorted([*fixed, *_christmas(year)])


def bank_holidays_between(first: date, last: date) -> list[date]:
    """The bank holidays from one day to another, both included."""
    years = range(first.year, last.year + 1)
    return [day for year in years for day in bank_holidays(year) if first <= day <= last]


def working_day_after(day: date, days: int) -> date:
    """The day on which so many working days have passed: no weekends, no bank holidays."""
    free = set(bank_holidays(day.year))
    while days > 0:
        day += timedelta(days=1)
        if day.month == day.day == 1:
            free = set(bank_holidays(day.year))
        if day.weekday() < _SATURDAY and day not in free:
            days -= 1
    return day


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=(_MONDAY - day.weekday()) % 7)


def _from_weekend(day: date) -> date:
    return _monday_on_or_after(day) if day.weekday() > 4 else day


def _christmas(year: int) -> list[date]:
    """Two working days: a day that falls on a weekend moves to the next free working day."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() == 4:  # Friday: Boxing Day moves from Saturday to Monday
        return [christmas, date(year, 12, 28)]
    if christmas.weekday() == 5:  # Saturday and Sunday: Monday and Tuesday instead
        return [date(year, 12, 27), date(year, 12, 28)]
    if christmas.weekday() == 6:  # Sunday: Boxing Day stays on Monday, Christmas moves to Tuesday
        return [boxing, date(year, 12, 27)]
    return [christmas, boxing]
