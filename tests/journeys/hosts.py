"""A council's own site, on another origin than ours: what its pages say is up to the story."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from uuid import uuid4

from playwright.sync_api import FrameLocator, Page

from tests.server import Server

COUNCIL = "kelderby"
OPEN = "safeguarding-hub-attendance"
OURS = f"/councils/{COUNCIL}/proposals/{OPEN}"
HEAD = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Our council</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
    "<h1>Warm homes</h1><p>Tell us what you think.</p>{body}"
    '<p><a href="#end" id="end">After it</a></p></main></body></html>'
)


class Host:
    """A running site; `answers` holds by path what it sends and with which headers."""

    def __init__(self, name: str) -> None:
        answers: dict[str, tuple[bytes, dict[str, str]]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                sent, headers = answers.get(self.path, (b"", {}))
                self.send_response(200 if self.path in answers else 404)
                for key, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(sent)

            def log_message(self, *_given: object) -> None:
                """Say nothing."""

        self.answers = answers
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://{name}:{self.server.server_address[1]}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def page(self, path: str, body: str, lang: str = "en-GB", **headers: str) -> str:
        """Put a page there and give its address."""
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        page = HEAD.replace("{lang}", lang).replace("{body}", body)
        self.answers[path] = (page.encode(), said)
        return self.origin + path

    def files(self, folder: Path, **headers: str) -> str:
        """Put what a generator made there and give the address of its first page."""
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        for file in folder.rglob("*"):
            if file.is_file():
                kind = guess_type(file.name)[0] or "text/plain"
                path = f"/{file.relative_to(folder).as_posix()}"
                self.answers[path] = (file.read_bytes(), {"Content-Type": kind, **said})
        return f"{self.origin}/index.html"

    def stop(self) -> None:
        """Close it."""
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def host(name: str = "localhost") -> Iterator[Host]:
    """A site for as long as it is needed."""
    running = Host(name)
    try:
        yield running
    finally:
        running.stop()


def allow(folder: Path, council: str, origin: str) -> None:
    """Put a proved site on a council's list, as its officers would have."""
    with sqlite3.connect(folder / "var" / "consult.sqlite3", timeout=20) as connection:
        (owner, person) = connection.execute(
            "SELECT council.id, staff.person_id FROM council JOIN staff"
            " ON staff.council_id = council.id WHERE council.slug = ?",
            (council,),
        ).fetchone()
        now = "2026-01-01 00:00:00.000000"
        connection.execute(
            "INSERT INTO embed_site (id, created_at, council_id, origin, line, proof, proved_at,"
            " checked_at, added_by_id) VALUES (?, ?, ?, ?, 'line', 'file', ?, ?, ?)",
            (uuid4().hex, now, owner, origin, now, now, person),
        )


def snippet(server: Server, view: str = "vote", loader: str = "/embed/v1/loader.js") -> str:
    ours = server.address
    return (
        f'<a data-consult="{ours}/embed/{COUNCIL}/{OPEN}" data-view="{view}" data-theme="council"'
        f' href="{ours}{OURS}">Give your view: the safeguarding hub</a>'
        f'<script async src="{ours}{loader}"></script>'
    )


def plain(server: Server, view: str = "vote", more: str = "") -> str:
    ours = server.address
    return (
        f'<iframe src="{ours}/embed/{COUNCIL}/{OPEN}?view={view}" title="Consultation" width="100%"'
        f' height="700" {more}></iframe><p><a href="{ours}{OURS}">Give your view</a></p>'
    )


def frame(page: Page, place: int = 0) -> FrameLocator:
    return page.frame_locator("iframe").nth(place)
