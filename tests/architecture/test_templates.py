"""Facts about the templates."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.either

ROOT = Path(__file__).parent.parent.parent / "templates"
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))
ALL = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style\b", re.I),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "inline handler": re.compile(r"\son[a-z]+\s*=\s*[\"']|hx-on", re.I),
    "script address": re.compile(r"javascript:", re.I),
    "another host": re.compile(
        r"<(?:script|img|iframe|source|link)\b[^>]*\b(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.I
    ),
    "single quotes": re.compile(r"\s[a-z-]+='", re.I),
    "an unnamed endblock": re.compile(r"{%-?\s*endblock\s*-?%}"),
}
WHOLE = re.compile(r'{%-?\s*extends\s+"layouts/')
PANEL = re.compile(r"{%-?\s*block panel\b")


@pytest.mark.parametrize("name", ALL)
def test_it_compiles(app, name):
    app.jinja_env.get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_it_holds_nothing_that_the_content_policy_forbids(name):
    text = re.sub(r"{#.*?#}", "", (ROOT / name).read_text(), flags=re.S)

    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    "name", [name for name in PAGES if PANEL.search((ROOT / name).read_text())]
)
def test_a_panel_brings_its_own_imports(name):
    text = (ROOT / name).read_text()
    before = text[: PANEL.search(text).start()]

    assert re.findall(r"{%-?\s*(?:from|import|set)\b[^%]*%}", before) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_post_form_names_its_address(name):
    text = (ROOT / name).read_text()
    forms = re.findall(r"<form\b.*?>", text, re.S)

    assert [form for form in forms if "post" in form.lower() and "action=" not in form] == []
