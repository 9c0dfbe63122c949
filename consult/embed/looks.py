"""What a widget may show, and in which look: closed lists, so that nothing else can slip in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from consult.core import _l
from consult.core.languages import Lang

E = TypeVar("E", bound=StrEnum)
LONGEST_HOST = 255
TWO_COLUMNS = 620  # pixels, as in embed.css
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")


class View(StrEnum):
    """What stands inside a widget."""

    CARD = "card"
    VOTE = "vote"
    ITEMS = "items"
    COMMENTS = "comments"
    RESULTS = "results"
    CHANGELOG = "changelog"
    BUTTON = "button"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(VIEWS[self][0])

    @property
    def about(self) -> str:
        """What it is good for."""
        return str(VIEWS[self][1])

    @property
    def height(self) -> int:
        """How high a frame is in pixels until its content has said so itself."""
        return HEIGHTS[self][0]

    def height_at(self, width: int) -> int:
        """The same for a frame of this width, in which the content may need a longer column."""
        wide, narrow = HEIGHTS[self]
        return wide if width >= TWO_COLUMNS else narrow


class Theme(StrEnum):
    """The colours of a widget."""

    COUNCIL = "council"
    PLAIN = "plain"
    DARK = "dark"
    CONTRAST = "contrast"
    DEVICE = "device"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(THEMES[self])


@dataclass(frozen=True)
class Look:
    """What one frame shows, how, and the origin of the page around it as the loader told it."""

    view: View = View.CARD
    theme: Theme = Theme.COUNCIL
    host: str = ""
    lang: Lang = Lang.EN
    is_compact: bool = False
    is_preview: bool = False

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Look":
        """The look that an address asks for; what it does not know becomes the usual one."""
        return cls(
            view=_known(View, given.get("view"), View.CARD),
            theme=_known(Theme, given.get("theme"), Theme.COUNCIL),
            host=_origin(given.get("host", "")),
            lang=_known(Lang, given.get("lang"), Lang.EN),
            is_compact=given.get("size") == "compact",
            is_preview=given.get("preview") == "yes",
        )

    def arguments(self) -> dict[str, str]:
        """What an address says to ask for the same."""
        said = {"view": self.view.value, "theme": self.theme.value, "host": self.host}
        said |= {"lang": self.lang.value if self.lang is not Lang.EN else ""}
        said |= {"size": "compact" if self.is_compact else ""}
        said |= {"preview": "yes" if self.is_preview else ""}
        return {name: value for name, value in said.items() if value}

    def showing(self, view: View) -> "Look":
        """The same look of something else."""
        return replace(self, view=view)


def _origin(given: str) -> str:
    """An exact origin, or none: never a wildcard, which browsers would send messages to."""
    fits = len(given) <= LONGEST_HOST and ORIGIN.fullmatch(given)
    return given if fits else ""


def _known(kind: type[E], given: str | None, usual: E) -> E:
    return kind(given) if given in set(kind) else usual


VIEWS = {
    View.CARD: (_l("Card"), _l("What it is about, how long it is open, and a link.")),
    View.VOTE: (_l("Vote"), _l("The question and its answers, to send from your page.")),
    View.ITEMS: (_l("Item by item"), _l("What people would share, item by item.")),
    View.COMMENTS: (_l("Comments"), _l("What people say, and the place to say more.")),
    View.RESULTS: (_l("Results"), _l("How the views divide.")),
    View.CHANGELOG: (_l("Changelog"), _l("What happened lately.")),
    View.BUTTON: (_l("Button"), _l("One link, for narrow places.")),
}
THEMES = {
    Theme.COUNCIL: _l("Council colours"),
    Theme.PLAIN: _l("Plain"),
    Theme.DARK: _l("Dark"),
    Theme.CONTRAST: _l("High contrast"),
    Theme.DEVICE: _l("As visitor’s device"),
}
HEIGHTS = {
    View.CARD: (320, 600),
    View.VOTE: (780, 1260),
    View.ITEMS: (900, 900),
    View.COMMENTS: (1200, 1400),
    View.RESULTS: (580, 760),
    View.CHANGELOG: (600, 820),
    View.BUTTON: (120, 150),
}
