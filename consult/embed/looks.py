"""What a widget may show, and in which look: closed lists, so that nothing else can slip in."""

from enum import StrEnum

from consult.core import _l


class View(StrEnum):
    """What stands inside a widget."""

    CARD = "card"
    VOTE = "vote"
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
        return HEIGHTS[self]


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


VIEWS = {
    View.CARD: (_l("Card"), _l("What it is about, how long it is open, and a link.")),
    View.VOTE: (_l("Vote"), _l("The question and its answers, to send from your page.")),
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
    View.CARD: 280,
    View.VOTE: 720,
    View.COMMENTS: 900,
    View.RESULTS: 420,
    View.CHANGELOG: 480,
    View.BUTTON: 120,
}
