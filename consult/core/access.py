"""Who may knock: each view carries exactly one mark, and an unmarked view answers nobody."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request

from consult.core.errors import Forbidden, NotFound

View = Callable[..., Any]
Check = Callable[[], Any]


def mark(name: str, check: Check) -> Callable[[View], View]:
    """Make a mark: a name for people and tests, and a check that returns a reply to refuse."""

    def put(view: View) -> View:
        if hasattr(view, "access"):
            raise TypeError(f"{view.__qualname__} already carries the mark {view.access}.")
        view.access = name  # type: ignore[attr-defined]
        view.check_access = check  # type: ignore[attr-defined]
        return view

    return put


def anyone(view: View) -> View:
    """Let everybody in."""
    return mark("anyone", lambda: None)(view)


def install(app: Flask) -> None:
    """Check the mark before any view runs."""

    @app.before_request
    def check() -> Any:
        if request.url_rule is None:
            return None
        view = current_app.view_functions[request.url_rule.endpoint]
        checker: Check | None = getattr(view, "check_access", None)
        if checker is None:
            raise Forbidden()
        return checker()


__all__ = ["Forbidden", "NotFound", "anyone", "install", "mark"]
