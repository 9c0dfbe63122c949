"""How well and how fast personal details are found, as numbers."""

import time
from collections.abc import Callable
from functools import cache
from random import Random

from consult.core.personal_data.finding import find
from consult.core.personal_data.kinds import Confidence, Finding, Kind
from tests.core.comments import Planted, demo_comments, planted, real_comments
from tests.core.traps import DOUBTFUL, SILENT, numbers

PASSES = 3
DIGITS = 10_000


@cache
def recall(kind: Kind) -> float:
    """The share of planted details of the kind that are covered whole by findings of the kind."""
    hits = [_is_covered(one) for one in planted(kind)]
    return sum(hits) / len(hits)


@cache
def precision(kind: Kind) -> float:
    """The share of high findings of the kind that stand on a planted detail of the kind.

    Of a kind that is never high, the medium ones count. All planted comments are looked through,
    the traps, the real comments and those of the demonstration.
    """
    found = [one for one in _all_findings() if one[0].kind == kind]
    surest = max(finding.confidence for finding, _is_right in found)
    right = [is_right for finding, is_right in found if finding.confidence == surest]
    return sum(right) / len(right)


def trap_texts() -> tuple[str, ...]:
    """Every trap, those with made-up references among them."""
    return (*SILENT, *DOUBTFUL, *numbers(Random(7)))


def seconds_per_comment(finder: Callable[[str], object] = find) -> list[float]:
    """How long each real comment takes, the shortest first; the best of some passes counts."""
    texts = (*real_comments(), *demo_comments())
    return sorted(min(seconds(text, finder) for _ in range(PASSES)) for text in texts)


def seconds_for_digits() -> float:
    """How long ten thousand digits take, the best of some passes."""
    text = "".join(str(n * n % 10) for n in range(DIGITS))
    return min(seconds(text) for _ in range(PASSES))


def seconds(text: str, finder: Callable[[str], object] = find) -> float:
    """How long one text keeps the processor busy, this once."""
    begun = time.process_time()
    finder(text)
    return time.process_time() - begun


def _is_covered(one: Planted) -> bool:
    """A bank account is two findings with other words between them, anything else is one."""
    mine = [found for found in find(one.text) if _is_right(found, one)]
    return bool(mine) and mine[0].start <= one.start and mine[-1].end >= one.end


def _is_right(found: Finding, one: Planted) -> bool:
    return found.kind == one.kind and found.start < one.end and found.end > one.start


@cache
def _all_findings() -> tuple[tuple[Finding, bool], ...]:
    comments = [one for kind in Kind for one in planted(kind)]
    right = [(found, _is_right(found, one)) for one in comments for found in find(one.text)]
    others = (*trap_texts(), *real_comments(), *demo_comments())
    return (*right, *((found, False) for text in others for found in find(text)))


def is_high(found: Finding) -> bool:
    """It would be masked and wait."""
    return found.confidence == Confidence.HIGH
