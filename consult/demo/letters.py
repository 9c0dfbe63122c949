"""A mail's text with this site's own addresses as links, and no other."""

import re
from collections.abc import Iterator

ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def pieces(text: str, base_url: str) -> Iterator[tuple[str, str | None]]:
    """Cut a text into words and links; an address of another site stays words."""
    done = 0
    for found in ADDRESS.finditer(text):
        shown = found.group().rstrip(".,;:)!?")
        if shown == base_url or shown.startswith(f"{base_url}/"):
            yield text[done : found.start()], None
            yield shown, shown.removeprefix(base_url) or "/"
            done = found.start() + len(shown)
    yield text[done:], None
