"""The built files are what the manifest says, and they ask nobody else for anything."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "static"
MANIFEST: dict[str, str] = json.loads((STATIC / "manifest.json").read_text())


@pytest.mark.parametrize("name", MANIFEST)
def test_a_file_is_named_after_its_content(name: str) -> None:
    path = STATIC / MANIFEST[name]

    assert f"-{sha256(path.read_bytes()).hexdigest()[:12]}." in path.name


@pytest.mark.parametrize("name", [name for name in MANIFEST if name.endswith(".css")])
def test_a_style_sheet_loads_nothing(name: str) -> None:
    css = (STATIC / MANIFEST[name]).read_text()

    assert re.findall(r"url\((?!data:)|@import|@font-face", css) == []
