"""What templates of other features may ask of moderation: a reason in words."""

from flask import Flask

from consult.core import _
from consult.moderation.models import Reason
from consult.participation.rules.screening import HELD_NOTICE


def reason_label(notice: str | None) -> str:
    """The public words for the reason that a hidden comment carries."""
    if notice == HELD_NOTICE:
        return _("a moderator looks at it before it is shown")
    try:
        return Reason(notice).label if notice else ""
    except ValueError:
        return notice or ""


def install(app: Flask) -> None:
    """Offer it as a filter."""
    app.add_template_filter(reason_label)
