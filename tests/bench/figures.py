"""Figures: what each is called, what it has to reach, and how results are shown."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.world import World

Measure = Callable[[World], float]


@dataclass(frozen=True)
class Figure:
    """One thing that is measured."""

    name: str
    unit: str
    target: str
    measure: Measure

    def is_met_by(self, value: float) -> bool:
        """Hold the value against the target."""
        sign, _, limit = self.target.partition(" ")
        return value >= float(limit) if sign == ">=" else value <= float(limit)


@dataclass(frozen=True)
class Result:
    """A figure and what it came to."""

    figure: Figure
    value: float

    @property
    def ok(self) -> bool:
        return self.figure.is_met_by(self.value)

    def as_json(self) -> str:
        """One line for machines."""
        figure = self.figure
        return json.dumps(
            {
                "figure": figure.name,
                "value": self.value,
                "unit": figure.unit,
                "target": figure.target,
                "ok": self.ok,
            }
        )


_figures: list[Figure] = []


def figure(name: str, unit: str, target: str) -> Callable[[Measure], Measure]:
    """Add a figure; its docstring says what it measures and how."""

    def put(measure: Measure) -> Measure:
        _figures.append(Figure(name, unit, target, measure))
        return measure

    return put


def chosen(prefix: str) -> Iterator[Figure]:
    """The figures whose names begin so."""
    return (figure for figure in _figures if figure.name.startswith(prefix))


def table(results: list[Result]) -> str:
    """All results for people."""
    rows = [("figure", "value", "target", "")]
    rows += [
        (r.figure.name, f"{r.value:g} {r.figure.unit}", r.figure.target, "ok" if r.ok else "MISSED")
        for r in results
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(r, widths, strict=True)) for r in rows
    ]
    return "\n".join(line.rstrip() for line in lines)
