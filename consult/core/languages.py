"""Which language a page speaks: English, and Welsh where all that the page can say is translated.

Only the pages inside frames are so far; every other page stays English, whatever is asked of it,
until a whole catalogue exists. A page half in one language and half in another helps nobody.
"""

from contextlib import AbstractContextManager
from enum import StrEnum

from flask import current_app, has_request_context, request
from flask_babel import force_locale

from consult.core import _l
from consult.core.access import View


class Lang(StrEnum):
    """What people may read in."""

    EN = "en"
    CY = "cy"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(LABELS[self])


LABELS = {Lang.EN: _l("English"), Lang.CY: _l("Welsh")}
LOCALES = {Lang.EN: "en_GB", Lang.CY: "cy"}


def speaks_welsh(view: View) -> View:
    """Let a view answer in Welsh; everything that it can say is in the catalogue."""
    view.speaks_welsh = True  # type: ignore[attr-defined]
    return view


def locale() -> str | None:
    """The locale that this request's address asks for, where its view speaks that language."""
    if not has_request_context() or request.args.get("lang") != Lang.CY:
        return None
    view = current_app.view_functions.get(request.endpoint or "")
    return LOCALES[Lang.CY] if getattr(view, "speaks_welsh", False) else None


def speaking(lang: Lang) -> AbstractContextManager[None]:
    """Say what is said inside in this language."""
    made: AbstractContextManager[None] = force_locale(LOCALES[lang])
    return made
