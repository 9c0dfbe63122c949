"""The room of comments under 100,000 of them: every order and filter, and every search."""

import time
from random import Random
from statistics import median, quantiles
from urllib.parse import urlencode

from consult.core.words import folded_words
from tests.bench.figures import figure
from tests.bench.seeds import SIZES, opinions
from tests.bench.world import World

TIMED = 20
SEARCHES = 200
WAYS = ("", "sort=oldest", "sort=discussed", "sort=helpful", "stance=oppose", "answered=yes")
WAYS += ("sort=unlike&unlike=support", "stance=oppose&sort=helpful")


@figure("reading.room_100k_over_1k", "times", "<= 1.2")
def room_growth(world: World) -> float:
    """How long the room with 100,000 comments takes over that with 1,000, in the worst of all ways.

    Each order and filter is asked for at both sizes in turn, 20 times; the middle times count.
    """
    return max(_growth(world, way) for way in WAYS)


@figure("search.p95_100k", "ms", "<= 100")
def searches(world: World) -> float:
    """The 95th percentile of 200 searches for one or two words that 100,000 comments hold.

    The words are drawn from the comments as often as they stand there, so that common ones come
    often. Half look in the room of that proposal, half in all proposals and comments; each answer
    is a whole page of the application in this process, with nothing kept in memory.
    """
    chance, client = Random(7), world.app.test_client()
    words = [word for text in opinions() for word in folded_words(text) if len(word) > 1]
    room = f"{world.page(SIZES[-1])}/comments"
    taken = []
    for turn in range(SEARCHES):
        asked = " ".join(chance.choices(words, k=1 + turn % 3 // 2))
        where = room if turn % 2 else "/search"
        begun = time.perf_counter()
        page = client.get(f"{where}?{urlencode({'q': asked})}")
        taken.append(time.perf_counter() - begun)
        assert page.status_code == 200
    return quantiles(taken, n=20)[-1] * 1_000


def _growth(world: World, way: str) -> float:
    client = world.app.test_client()
    times: dict[int, list[float]] = {SIZES[0]: [], SIZES[-1]: []}
    for turn in range(TIMED + 3):
        for size, taken in times.items():
            begun = time.perf_counter()
            page = client.get(f"{world.page(size)}/comments?{way}")
            took = time.perf_counter() - begun
            assert page.status_code == 200
            if turn >= 3:
                taken.append(took)
    return median(times[SIZES[-1]]) / median(times[SIZES[0]])
