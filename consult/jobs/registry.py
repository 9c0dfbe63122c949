"""Which kinds of work there are, and what runs on the clock."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

Work = Callable[..., Any]
W = TypeVar("W", bound=Work)


@dataclass(frozen=True)
class Task:
    """A kind of work; unless `alone`, it runs inside the transaction that marks it done."""

    name: str
    work: Work
    alone: bool = False


@dataclass(frozen=True)
class Tick:
    """Something that runs every so many seconds, in a transaction of its own."""

    name: str
    seconds: float
    work: Work


tasks: dict[str, Task] = {}
ticks: dict[str, Tick] = {}


def task(name: str, *, alone: bool = False) -> Callable[[W], W]:
    """Name a kind of work, so that `later` can ask for it; running it twice must do no harm.

    Work that waits for something outside (a mail server) is `alone`: it runs without a
    transaction, so that nobody else's write waits for it.
    """

    def put(work: W) -> W:
        tasks[name] = Task(name, work, alone)
        return work

    return put


def every(seconds: float, name: str) -> Callable[[W], W]:
    """Run this every so many seconds while the worker runs."""

    def put(work: W) -> W:
        ticks[name] = Tick(name, seconds, work)
        return work

    return put


def load() -> None:
    """Learn the work of every feature that has a `tasks` module."""
    package = import_module(__name__.partition(".")[0])
    for feature in pkgutil.iter_modules(package.__path__):
        name = f"{package.__name__}.{feature.name}.tasks"
        if feature.ispkg and find_spec(name):
            import_module(name)
