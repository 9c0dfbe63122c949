"""What a council copies into its own page: a script that sizes itself, a plain frame, or a link."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from urllib.parse import quote, urlencode

from consult.core import _, _l
from consult.core.languages import speaking
from consult.embed.looks import Look

SANDBOX = "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox"


class Kind(StrEnum):
    """How it is put into a page."""

    SCRIPT = "script"
    PINNED = "pinned"
    FRAME = "frame"
    LINK = "link"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(KINDS[self][0])

    @property
    def about(self) -> str:
        """What it does for visitors."""
        return str(KINDS[self][1])


KINDS = {
    Kind.SCRIPT: (
        _l("Script, sizes itself"),
        _l("Until it loads, or if it cannot, visitors see an ordinary link."),
    ),
    Kind.PINNED: (
        _l("Script, pinned"),
        _l("The browser refuses any other version of the script. We cannot mend a pinned one."),
    ),
    Kind.FRAME: (
        _l("Plain frame, no script"),
        _l("It keeps one height, and scrolls inside where that is too little."),
    ),
    Kind.LINK: (_l("Link only"), _l("It opens the page on this site. It works everywhere.")),
}


@dataclass(frozen=True)
class Widget:
    """One proposal in one look, and where it is served from."""

    base: str
    council: str
    proposal: str
    title: str
    look: Look
    invitation: str
    pinned: str = ""
    integrity: str = ""

    @property
    def address(self) -> str:
        """The widget's own address."""
        return f"{self.base}/embed/{quote(self.council)}/{quote(self.proposal)}"

    @property
    def page(self) -> str:
        """The proposal's public page."""
        return f"{self.base}/councils/{quote(self.council)}/proposals/{quote(self.proposal)}"

    @property
    def framed(self) -> str:
        """The address that a plain frame shows."""
        return f"{self.address}?{urlencode(self._arguments())}"

    @property
    def oembed(self) -> str:
        """Where content systems ask what to put in place of the page's address."""
        return f"{self.base}/oembed?{urlencode({'url': self.page})}"

    def snippet(self, kind: Kind) -> str:
        """The lines to copy."""
        makers = {
            Kind.SCRIPT: self._script,
            Kind.PINNED: self._pinned,
            Kind.FRAME: self._frame,
            Kind.LINK: self._link,
        }
        with speaking(self.look.lang):
            return makers[kind]()

    def _arguments(self) -> dict[str, str]:
        size = {"size": "compact"} if self.look.is_compact else {}
        look = {"view": self.look.view.value, "theme": self.look.theme.value}
        return {**look, **size, "lang": self.look.lang.value}

    def _script(self) -> str:
        src = escape(f"{self.base}/embed/v1/loader.js")
        return f'{self._marked()}\n<script async src="{src}"></script>'

    def _pinned(self) -> str:
        src = escape(f"{self.base}/static/{self.pinned}")
        return (
            f'{self._marked()}\n<script async src="{src}" integrity="{escape(self.integrity)}" '
            f'crossorigin="anonymous"></script>'
        )

    def _marked(self) -> str:
        said = {"consult": self.address, **self._arguments(), "title": self.title}
        data = " ".join(f'data-{name}="{escape(value)}"' for name, value in said.items())
        return f'<a {data} href="{escape(self.page)}">{self._words()}</a>'

    def _frame(self) -> str:
        title = escape(_("Consultation: %(title)s", title=self.title))
        return (
            f'<iframe src="{escape(self.framed)}" title="{title}" '
            f'width="100%" height="{self.look.view.height}" loading="lazy" sandbox="{SANDBOX}">'
            f'</iframe>\n<p class="consult">{self._link()}</p>'
        )

    def _link(self) -> str:
        return f'<a href="{escape(self.page)}">{self._words()}</a>'

    def _words(self) -> str:
        return f"{escape(self.invitation)}: {escape(self.title)}"
