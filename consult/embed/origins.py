"""The exact origin of a site (https://www.example.org), read from what somebody typed."""

import re
from urllib.parse import SplitResult, urlsplit

import idna

from consult.core import _
from consult.core.errors import Invalid

FIELD = "origin"
LONGEST = 239  # so that a DNS record fits in front of it
PORTS = {"https": 443, "http": 80}
LOCAL = ("localhost", "127.0.0.1")
HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+")
UNREADABLE = set(" \\\"'<>;,")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def origin_of(typed: str, *, local: bool = False) -> str:
    """Say which one origin was meant; `local` takes this computer too, for trying things out."""
    parts = _parts(typed.strip())
    host = (parts.hostname or "").lower()
    if local and host in LOCAL:
        return _joined(parts, host)
    if parts.scheme != "https":
        raise Invalid(FIELD, _("Enter an address that starts with https://."))
    return _joined(parts, _public(host))


def origin_of_page(typed: str, *, local: bool = False) -> str:
    """Say on which origin a page stands, be it one that a list may hold or not."""
    parts = _start(typed.strip())
    host = (parts.hostname or "").lower()
    return _joined(parts, host if local and host in LOCAL else _public(host))


def host_of(origin: str) -> str:
    """The host that an origin names."""
    return urlsplit(origin).hostname or ""


def port_of(origin: str) -> int:
    """The port that an origin names, or the usual one."""
    parts = urlsplit(origin)
    return parts.port or PORTS[parts.scheme]


def _start(typed: str) -> SplitResult:
    """Take an address apart; refuse one whose start no browser would read as we do."""
    unreadable = Invalid(FIELD, _("Enter an address like https://www.example.gov.uk."))
    try:
        parts = urlsplit(typed)
        known = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise unreadable from error
    if "*" in parts.netloc:
        raise Invalid(FIELD, _("Enter one exact address. A star is not allowed."))
    if not known or not typed.isprintable() or set(parts.netloc) & UNREADABLE:
        raise unreadable
    if "@" in parts.netloc:
        raise Invalid(FIELD, _("Leave out the name and password in front of the address."))
    return parts


def _parts(typed: str) -> SplitResult:
    """Take the address apart; refuse all that an origin does not have."""
    parts = _start(typed)
    if parts.path not in ("", "/") or set("?#") & set(typed):
        raise Invalid(FIELD, _("Enter the start of the address only, without a page."))
    return parts


def _public(host: str) -> str:
    """A name in the way that browsers write it; never a number, never a name of this network."""
    if ":" in host or NUMBER.fullmatch(host.rpartition(".")[2]):
        raise Invalid(FIELD, _("Enter the site’s name. A number is not allowed."))
    unreadable = Invalid(FIELD, _("Enter an address like https://www.example.gov.uk."))
    try:
        name = idna.encode(host, uts46=True).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise unreadable from error
    if not HOST.fullmatch(name):
        raise unreadable
    if len(name) > LONGEST:
        raise Invalid(FIELD, _("This address is too long."))
    return name


def _joined(parts: SplitResult, host: str) -> str:
    port = "" if parts.port in (None, PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"
