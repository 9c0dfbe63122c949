"""Pages for strangers, kept in memory until anything at all is written.

A page is kept with the database's own mark of what is visible (SQLite: `data_version` on one
connection that never writes; PostgreSQL: the current snapshot). While the mark is the same, so is
the page; a short age bounds what the clock alone changes ("2 days left").
"""

import gzip
import secrets
import sqlite3
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any, Protocol

import brotli
import psycopg
from flask import Flask
from sqlalchemy.engine import make_url
from werkzeug.http import parse_accept_header, parse_etags

SECONDS = 2.0
MOST = 512
KINDS = ("text/html", "application/atom+xml", "application/feed+json")

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=5),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}

Start = Callable[..., Any]
Environment = dict[str, Any]


class Mark(Protocol):
    """Something that changes whenever the database shows something else."""

    def read(self) -> str: ...


class SqliteMark:
    """`data_version` changes on this connection with every commit of any other."""

    def __init__(self, path: str) -> None:
        self.lock = threading.Lock()
        self.connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)

    def read(self) -> str:
        """The mark now."""
        with self.lock:
            return str(self.connection.execute("PRAGMA data_version").fetchone()[0])


class PostgresMark:
    """Two equal snapshots see the same transactions."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.own = threading.local()

    def read(self) -> str:
        """The mark now; a fresh one each time while the database is away."""
        try:
            connection = getattr(self.own, "connection", None)
            if connection is None or connection.closed:
                connection = psycopg.connect(self.url, autocommit=True)
                self.own.connection = connection
            row = connection.execute("SELECT pg_current_snapshot()::text").fetchone()
            return str(row[0]) if row else ""
        except psycopg.Error:
            self.own.connection = None
            return secrets.token_hex(8)


@dataclass
class Kept:
    """One answer, whole, with its compressed forms made when first asked for."""

    mark: str
    until: float
    headers: list[tuple[str, str]]
    body: bytes
    etag: str
    packed: dict[str, bytes] = field(default_factory=dict)

    def as_(self, coding: str) -> bytes:
        """The body in a coding."""
        if not coding:
            return self.body
        if coding not in self.packed:
            self.packed[coding] = PACKERS[coding](self.body)
        return self.packed[coding]


class Pages:
    """Answers strangers from memory where it can, and the app everything else."""

    def __init__(self, app: Flask, inner: Any) -> None:
        self.inner = inner
        self.cookie = app.config["SESSION_COOKIE_NAME"] + "="
        self.url = app.config["SQLALCHEMY_DATABASE_URI"]
        self.kept: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self.lock = threading.Lock()
        self.mark: Mark | None = None

    def __call__(self, environ: Environment, start: Start) -> Iterable[bytes]:
        """Answer one request."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or self.cookie in environ.get(
            "HTTP_COOKIE", ""
        ):
            return self.inner(environ, start)
        key = _key(environ)
        mark = self._mark().read()
        kept = self.kept.get(key)
        if kept is None or kept.mark != mark or kept.until < time.monotonic():
            fresh = self._ask(environ, start, mark)
            if not isinstance(fresh, Kept):
                return fresh
            kept = fresh
            with self.lock:
                self.kept[key] = kept
                self.kept.move_to_end(key)
                while len(self.kept) > MOST:
                    self.kept.popitem(last=False)
        return _send(kept, environ, start)

    def _mark(self) -> Mark:
        if self.mark is None:
            url = make_url(self.url)
            if url.get_backend_name() == "sqlite":
                self.mark = SqliteMark(url.database or ":memory:")
            else:
                plain = url.set(drivername="postgresql")
                self.mark = PostgresMark(plain.render_as_string(hide_password=False))
        return self.mark

    def _ask(self, environ: Environment, start: Start, mark: str) -> Kept | Iterable[bytes]:
        """Have the app answer; keep what may be kept, pass on the rest as it is."""
        said: list[Any] = []

        def listen(status: str, headers: list[tuple[str, str]], _exc: Any = None) -> Any:
            said[:] = [status, headers]
            return lambda _data: None

        asked = dict(environ)
        asked["REQUEST_METHOD"] = "GET"
        answer = self.inner(asked, listen)
        status, headers = said
        names = {name.lower(): value for name, value in headers}
        keeps = (
            status.startswith("200")
            and names.get("content-type", "").startswith(KINDS)
            and "set-cookie" not in names
            and "no-store" not in names.get("cache-control", "")
        )
        if not keeps:
            start(status, headers)
            return answer if environ["REQUEST_METHOD"] == "GET" else _close(answer)
        try:
            body = b"".join(answer)
        finally:
            _close(answer)
        etag = f'W/"{sha256(body).hexdigest()[:32]}"'
        left_out = {"content-length", "etag", "x-request-id", "cache-control", "vary"}
        kept = [(name, value) for name, value in headers if name.lower() not in left_out]
        vary = ", ".join(filter(None, (names.get("vary"), "Accept-Encoding")))
        kept += [("Cache-Control", "no-cache"), ("ETag", etag), ("Vary", vary)]
        return Kept(mark, time.monotonic() + SECONDS, kept, body, etag)


def _close(answer: Any) -> list[bytes]:
    """Let go of an answer that nobody will read."""
    close = getattr(answer, "close", None)
    if close is not None:
        close()
    return []


def _key(environ: Environment) -> tuple[str, ...]:
    names = (
        "HTTP_HOST", "PATH_INFO", "QUERY_STRING", "HTTP_HX_REQUEST", "HTTP_HX_BOOSTED",
        "HTTP_HX_HISTORY_RESTORE_REQUEST", "HTTP_ACCEPT_LANGUAGE", "wsgi.url_scheme",
        "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST",
    )  # fmt: skip
    return tuple(environ.get(name, "") for name in names)


def _send(kept: Kept, environ: Environment, start: Start) -> Iterable[bytes]:
    headers = [*kept.headers, ("X-Request-Id", secrets.token_hex(8))]
    if parse_etags(environ.get("HTTP_IF_NONE_MATCH")).contains_raw(kept.etag):
        start("304 Not Modified", headers)
        return []
    accepted = parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"))
    coding = next((name for name in PACKERS if accepted.quality(name) > 0), "")
    body = kept.as_(coding)
    if coding:
        headers.append(("Content-Encoding", coding))
    headers.append(("Content-Length", str(len(body))))
    start("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
