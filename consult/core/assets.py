"""Which hashed file stands for a style sheet or script."""

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path

from flask import Flask

STATIC = Path(__file__).parents[2] / "static"
HASHED = re.compile(r"-[0-9a-f]{8,}\.|[-.]\d+\.\d+\.\d+[-.]")


@cache
def named() -> dict[str, str]:
    """The hashed file of each name, as the build wrote them down."""
    files: dict[str, str] = json.loads((STATIC / "manifest.json").read_text())
    return files


@cache
def integrity(name: str) -> str:
    """What a page says of a file that it pins (Subresource Integrity, 3.1): SHA-384 in base64."""
    digest = hashlib.sha384((STATIC / named()[name]).read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def register(app: Flask) -> None:
    """Offer `asset("site.css")` to templates."""

    def asset(name: str) -> str:
        return f"/static/{named()[name]}"

    app.add_template_global(asset)


def is_hashed(_path: str, url: str) -> bool:
    """Tell whether an address names its own content, and so may be kept for ever."""
    return HASHED.search(url) is not None
