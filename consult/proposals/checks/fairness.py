"""Whether it is still open, and tells people enough (Gunning 1 and 2)."""

from collections.abc import Mapping
from typing import Any

from consult.core import _, ngettext
from consult.proposals import answers, reading
from consult.proposals.checks.verdict import Verdict, failed, passed

Content = Mapping[str, Any]

SUMMARY_WORDS = 50
READING_AGE = 12
_STAY = ("nothing", "no change", "as it is", "as today", "dim byd")


def open_points(content: Content, _facts: object) -> Verdict:
    count = len(answers.lines(content, "not_decided_yet"))
    if count < 2:
        return failed(_("Name at least two things that residents can still settle."))
    if not answers.rows(content, "already_fixed"):
        return failed(_("Say what is already fixed, or write “Nothing”."))
    return passed(ngettext("%(num)d point is open.", "%(num)d points are open.", count))


def options(content: Content, _facts: object) -> Verdict:
    decides = answers.day(content.get("decision_expected_on"))
    closes = answers.day(content.get("closes_at"))
    if decides and closes and decides <= closes:
        return failed(
            _("The decision is planned before people have answered."), section="consultation"
        )
    ways = answers.rows(content, "alternatives")
    if not any(way.get("can_be_supported") is True for way in ways):
        return failed(_("No other way could still be chosen."))
    return passed(_("At least one other way can still be chosen."))


def language(content: Content, _facts: object) -> Verdict:
    spans = reading.decided_phrases(answers.text(content, "body"))
    if not spans:
        return passed(_("No phrase sounds decided."))
    phrases = ", ".join(f"“{span.text}”" for span in spans[:4])
    return failed(
        ngettext(
            "One phrase sounds decided: %(phrases)s.",
            "%(num)d phrases sound decided: %(phrases)s.",
            len(spans),
            phrases=phrases,
        ),
        todo=_("Use other words, or say why not."),
    )


def summary(content: Content, _facts: object) -> Verdict:
    count = reading.word_count(answers.text(content, "plain_summary"))
    if not count:
        return failed(_("Write the short summary."))
    if count > SUMMARY_WORDS:
        return failed(_("The summary has %(count)d words; 50 are the most.", count=count))
    for key, words, section in (
        ("before_after", _("Compare today with the proposal, side by side."), "change"),
        ("data_not_shared", _("List what is not shared."), "not_shared"),
        ("purposes_excluded", _("List what it will not be used for."), "purposes"),
    ):
        if answers.is_blank(content.get(key)):
            return failed(words, section=section)
    return passed(_("The summary has %(count)d words.", count=count))


def readable(content: Content, _facts: object) -> Verdict:
    whole = f"{answers.text(content, 'plain_summary')}\n\n{answers.text(content, 'body')}"
    age = round(reading.reading_age(whole))
    short = reading.unexplained_acronyms(whole)
    if short:
        return failed(
            _("These short forms are not explained: %(forms)s.", forms=", ".join(short)),
            todo=_("Explain them."),
        )
    if age > READING_AGE:
        return failed(_("The reading age is about %(age)d; 12 is the most.", age=age))
    return passed(_("The reading age is about %(age)d.", age=age))


def reasons(content: Content, _facts: object) -> Verdict:
    items = answers.rows(content, "data_items")
    bare = [item for item in items if answers.is_blank(item.get("why_needed"))]
    if not items:
        return failed(_("List the items that would be shared."))
    if bare:
        names = answers.listed(f"“{item.get('label') or '…'}”" for item in bare)
        return failed(_("No reason yet for %(items)s.", items=names))
    ways = answers.rows(content, "alternatives")
    if not ways or any(answers.is_blank(way.get("why_not")) for way in ways):
        return failed(_("Say which other ways you looked at and why not."), section="need")
    if not any(_stays(str(way.get("option") or "")) for way in ways):
        return failed(_("Add “do nothing” to the other ways."), section="need")
    return passed(ngettext("The one item has a reason.", "All %(num)d items have one.", len(items)))


def _stays(option: str) -> bool:
    return any(words in option.lower() for words in _STAY)
