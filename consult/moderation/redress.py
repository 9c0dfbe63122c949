"""How long somebody may appeal, and where else they can complain."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consult.core import _l, clock

MONTHS = 6


@dataclass(frozen=True)
class Ombudsman:
    """Whoever looks at complaints about councils of a nation."""

    name: Any
    site: str


ENGLAND = Ombudsman(_l("Local Government and Social Care Ombudsman"), "lgo.org.uk")
OMBUDSMEN = {
    "England": ENGLAND,
    "Wales": Ombudsman(_l("Public Services Ombudsman for Wales"), "ombudsman.wales"),
    "Scotland": Ombudsman(_l("Scottish Public Services Ombudsman"), "spso.org.uk"),
    "Northern Ireland": Ombudsman(_l("Northern Ireland Public Services Ombudsman"), "nipso.org.uk"),
}


def ombudsman(nation: str) -> Ombudsman:
    """Who looks at complaints about a council there."""
    return OMBUDSMEN.get(nation, ENGLAND)


def appeal_until(acted_at: datetime) -> datetime:
    """The end of the day six months later: the same day of the month, or the last there is."""
    day = clock.local(acted_at)
    years, month = divmod(day.month - 1 + MONTHS, 12)
    year, month = day.year + years, month + 1
    last = min(day.day, monthrange(year, month)[1])
    return clock.from_local(
        day.replace(
            tzinfo=None,
            year=year,
            month=month,
            day=last,
            hour=23,
            minute=59,
            second=59,
            microsecond=0,
        )
    )
