"""What templates may ask of moderation: a reason, an age and a due time in words."""

from datetime import datetime

from flask import Flask, url_for
from flask_babel import format_datetime

from consult.core import _, clock
from consult.core.format import time
from consult.moderation.models import CaseKind, Reason
from consult.moderation.queries import Waiting
from consult.participation.rules.screening import HELD_NOTICE

A_WEEK = 6


def case_place(line: Waiting, council: str) -> str | None:
    """Where a case is decided: notices and suspensions have their own page."""
    if line.notice_id is not None:
        return url_for("moderation.steps", council=council, notice_id=line.notice_id)
    if line.case.kind is CaseKind.LEGAL:
        return url_for("moderation.notices", council=council)
    if line.case.comment_id is None:
        return None
    if line.case.kind is CaseKind.SUSPENSION:
        return url_for("moderation.author", council=council, comment_id=line.case.comment_id)
    return url_for("moderation.item", council=council, comment_id=line.case.comment_id)


def due_words(moment: datetime) -> str:
    """Short enough for a narrow column: today 5pm, Wed 3:48pm, Fri 12 June."""
    day, today = clock.local(moment).date(), clock.local(clock.now()).date()
    if day == today:
        return _("today %(time)s", time=time(moment))
    is_near = abs((day - today).days) <= A_WEEK
    shown = format_datetime(clock.local(moment), "EEE" if is_near else "EEE d MMM", rebase=False)
    return f"{shown} {time(moment)}" if is_near else shown


def age_words(moment: datetime) -> str:
    """How long something has waited: 32 min old, 5 h old, 2 days old."""
    minutes = max(0, int((clock.now() - moment).total_seconds() // 60))
    if minutes < 60:
        return _("%(number)s min old", number=minutes)
    hours = minutes // 60
    if hours < 48:
        return _("%(number)s h old", number=hours)
    return _("%(number)s days old", number=hours // 24)


def reason_label(notice: str | None) -> str:
    """The public words for the reason that a hidden comment carries."""
    if notice == HELD_NOTICE:
        return _("a moderator looks at it before it is shown")
    try:
        return Reason(notice).label if notice else ""
    except ValueError:
        return notice or ""


def install(app: Flask) -> None:
    """Offer them as filters, and the place of a case as a global."""
    app.add_template_filter(reason_label)
    app.add_template_filter(due_words)
    app.add_template_filter(age_words)
    app.add_template_global(case_place)
