"""A strict test browser: one context a request, no write while reading, no malformed page."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import copy_context
from itertools import count
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import cssselect2
import html5lib
from flask import Flask
from flask.globals import _cv_app
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import event
from werkzeug.test import TestResponse

from consult.accounts.models import Person, Session
from consult.accounts.session import token_hash
from consult.core import clock
from consult.core.db import db

HOST = "localhost"
HTMX = {"HX-Request": "true"}
READS = {"GET", "HEAD", "OPTIONS"}
TOKEN = "0" * 40
_sessions = count(1)
BOOKKEEPING = ("SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "BEGIN", "SET ")


class Found:
    """One element of a page."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.tag = element.tag.rpartition("}")[2]
        self.attributes = dict(element.attrib)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str | None = None) -> str | None:
        return self.attributes.get(name, default)

    @property
    def text(self) -> str:
        """The words in it, spaces tidied."""
        return " ".join("".join(self.element.itertext()).split())

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}> {self.text[:80]}"


class Page:
    """An answer; if it is HTML it was parsed strictly."""

    def __init__(self, response: TestResponse, address: str) -> None:
        self.response = response
        self.address = address
        self.status_code = response.status_code
        self.headers = response.headers
        self.location = response.headers.get("Location")
        self.tree: Element | None = None
        if response.mimetype == "text/html" and response.data:
            self.tree = parse(self.text)

    @property
    def text(self) -> str:
        return self.response.get_data(as_text=True)

    @property
    def json(self) -> Any:
        return self.response.get_json()

    @property
    def words(self) -> str:
        """What a reader would read, without markup."""
        assert self.tree is not None, "This answer is not a page."
        return Found(self.tree).text

    def select(self, css: str) -> list[Found]:
        """Every element that a CSS selector finds."""
        assert self.tree is not None, "This answer is not a page."
        root = cssselect2.ElementWrapper.from_html_root(self.tree)
        return [Found(match.etree_element) for match in root.query_all(css)]

    def one(self, css: str) -> Found:
        """The only element that a CSS selector finds."""
        found = self.select(css)
        assert len(found) == 1, f"{len(found)} elements match {css} on {self.address}"
        return found[0]

    def __repr__(self) -> str:
        return f"<Page {self.address} {self.status_code}>"


class Browser:
    """One visitor's browser; signing in and the CSRF token look after themselves."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()
        self.person: Person | None = None

    def sign_in(self, person: Person) -> "Browser":
        """Hold a live session of this person's."""
        secret = f"secret-{person.id}-{next(_sessions)}"
        live_until = clock.now() + self.app.permanent_session_lifetime
        db.session.add(
            Session(
                person=person,
                token_hash=token_hash(secret),
                browser="Tests",
                expires_at=live_until,
            )
        )
        db.session.flush()
        with self.client.session_transaction(base_url=f"http://{HOST}") as held:
            held.update({"_user_id": secret, "_fresh": True, "_permanent": True})
            held["csrf_token"] = TOKEN
        self.person = person
        return self

    def sign_out(self) -> "Browser":
        """Throw the cookie away."""
        self.client = self.app.test_client()
        self.person = None
        return self

    def get(self, path: str, **given: Any) -> Page:
        return self.open(path, "GET", **given)

    def head(self, path: str, **given: Any) -> Page:
        return self.open(path, "HEAD", **given)

    def post(
        self,
        path: str,
        data: dict[str, Any] | None = None,
        *,
        csrf: bool = True,
        headers: dict[str, str] | None = None,
        **given: Any,
    ) -> Page:
        """Send a form as a browser does: from our own origin, with the token if signed in."""
        sent = dict(data or {})
        if csrf and self._holds_session():
            sent.setdefault("csrf_token", self.token())
        origin = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
        return self.open(path, "POST", data=sent, headers=origin | (headers or {}), **given)

    def follow(self, page: Page, **given: Any) -> Page:
        """Go where a redirect leads."""
        assert page.location, f"{page} leads nowhere"
        target = urlsplit(urljoin(page.address, page.location))
        return self.get(target.path + (f"?{target.query}" if target.query else ""), **given)

    def token(self) -> str:
        """The token that the forms of this browser's session carry."""
        with self.client.session_transaction(base_url=f"http://{HOST}") as held:
            raw = held.setdefault("csrf_token", TOKEN)
        secret = self.app.secret_key
        assert secret is not None
        return str(URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps(raw))

    def open(self, path: str, method: str, **given: Any) -> Page:
        """Ask, in a context of its own, seeing what the test has written so far."""
        db.session.commit()
        db.session.expire_all()

        def ask() -> Page:
            _cv_app.set(None)  # type: ignore[arg-type]
            response = self.client.open(path, method=method, base_url=f"http://{HOST}", **given)
            return Page(response, f"http://{HOST}{path}")

        with read_only() if method in READS else _as_usual():
            return copy_context().run(ask)

    def _holds_session(self) -> bool:
        with self.client.session_transaction(base_url=f"http://{HOST}") as held:
            return "_user_id" in held


@contextmanager
def _as_usual() -> Iterator[None]:
    yield


@contextmanager
def read_only() -> Iterator[None]:
    """Let a reading request fail in a test if it would fail in earnest, because it writes."""
    connection = db.engines[None]
    if connection.dialect.name != "sqlite" or not hasattr(connection, "exec_driver_sql"):
        yield
        return
    connection.exec_driver_sql("PRAGMA query_only=ON")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA query_only=OFF")


def parse(text: str) -> Element:
    """Parse a page or a fragment; fail on whatever a browser would have to guess."""
    parser = html5lib.HTMLParser(strict=True)
    is_page = text.lstrip()[:9].lower() == "<!doctype"
    tree = parser.parse(text) if is_page else parser.parseFragment(text)
    ids = Counter(found.get("id") for found in tree.iter() if found.get("id") is not None)
    twice = [name for name, times in ids.items() if times > 1]
    assert not twice, f"ids used more than once: {twice}"
    assert not re.search(r"\{\{|\{%|&lt;(p|a|br|strong|em)&gt;", text), "markup shown as text"
    return tree


@contextmanager
def at_most(limit: int) -> Iterator[list[str]]:
    """Fail when more SQL statements than this run."""
    seen: list[str] = []

    def note(
        connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
    ) -> None:
        if not statement.lstrip().upper().startswith(BOOKKEEPING):
            seen.append(" ".join(statement.split()))

    db.session.commit()
    source = db.engines[None]
    event.listen(source, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(source, "before_cursor_execute", note)
    assert len(seen) <= limit, f"{len(seen)} statements, {limit} allowed:\n" + "\n".join(seen)
