"""A council's own site, on another origin than ours: what its pages say is up to the story."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import uuid4

HEAD = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Our council</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
    "<h1>Warm homes</h1><p>Tell us what you think.</p>{body}"
    '<p><a href="#end" id="end">After it</a></p></main></body></html>'
)


class Host:
    """A running site; `pages` holds by path the body and the headers of each page."""

    def __init__(self, name: str) -> None:
        pages: dict[str, tuple[str, dict[str, str]]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, headers = pages.get(self.path, ("", {}))
                sent = HEAD.replace("{body}", body).encode()
                self.send_response(200 if self.path in pages else 404)
                for key, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(sent)

            def log_message(self, *_given: object) -> None:
                """Say nothing."""

        self.pages = pages
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://{name}:{self.server.server_address[1]}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def page(self, path: str, body: str, **headers: str) -> str:
        """Put a page there and give its address."""
        self.pages[path] = (body, {name.replace("_", "-"): said for name, said in headers.items()})
        return self.origin + path

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
