"""The rooms of a proposal under many comments: their speed, and what they ask of the database."""

import time
from statistics import median

from sqlalchemy import event

from consult.core.db import db
from tests.bench.figures import figure
from tests.bench.seeds import SIZES
from tests.bench.world import World
from tests.browser import BOOKKEEPING

ROOMS = ("", "/comments", "/results", "/items", "/questions", "/parts", "/parts/title", "/for-me")
TIMED = 20


@figure("rooms.statements", "SQL statements", "<= 12")
def statements(world: World) -> float:
    """SQL statements behind a room at every size, the most of all rooms.

    Where a room asks for more at one size than at another the figure is missed: 1,000 is added.
    """
    counts = {room: [_statements(world, size, room) for size in SIZES] for room in ROOMS}
    is_constant = all(len(set(found)) == 1 for found in counts.values())
    return max(max(found) for found in counts.values()) + (0 if is_constant else 1_000)


@figure("rooms.most_over_1k", "times", "<= 1.2")
def growth(world: World) -> float:
    """How long a room with the most comments takes over that with 1,000, in the worst of all rooms.

    The application answers in this process with nothing kept in memory. Both are asked for in turn,
    20 times each; the middle times count.
    """
    return max(_growth(world, room) for room in ROOMS)


def _growth(world: World, room: str) -> float:
    client = world.app.test_client()
    times: dict[int, list[float]] = {SIZES[0]: [], SIZES[-1]: []}
    for turn in range(TIMED + 3):
        for size, taken in times.items():
            begun = time.perf_counter()
            page = client.get(f"{world.page(size)}{room}")
            took = time.perf_counter() - begun
            assert page.status_code == 200, room
            if turn >= 3:
                taken.append(took)
    return median(times[SIZES[-1]]) / median(times[SIZES[0]])


def _statements(world: World, size: int, room: str) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.lstrip().upper().startswith(BOOKKEEPING):
            seen.append(statement)

    with world.app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert world.app.test_client().get(f"{world.page(size)}{room}").status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)
