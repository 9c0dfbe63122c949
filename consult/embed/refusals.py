"""Why browsers refuse a frame on a page, judged from its address and the list alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from consult.core import _l
from consult.embed.models import Site

WWW = "www."


class Refusal(StrEnum):
    """What a page and the list have to do with each other."""

    OURS = "ours"
    NOT_PUBLIC = "not_public"
    NOT_LISTED = "not_listed"
    NOT_HTTPS = "not_https"
    REMOVED = "removed"
    WRONG_SCHEME = "wrong_scheme"
    WRONG_PORT = "wrong_port"
    WRONG_WWW = "wrong_www"
    WAITING = "waiting"
    LAPSED = "lapsed"
    TO_READ = "to_read"
    BY_PAGE = "by_page"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(LABELS[self])

    @property
    def is_shown(self) -> bool:
        """True where the list lets the page show the frame, so that the rest is up to the page."""
        return self in (Refusal.TO_READ, Refusal.BY_PAGE)


LABELS = {
    Refusal.OURS: _l("This is a page of Consult. Enter the address of the page on your own site."),
    Refusal.NOT_PUBLIC: _l("Residents cannot see this proposal yet, so no site can show it."),
    Refusal.NOT_LISTED: _l("This site is not on your list."),
    Refusal.NOT_HTTPS: _l(
        "This page starts with http. Only sites that start with https can be on your list."
    ),
    Refusal.REMOVED: _l("This site showed it before, and was taken off your list."),
    Refusal.WRONG_SCHEME: _l(
        "One address starts with http and the other with https. To browsers these are two sites."
    ),
    Refusal.WRONG_PORT: _l(
        "The port is not the same. That is the number after the name, or none. "
        "To browsers these are two sites."
    ),
    Refusal.WRONG_WWW: _l(
        "One name starts with www and the other does not. To browsers these are two sites."
    ),
    Refusal.WAITING: _l("This site is on your list, but it is not proved yet."),
    Refusal.LAPSED: _l("This site was proved, but its line was gone when we looked again."),
    Refusal.TO_READ: _l(
        "This site may show it, to read only. To take part there, it must be on your list "
        "and be proved."
    ),
    Refusal.BY_PAGE: _l("This site may show it. If it stays empty, the page itself forbids it."),
}


@dataclass(frozen=True)
class Circumstances:
    """What matters beside the list."""

    base: str
    is_public: bool = True
    is_open_to_all: bool = False
    was_seen: bool = False


@dataclass(frozen=True)
class Judged:
    """What came out for one origin; `site` is it, or the nearest to it, on the list."""

    origin: str
    reasons: tuple[Refusal, ...]
    site: Site | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the list lets this page show the frame."""
        return self.reasons[0].is_shown

    @property
    def may_be_added(self) -> bool:
        """Whether adding this site to the list is a way on."""
        return (
            self.origin.startswith("https:")
            and not {Refusal.OURS, Refusal.NOT_PUBLIC} & set(self.reasons)
            and (self.site is None or self.site.origin != self.origin)
        )


def judged(origin: str, sites: Iterable[Site], given: Circumstances) -> Judged:
    """Say what keeps a frame from showing on a page of this origin."""
    if _lowered(origin) == _lowered(given.base):
        return Judged(origin, (Refusal.OURS,))
    if not given.is_public:
        return Judged(origin, (Refusal.NOT_PUBLIC,))
    listed = {site.origin: site for site in sites}
    site = listed.get(origin)
    if site is not None and site.is_proved:
        return Judged(origin, (Refusal.BY_PAGE,), site)
    waits = () if site is None else (Refusal.LAPSED if site.has_lapsed else Refusal.WAITING,)
    if given.is_open_to_all:
        return Judged(origin, (Refusal.TO_READ, *waits), site)
    if site is not None:
        return Judged(origin, waits, site)
    return _judged_stranger(origin, listed, given)


def _judged_stranger(origin: str, listed: dict[str, Site], given: Circumstances) -> Judged:
    """Of an origin that is not on the list: one that is nearly it, or none."""
    near = [(_differences(origin, other), site) for other, site in listed.items()]
    near = [(found, site) for found, site in near if found]
    if near:
        reasons, site = min(near, key=lambda each: (len(each[0]), not each[1].is_proved))
        return Judged(origin, reasons, site)
    reason = Refusal.REMOVED if given.was_seen else Refusal.NOT_LISTED
    if not origin.startswith("https:"):
        reason = Refusal.NOT_HTTPS
    return Judged(origin, (reason,))


def _differences(one: str, other: str) -> tuple[Refusal, ...]:
    """In what two origins differ, where the rest of their names is the same."""
    a, b = urlsplit(one), urlsplit(other)
    if _bare(a) != _bare(b):
        return ()
    said = {
        Refusal.WRONG_SCHEME: a.scheme != b.scheme,
        Refusal.WRONG_PORT: a.port != b.port,
        Refusal.WRONG_WWW: a.hostname != b.hostname,
    }
    return tuple(reason for reason, is_so in said.items() if is_so)


def _bare(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix(WWW)


def _lowered(address: str) -> str:
    return address.rstrip("/").lower()
