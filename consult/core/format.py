"""How moments and numbers read."""

from datetime import date, datetime, timedelta
from datetime import time as midnight

from flask import Flask
from flask_babel import format_datetime, format_decimal

from consult.core import _, clock, html, ngettext


def day(moment: date) -> str:
    """Sunday 15 March 2026."""
    return format_datetime(_at(moment), "EEEE d MMMM y", rebase=False)


def short_day(moment: date) -> str:
    """15 March 2026."""
    return format_datetime(_at(moment), "d MMMM y", rebase=False)


def tiny_day(moment: date) -> str:
    """15 March."""
    return format_datetime(_at(moment), "d MMMM", rebase=False)


def month_name(moment: date) -> str:
    """March."""
    return format_datetime(_at(moment), "LLLL", rebase=False)


def iso_day(text: str) -> str:
    """15 March 2026, from 2026-03-15."""
    return short_day(date.fromisoformat(text))


def time(moment: datetime) -> str:
    """11:59pm."""
    local = _at(moment)
    hour = local.hour % 12 or 12
    half = _("am") if local.hour < 12 else _("pm")
    return f"{hour}:{local.minute:02d}{half}" if local.minute else f"{hour}{half}"


def moment(moment: datetime) -> str:
    """Sunday 15 March 2026, 11:59pm."""
    return f"{day(moment)}, {time(moment)}"


def ago(then: datetime) -> str:
    """How long since, in the largest whole unit."""
    gone = max(clock.now() - then, timedelta(0))
    if gone < timedelta(minutes=1):
        return str(_("just now"))
    if gone < timedelta(hours=1):
        minutes = gone.seconds // 60
        return ngettext("%(num)s minute ago", "%(num)s minutes ago", minutes)
    if gone < timedelta(days=1):
        hours = gone.seconds // 3600
        return ngettext("%(num)s hour ago", "%(num)s hours ago", hours)
    if gone < timedelta(days=14):
        return ngettext("%(num)s day ago", "%(num)s days ago", gone.days)
    return short_day(then)


def number(value: float) -> str:
    """1,204."""
    return str(format_decimal(value))


def iso(moment: date) -> str:
    """For machines."""
    return moment.isoformat()


def _at(moment: date) -> datetime:
    if isinstance(moment, datetime):
        return clock.local(moment)
    return datetime.combine(moment, midnight.min)


def install(app: Flask) -> None:
    """Offer these as template filters."""
    for filter_ in (day, short_day, tiny_day, month_name, iso_day, time, moment, ago, number, iso):
        app.add_template_filter(filter_)
    app.add_template_filter(html.stored_html)
    app.add_template_filter(html.marked_html)
    app.add_template_filter(html.plain)
    app.add_template_filter(html.plain_words)
