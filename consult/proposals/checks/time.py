"""Time enough, at the right moment, and a promise to answer (Gunning 3 and 4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from consult.core import _
from consult.proposals import answers
from consult.proposals.checks.verdict import Verdict, failed, passed

if TYPE_CHECKING:
    from consult.proposals.readiness import Context

Content = Mapping[str, Any]

SHORTEST = 14
USUAL = 28
CAREFUL = 42
MANY_PEOPLE = 10_000
ANSWER_WITHIN = timedelta(weeks=12)
_WEEK = 7
_THIRD = 3


def whole_days(content: Content) -> int | None:
    """Whole days between opening and closing on a London clock; 11:59pm ends its day."""
    opens = answers.moment(content.get("opens_at"))
    closes = answers.moment(content.get("closes_at"))
    if opens is None or closes is None:
        return None
    passed_by = closes.replace(tzinfo=None) - opens.replace(tzinfo=None)
    return (passed_by + timedelta(minutes=1)).days


def days_needed(facts: Context) -> int:
    """Four weeks, six for what needs care, and more over holidays."""
    careful = facts.special_category or facts.children or facts.approx_people > MANY_PEOPLE
    return (CAREFUL if careful else USUAL) + _added(facts)


def length(_content: Content, facts: Context) -> Verdict:
    days = facts.days
    if days is None:
        return failed(_("Set the day it opens and the day it closes."))
    needed = days_needed(facts)
    if days < SHORTEST:
        return failed(_("%(days)d days are too few: 14 are the least.", days=days))
    if days < needed:
        return failed(
            _("%(days)d days, %(needed)d needed.", days=days, needed=needed),
            todo=_("Say why it is shorter."),
            level="W",
        )
    return passed(_("%(days)d days, %(needed)d needed.", days=days, needed=needed))


def election(content: Content, facts: Context) -> Verdict:
    if not facts.pre_election:
        return passed(_("No election period is in the council’s calendar."))
    if not _meets_election(content, facts):
        return passed(_("It does not overlap with an election period."))
    officer = answers.text(content, "election_override_by")
    if officer and answers.text(content, "election_override_reason"):
        return passed(_("The monitoring officer agreed to it: %(officer)s.", officer=officer))
    return failed(
        _(
            "It overlaps with the period before an election. Move the dates, or give the "
            "monitoring officer’s agreement and reason."
        )
    )


def promise(content: Content, facts: Context) -> Verdict:
    promised = answers.day(content.get("feedback_promised_on"))
    if promised is None or facts.closes_on is None:
        return failed(_("Set the day by which you answer."))
    if promised <= facts.closes_on:
        return failed(_("The day by which you answer must come after the closing day."))
    if promised > facts.closes_on + ANSWER_WITHIN:
        return failed(_("Promise an answer within 12 weeks of closing."))
    if not answers.text(content, "decision_maker_role"):
        return failed(_("Say who decides."))
    return passed(_("People know when you answer and who decides."))


def _added(facts: Context) -> int:
    opens, closes = facts.opens_on, facts.closes_on
    if opens is None or closes is None or closes < opens:
        return 0
    added = sum(opens <= day <= closes for day in facts.bank_holidays)
    if any(
        _overlap((opens, closes), _christmas(year))
        for year in range(opens.year - 1, closes.year + 1)
    ):
        added += _WEEK
    away = sum(_shared_days((opens, closes), each) for each in facts.school_holidays)
    if away * _THIRD > (closes - opens).days + 1:
        added += _WEEK
    return added


def _meets_election(content: Content, facts: Context) -> bool:
    spans = [
        (found, found)
        for key in ("decision_expected_on", "feedback_promised_on")
        if (found := answers.day(content.get(key)))
    ]
    if facts.opens_on and facts.closes_on:
        spans.append((facts.opens_on, facts.closes_on))
    return any(_overlap(span, period) for span in spans for period in facts.pre_election)


def _christmas(year: int) -> tuple[date, date]:
    return date(year, 12, 25), date(year + 1, 1, 1)


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shared_days(one: tuple[date, date], other: tuple[date, date]) -> int:
    return max((min(one[1], other[1]) - max(one[0], other[0])).days + 1, 0)
