"""The proposal page under many comments: its speed, and what it asks of the database."""

import time
from statistics import median

from tests.bench.figures import figure
from tests.bench.seeds import SIZES
from tests.bench.world import World

TIMED = 40


@figure("participation.page_10k_cold_over_bare", "of a bare route", ">= 0.25")
def page_cold(world: World) -> float:
    """Requests per second of the page with 10,000 comments, over those of a bare Flask route.

    One gunicorn serves both. A client in a process of its own keeps four connections busy, asking
    for 1,500 answers of the one, then 1,500 of the other, five times over; the middle ratio counts.
    No cookie and no validator is sent, so every answer is the whole page, uncompressed. Pages for
    strangers are kept in memory for two seconds, as in production; each time has its share of them.
    """
    return world.over_bare(world.page(10_000))


@figure("participation.page_10k_304_over_bare", "of a bare route", ">= 0.8")
def page_known(world: World) -> float:
    """The same, by a client that sends the page's validator and is told that nothing changed."""
    return world.over_bare(world.page(10_000), with_etag=True)


@figure("participation.page_100k_over_1k", "times", "<= 1.2")
def page_growth(world: World) -> float:
    """How long the page with 100,000 comments takes, over the page with 1,000.

    The application answers in this process, without a server and with nothing kept in memory.
    Both pages are asked for in turn, 40 times each; the middle times count.
    """
    client = world.app.test_client()
    times: dict[int, list[float]] = {SIZES[0]: [], SIZES[-1]: []}
    for turn in range(TIMED + 5):
        for size, taken in times.items():
            begun = time.perf_counter()
            page = client.get(world.page(size))
            took = time.perf_counter() - begun
            assert page.status_code == 200
            if turn >= 5:
                taken.append(took)
    return median(times[SIZES[-1]]) / median(times[SIZES[0]])
