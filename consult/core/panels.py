"""A block of a page that also stands alone."""

from typing import Any

from flask import redirect, render_template
from flask.typing import ResponseReturnValue
from flask_htmx import HTMX
from jinja2_fragments.flask import render_block

htmx = HTMX()


class Panel:
    """A template whose `panel` block also stands alone."""

    def __init__(self, template: str, /, **context: Any) -> None:
        self.template = template
        self.context = context

    def __html__(self) -> str:
        return render_block(self.template, "panel", **self.context)

    def reply(self, status: int = 200, *, redirect_to: str | None = None) -> ResponseReturnValue:
        """Answer htmx with the block; anyone else with a redirect if given, or the whole page."""
        if wants_panel():
            return self.__html__(), status
        if redirect_to:
            return redirect(redirect_to, 303)
        return render_template(self.template, **self.context), status


class Whole(Panel):
    """A page that is never part of another: whoever asks for it is given all of it."""

    def reply(self, status: int = 200, *, redirect_to: str | None = None) -> ResponseReturnValue:
        """Answer everyone with a redirect if given, or the whole page."""
        if redirect_to:
            return redirect(redirect_to, 303)
        return render_template(self.template, **self.context), status


def wants_panel() -> bool:
    """Tell whether htmx asks for a block rather than a page."""
    return bool(htmx and not htmx.boosted and not htmx.history_restore_request)
