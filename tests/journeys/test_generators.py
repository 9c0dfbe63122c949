"""The snippet pasted into the pages of real site generators, one with a strict policy."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hosts import Host, frame, snippet
from tests.server import Server

STRICT = (
    "default-src 'none'; script-src 'self' {ours}; frame-src {ours}; style-src 'self'; "
    "img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def made_by_mkdocs(folder: Path, pasted: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Our council\nsite_url: ''\n")
    (folder / "docs" / "index.md").write_text(f"# Warm homes\n\nTell us.\n\n{pasted}\n")
    run(folder, "mkdocs", "build", "--quiet")
    return folder / "site"


def made_by_pelican(folder: Path, pasted: str) -> Path:
    (folder / "content").mkdir()
    (folder / "content" / "homes.md").write_text(
        f"Title: Warm homes\nDate: 2026-01-01\nSave_as: index.html\n\nTell us.\n\n{pasted}\n"
    )
    (folder / "settings.py").write_text("SITENAME = 'Our council'\nINDEX_SAVE_AS = ''\n")
    run(folder, "pelican", "content", "-o", "out", "-s", "settings.py", "--quiet")
    return folder / "out"


def made_by_sphinx(folder: Path, pasted: str) -> Path:
    indented = "\n".join(f"   {line}" for line in pasted.splitlines())
    (folder / "conf.py").write_text("project = 'Our council'\n")
    (folder / "index.rst").write_text(
        f"Warm homes\n==========\n\nTell us.\n\n.. raw:: html\n\n{indented}\n"
    )
    run(folder, "sphinx", "-q", "-b", "html", ".", "out")
    return folder / "out"


@pytest.mark.parametrize(
    ("make", "policy"),
    [(made_by_mkdocs, ""), (made_by_pelican, ""), (made_by_sphinx, STRICT)],
    ids=["mkdocs", "pelican", "sphinx and a strict policy"],
)
def test_the_snippet_works_where_a_generator_put_it(
    server: Server,
    council_site: Host,
    reader: Callable[..., Page],
    tmp_path: Path,
    make: Callable[[Path, str], Path],
    policy: str,
) -> None:
    said = {"Content_Security_Policy": policy.replace("{ours}", server.address)} if policy else {}
    page = reader(council_site.files(make(tmp_path, snippet(server)), **said))

    inside = frame(page)
    inside.get_by_role("radio", name="Not sure").check()
    inside.get_by_role("button", name="Send my view").click()

    inside.get_by_text("One more step").wait_for()
    expect(page.locator("iframe")).not_to_have_attribute("height", "320")
    assert page.get_by_role("link", name="Give your view").count() == 1
