"""What a check answers."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["B", "W"]
State = Literal["passed", "failed", "not_applicable"]


@dataclass(frozen=True)
class Verdict:
    """A state and its reason; a level or a section if it is not the usual one of the check."""

    state: State
    why: str
    level: Level | None = None
    section_key: str | None = None


def passed(why: str) -> Verdict:
    return Verdict("passed", why)


def failed(why: str, *, level: Level | None = None, section: str | None = None) -> Verdict:
    return Verdict("failed", why, level, section)


def not_applicable(why: str) -> Verdict:
    return Verdict("not_applicable", why)
