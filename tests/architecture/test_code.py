"""Facts about the code that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.either

ROOT = Path(__file__).parent.parent.parent
OURS = ("consult", "tests", "migrations", "assets")
LONGEST = 300


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def lines_with(pattern: str, paths: Iterator[Path]) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if found.search(line)
    ]


def test_no_module_is_longer_than_three_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): length
        for path in modules("consult", "tests")
        if (length := len(path.read_text().splitlines())) > LONGEST
    }

    assert long == {}


def test_only_core_commits():
    outside = (path for path in modules("consult") if "core" not in path.parts)

    assert lines_with(r"\bcommit\(", outside) == []


def test_only_core_html_makes_markup():
    outside = (path for path in modules("consult") if path.name != "html.py")

    assert lines_with(r"\bMarkup\(", outside) == []
    assert lines_with(r"\|\s*safe\b|autoescape\s+false", iter(templates())) == []


def test_only_config_reads_the_environment():
    outside = (path for path in modules("consult") if path != ROOT / "consult/core/server.py")

    assert lines_with(r"\bos\.(environ|getenv)\b", outside) == []


def test_only_the_clock_tells_the_time():
    outside = (path for path in modules("consult") if path.name != "clock.py")

    assert lines_with(r"\b(datetime\.(now|utcnow|today)|date\.today)\(", outside) == []


def test_nothing_is_left_to_do():
    here = Path(__file__)
    paths = (path for path in modules(*OURS) if path != here)

    assert lines_with(r"\b(TODO|FIXME|XXX)\b", paths) == []
    assert lines_with(r"\b(TODO|FIXME|XXX)\b", iter(templates())) == []


def test_every_package_and_module_says_what_it_holds():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules("consult")
        if ast.get_docstring(ast.parse(path.read_text())) is None
    ]

    assert silent == []


def test_a_package_is_one_docstring():
    busy = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "consult").glob("*/__init__.py")
        if path.parent.name != "core" and len(ast.parse(path.read_text()).body) != 1
    ]

    assert busy == []


def test_every_table_says_what_its_rows_are():
    silent = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in modules("consult")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Model" for base in node.bases)
        and ast.get_docstring(node) is None
    ]

    assert silent == []


def test_no_folder_of_leftovers():
    vague = {"utils", "helpers", "services", "common", "misc", "util"}

    assert [str(path) for path in modules("consult") if vague & {path.stem, path.parent.name}] == []


def templates() -> list[Path]:
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
