"""Widgets: how fast the server answers for a card on a council's own site."""

from tests.bench.figures import figure
from tests.bench.world import World

CARD = "/embed/bench/with-10000-comments?view=card&theme=council"


@figure("widgets.card_over_bare", "of a bare route", ">= 0.5")
def card(world: World) -> float:
    """Requests per second of the card of a proposal with 10,000 comments, over a bare Flask route.

    One gunicorn serves both, asked in turn five times over by a client in a process of its own on
    four connections; the middle ratio counts. Every answer is the whole card, uncompressed.
    """
    return world.over_bare(CARD)


@figure("widgets.card_304_over_bare", "of a bare route", ">= 0.8")
def card_known(world: World) -> float:
    """The same, by a client that sends the card's validator and is told that nothing changed."""
    return world.over_bare(CARD, with_etag=True)
