"""The one clock: UTC inside, Europe/London shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_moved: ContextVar[datetime | None] = ContextVar("moved", default=None)


def now() -> datetime:
    """Tell the time in UTC."""
    return _moved.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Stand at another moment, for tests and for telling the demo's story."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    token = _moved.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moved.reset(token)


def local(moment: datetime) -> datetime:
    """The same moment on a clock in London."""
    return moment.astimezone(LONDON)


def from_local(moment: datetime) -> datetime:
    """Read a moment without a zone as London time."""
    return moment.replace(tzinfo=LONDON).astimezone(UTC)
