"""What oEmbed 1.0 (oembed.com) says of a proposal's address, as JSON and as XML."""

import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from consult.core.errors import NotFound

PLACE = re.compile(r"/(?:councils/(?P<c>[\w-]+)/proposals|embed/(?P<e>[\w-]+))/(?P<p>[\w-]+)/?")
LONGEST = 2000


def place_of(url: str, base: str) -> tuple[str, str]:
    """The council and the proposal that an address of ours names; any other is not found."""
    try:
        parts, ours = urlsplit(url[:LONGEST]), urlsplit(base)
    except ValueError as error:
        raise NotFound() from error
    found = PLACE.fullmatch(parts.path)
    if (parts.scheme, parts.netloc) != (ours.scheme, ours.netloc) or found is None:
        raise NotFound()
    return found["c"] or found["e"], found["p"]


def as_xml(answer: dict[str, Any]) -> bytes:
    """The same answer in the other format that the specification names."""
    root = ET.Element("oembed")
    for name, value in answer.items():
        ET.SubElement(root, name).text = str(value)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def bounded(wanted: str | None, usual: int, least: int) -> int:
    """A size in pixels, no larger than the page that asks can hold."""
    if wanted is None or not (wanted.isascii() and wanted.isdigit() and len(wanted) < 6):
        return usual
    return max(least, min(usual, int(wanted)))
