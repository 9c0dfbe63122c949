"""A point of law that a proposal has to put right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which field and, if it concerns one party, the id of its row."""

    field: str
    party: str | None
    message: str
    code: str
