"""The three stories as they are told today: read from their files, moved to the right days."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from consult.core import clock

DATA = Path(__file__).parent / "data"
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}(?=\b|T)")
DOCUMENT = re.compile(r"/documents/([a-z0-9-]+)\.html")
WORDS = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}\b"
)


@dataclass(frozen=True)
class Script:
    """One story: what is in its file, and how far it has come."""

    doc: Mapping[str, Any]
    now: datetime

    @property
    def slug(self) -> str:
        """The proposal's own name in addresses."""
        return str(self.doc["proposal"]["slug"])

    @property
    def opens_at(self) -> datetime:
        """Midnight in London."""
        return at(self.doc["consultation"]["opens_on"])

    @property
    def closes_at(self) -> datetime:
        """A minute before midnight in London."""
        return at(self.doc["consultation"]["closes_on"], time(23, 59))

    @property
    def until(self) -> datetime:
        """The last moment of the round that has been: its end, or a little while ago."""
        return min(self.closes_at, self.now - timedelta(minutes=5))

    def day(self, days: float) -> datetime:
        """A moment counted in days from the opening; before it, if negative."""
        return self.opens_at + timedelta(days=days)


def read(now: datetime) -> tuple[Script, Script, Script]:
    """The decided story, the open one and the one being considered, all told as of now."""
    warm, hub, account = (
        json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
        for name in (
            "warm-homes-finder",
            "safeguarding-hub-attendance",
            "one-resident-account",
        )
    )
    today = clock.local(now).date()
    decided = _date(warm["decision"]["decided_on"])
    late = (decided + timedelta(days=10) - today).days
    weeks = max(-(-late // 7), 0)
    return (
        Script(_moved(warm, -7 * weeks), now),
        Script(_moved(hub, (today - _closes(hub)).days + 12), now),
        Script(_moved(account, (today - _closes(account)).days - 21), now),
    )


def documents() -> frozenset[str]:
    """The names of the documents that the stories point at; none of them has been written."""
    texts = (path.read_text(encoding="utf-8") for path in DATA.glob("*.json"))
    return frozenset(name for text in texts for name in DOCUMENT.findall(text))


def at(day: str, hour: time = time(0, 0)) -> datetime:
    """A moment of a day on a clock in London."""
    return clock.from_local(datetime.combine(_date(day), hour))


def moment(text: str) -> datetime:
    """A moment as the files write it."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _closes(doc: Mapping[str, Any]) -> date:
    return _date(doc["consultation"]["closes_on"])


def _moved(value: Any, days: int) -> Any:
    """Move every date in a file, in figures and in words, by as many days."""
    if isinstance(value, dict):
        return {key: _moved(inner, days) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, days) for inner in value]
    if not isinstance(value, str) or not days:
        return value
    by = timedelta(days=days)
    value = DAY.sub(lambda found: str(_date(found.group()) + by), value)
    return WORDS.sub(lambda found: _in_words(found.group(), by), value)


def _in_words(text: str, by: timedelta) -> str:
    moved = datetime.strptime(text, "%d %B %Y").replace(tzinfo=UTC) + by
    return f"{moved.day} {moved:%B %Y}"
