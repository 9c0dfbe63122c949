"""Measure every chosen figure: one JSON line each, then a table; exit 1 where one is missed."""

import sys
from importlib import import_module

from tests.bench import figures
from tests.bench.world import World

PARTS = ("participation", "rooms", "reading", "widgets", "detection")


def main(prefix: str = "") -> int:
    """Measure the figures whose names begin with the prefix."""
    for part in PARTS:
        import_module(f"tests.bench.{part}")
    chosen = list(figures.chosen(prefix))
    if not chosen:
        print(f"No figure begins with {prefix!r}.", file=sys.stderr)
        return 2
    results = []
    with World() as world:
        for figure in chosen:
            results.append(figures.Result(figure, round(figure.measure(world), 3)))
            print(results[-1].as_json(), flush=True)
    print("\n" + figures.table(results))
    return 0 if all(result.ok for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
