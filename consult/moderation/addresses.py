"""Which comment an address that somebody typed or pasted is about."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

LONGEST = 500
_ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_PLACE = re.compile(r"/councils/([a-z0-9-]{1,80})/proposals/([a-z0-9-]{1,120})(/[^?#]*)?")
_IN_PATH = re.compile(rf"/comments/({_ID})")
_IN_FRAGMENT = re.compile(rf"comment-({_ID})")


@dataclass(frozen=True)
class Named:
    """A comment as an address names it; whether there is one is for others to say."""

    council: str
    proposal: str
    comment_id: UUID


def comment_named(typed: str, host: str) -> Named | None:
    """Read the address of a comment on this host, whole or from its first slash on; else nothing.

    A fragment is more exact than a path: it names a reply on the page of another comment.
    """
    typed = typed.strip()
    if len(typed) > LONGEST:
        return None
    try:
        read = urlsplit(typed if "//" in typed or typed.startswith("/") else f"//{typed}")
    except ValueError:
        return None
    if read.scheme not in ("", "http", "https") or read.netloc not in ("", host):
        return None
    place = _PLACE.fullmatch(read.path.rstrip("/"))
    if place is None:
        return None
    council, proposal, rest = place.groups()
    found = _IN_FRAGMENT.fullmatch(read.fragment) or _IN_PATH.match(rest or "")
    return Named(council, proposal, UUID(found[1])) if found else None
