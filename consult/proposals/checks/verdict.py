"""What a check answers."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["B", "W"]
State = Literal["passed", "failed", "not_applicable"]


@dataclass(frozen=True)
class Verdict:
    """A state and the reason residents may read; what only the officer is told to do about it."""

    state: State
    why: str
    level: Level | None = None
    section_key: str | None = None
    todo: str = ""


def passed(why: str) -> Verdict:
    return Verdict("passed", why)


def failed(
    why: str, *, todo: str = "", level: Level | None = None, section: str | None = None
) -> Verdict:
    return Verdict("failed", why, level, section, todo)


def not_applicable(why: str) -> Verdict:
    return Verdict("not_applicable", why)
