"""Personal details and cues: how many are found, how often rightly, and how long it takes."""

from collections.abc import Callable
from functools import partial

from consult.core.cues.finding import find_cues
from consult.core.personal_data.finding import find
from consult.core.personal_data.kinds import Kind
from tests.bench.figures import figure
from tests.bench.world import World
from tests.core import detection
from tests.core.comments import demo_comments, real_comments


@figure("detection.high_on_real_comments", "findings", "<= 1")
def held(_world: World) -> float:
    """High findings in the 2,111 real statements and the demonstration's comments; one is right."""
    texts = (*real_comments(), *demo_comments())
    return sum(detection.is_high(one) for text in texts for one in find(text))


@figure("detection.high_on_traps", "findings", "<= 0")
def trapped(_world: World) -> float:
    """High findings in texts that hold nothing personal and look as if they did."""
    return sum(detection.is_high(one) for text in detection.trap_texts() for one in find(text))


@figure("detection.comment_p50", "ms", "<= 1")
def usual_time(_world: World) -> float:
    """How long half of the real comments take at most, the best of some passes for each."""
    return _at(0.5)


@figure("detection.comment_p99", "ms", "<= 1")
def long_time(_world: World) -> float:
    """How long 99 of 100 real comments take at most, the best of some passes for each."""
    return _at(0.99)


@figure("detection.ten_thousand_digits", "ms", "<= 1")
def digits_time(_world: World) -> float:
    """How long ten thousand digits in a row take, the best of some passes."""
    return detection.seconds_for_digits() * 1_000


@figure("detection.cues_on_real_comments", "cues", "<= 1")
def cued(_world: World) -> float:
    """Cues of danger, threats and slurs in the same real comments; one, about a child, is right."""
    return sum(len(find_cues(text)) for text in (*real_comments(), *demo_comments()))


@figure("detection.cues_comment_p99", "ms", "<= 1")
def cues_time(_world: World) -> float:
    """How long 99 of 100 real comments take at most to be searched for cues, likewise."""
    return _at(0.99, find_cues)


def _at(share: float, finder: Callable[[str], object] = find) -> float:
    times = detection.seconds_per_comment(finder)
    return times[int(len(times) * share)] * 1_000


def _recall(kind: Kind, _world: World) -> float:
    """Of 400 details made up and set into real comments, the share covered whole."""
    return detection.recall(kind)


def _precision(kind: Kind, _world: World) -> float:
    """Of the surest findings of a kind in planted, real and trap texts, the share that is right."""
    return detection.precision(kind)


for kind in Kind:
    least = "1" if kind == Kind.NAME else "0.98"
    figure(f"detection.recall.{kind}", "of planted", f">= {least}")(partial(_recall, kind))
    figure(f"detection.precision.{kind}", "of found", ">= 0.95")(partial(_precision, kind))
