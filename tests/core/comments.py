"""Comments to measure on: real ones, the demonstration's, and real ones with a detail set in."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from consult.core.personal_data.kinds import Kind
from tests.core.identifiers import MAKERS, SAYINGS

ROOT = Path(__file__).parent.parent.parent
OPINIONS = ROOT / "tests/data/opinions"
DEMONSTRATION = ROOT / "consult/demo/data"
SEED = 20_26
EACH = 400


@dataclass(frozen=True)
class Planted:
    """A comment into which a detail was set, and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@cache
def real_comments() -> tuple[str, ...]:
    """Every statement of the real conversations, in order."""
    texts = []
    for path in sorted(OPINIONS.glob("*/comments.csv")):
        with path.open(newline="", encoding="utf-8-sig") as file:
            texts += [row["comment-body"] for row in csv.DictReader(file)]
    return tuple(text for text in texts if text.strip())


@cache
def demo_comments() -> tuple[str, ...]:
    """Every comment of the demonstration."""
    found = sorted(DEMONSTRATION.glob("*.json"))
    return tuple(one["text"] for path in found for one in json.loads(path.read_text())["comments"])


def planted(kind: Kind, count: int = EACH, seed: int = SEED) -> Iterator[Planted]:
    """Comments with a detail of the kind, the same ones every time."""
    chance = Random(f"{seed} {kind.value}")
    texts = [text for text in (*demo_comments(), *real_comments()) if "@" not in text]
    for _ in range(count):
        detail = MAKERS[kind](chance)
        before, after = chance.choice(SAYINGS[kind]).split("{}")
        text = chance.choice(texts).strip()
        sentences = [n + 2 for n in range(len(text)) if text[n : n + 2] == ". "]
        at = chance.choice([0, len(text), *sentences])
        head = f"{text[:at]} {before}".lstrip()
        start, end = len(head), len(head) + len(detail)
        yield Planted(kind, f"{head}{detail}{after} {text[at:]}", start, end)
