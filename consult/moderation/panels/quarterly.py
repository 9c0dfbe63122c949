"""The report on each quarter, as tables that are pages and files alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from consult.core import _, ngettext
from consult.core.format import number
from consult.core.panels import Panel
from consult.core.suppression import suppressed
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.models import CaseKind, FoundBy, Outcome
from consult.moderation.quarters import Quarter, quarters
from consult.moderation.queries import Quarterly
from consult.moderation.queries.quarterly import Clock, Share

LEAST = 5
K = TypeVar("K")


@dataclass(frozen=True)
class Table:
    """A part of the report: what it counts, its columns, and its rows of words."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """One line of the drawing: comments hidden of each thousand, both known."""

    label: str
    rate: int


def quarters_panel(council: Council) -> Panel:
    """The quarters that there is a report on."""
    first = queries.first_act(council)
    found = quarters(first) if first is not None else []
    return Panel("moderation/quarters.html", council=council, quarters=found)


def quarter_panel(council: Council, quarter: Quarter) -> Panel:
    """What moderators did in three months."""
    counted = queries.quarterly(council, quarter)
    return Panel(
        "moderation/quarter.html",
        council=council,
        quarter=quarter,
        tables=tables_of(counted),
        bars=_bars(counted),
    )


def has_report(council: Council, quarter: Quarter) -> bool:
    """Whether moderators had anything to do yet at the end of a quarter that has begun."""
    first = queries.first_act(council)
    return first is not None and quarter in quarters(first)


def quarter_rows(council: Council, quarter: Quarter) -> list[tuple[str, ...]]:
    """The report as a file: what is counted, in which row and column, and the value."""
    return [
        (table.key, row[0], column, cell.replace(",", ""))
        for table in tables_of(queries.quarterly(council, quarter))
        for row in table.rows
        for column, cell in zip(table.columns[1:], row[1:], strict=True)
    ]


def few(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Counts of acts below 5 are not told; each act stands in the log by itself."""
    return {key: None if count < LEAST else count for key, count in counts.items()}


def protected(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Counts of people's comments below 5 are not told, nor what would tell them."""
    return suppressed(counts, least=LEAST, nearest=1)


def tables_of(counted: Quarterly) -> list[Table]:
    """The report, part by part."""
    return [
        _shares("stance", _("By view"), {one.label: it for one, it in counted.by_stance.items()}),
        _shares("language", _("By language"), _languages(counted.by_language)),
        _counts("act", _("What moderators did"), {a.label: n for a, n in counted.acts.items()}),
        _counts("reason", _("Reasons"), {one.label: n for one, n in counted.reasons.items()}),
        _found(counted.found_by),
        _clocks(counted.clocks, counted.at_risk),
        _appeals(counted.outcomes),
        Table(
            "total",
            _("Altogether"),
            (_("What"), _("Number")),
            [
                (_("Reports received"), _told(few({"": counted.reports})[""])),
                (_("Appeals made"), _told(few({"": counted.appeals})[""])),
                (_("Duty contact told, half of the times within"), _escalated(counted.at_risk)),
                (_("First found by an automatic check"), _automatic(counted.found_by)),
                (_("Appeals that changed the decision"), _overturned(counted.outcomes)),
            ],
            _("No comment is hidden by a machine alone: a check can only hold one for a person."),
        ),
    ]


def _languages(shares: Mapping[str, Share]) -> dict[str, Share]:
    names = {"en": _("English"), "cy": _("Welsh")}
    return {names.get(code, code): share for code, share in shares.items()}


def _shares(key: str, title: str, shares: Mapping[str, Share]) -> Table:
    hidden = protected({name: share.hidden for name, share in shares.items()})
    return Table(
        key,
        title,
        (title, _("Posted"), _("Hidden"), _("Hidden of each 1,000")),
        [
            (name, number(share.posted), _shown(hidden[name]), _rate(hidden[name], share.posted))
            for name, share in shares.items()
        ],
        _(
            "Comments of these months that a moderator has hidden since, "
            "also those that came back after an appeal. "
            "– is a number below 5, or one that would tell it."
        ),
    )


def _counts(key: str, title: str, counts: Mapping[str, int]) -> Table:
    shown = few(counts)
    told = [(name, _told(count)) for name, count in shown.items() if count is not None]
    rest = len(shown) - len(told)
    note = ngettext("One other: fewer than 5.", "%(num)s others: fewer than 5 each.", rest)
    if not told:
        note = _("Fewer than 5 of each.")
    return Table(key, title, (title, _("Number")), told, note if rest else "")


def _found(found_by: Mapping[FoundBy, int]) -> Table:
    shown = protected(found_by)
    rows = [(one.label, _shown(shown[one])) for one in found_by]
    title = _("How it was found")
    return Table("found", title, (title, _("Number")), rows)


def _clocks(clocks: Mapping[CaseKind, Clock], at_risk: Clock) -> Table:
    named = {kind.plural: one for kind, one in clocks.items()}
    named[_("Somebody may come to harm")] = at_risk
    done = few({name: one.took.number if one.took else 0 for name, one in named.items()})
    rows = []
    for name, one in named.items():
        took = one.took if done[name] is not None else None
        rows.append(
            (
                name,
                _told(done[name]),
                duration(took.middle) if took else "–",
                duration(took.most) if took else "–",
                _told(few({"": one.late})[""]) if took else "–",
                _told(few({"": one.waiting})[""]),
            )
        )
    columns = (
        _("What waited"), _("Decided"), _("Half within"), _("Nine of ten within"), _("Late"),
        _("Still waiting and late"),
    )  # fmt: skip
    return Table("time", _("How long it took"), columns, rows)


def _appeals(outcomes: Mapping[Outcome, int]) -> Table:
    return _counts("appeal", _("Appeals decided"), {one.label: n for one, n in outcomes.items()})


def _automatic(found_by: Mapping[FoundBy, int]) -> str:
    return _share(protected(found_by)[FoundBy.AUTOMATED], sum(found_by.values()))


def _escalated(at_risk: Clock) -> str:
    told = at_risk.escalated
    return duration(told.middle) if told and told.number >= LEAST else "–"


def _overturned(outcomes: Mapping[Outcome, int]) -> str:
    changed = outcomes[Outcome.OVERTURNED] + outcomes[Outcome.UPHELD_IN_PART]
    return _share(few({"": changed})[""], changed + outcomes[Outcome.UPHELD])


def _share(part: int | None, whole: int) -> str:
    if part is None or whole < LEAST:
        return _told(None)
    return _("%(part)s of %(whole)s (%(share)s%%)", part=number(part), whole=number(whole),
             share=round(100 * part / whole))  # fmt: skip


def _rate(part: int | None, whole: int) -> str:
    return "–" if part is None or not whole else number(round(1000 * part / whole))


def _shown(count: int | None) -> str:
    return "–" if count is None else number(count)


def _told(count: int | None) -> str:
    return _("fewer than 5") if count is None else number(count)


def duration(minutes: int) -> str:
    """How long something took, in the largest unit that says it."""
    if minutes < 120:
        return ngettext("%(num)s minute", "%(num)s minutes", minutes)
    if minutes < 48 * 60:
        return ngettext("%(num)s hour", "%(num)s hours", round(minutes / 60))
    return ngettext("%(num)s day", "%(num)s days", round(minutes / 1440))


def _bars(counted: Quarterly) -> list[Bar]:
    """How often comments of each view were hidden, where at least two views can be told."""
    hidden = protected({stance: share.hidden for stance, share in counted.by_stance.items()})
    bars = [
        Bar(stance.label, round(1000 * part / whole))
        for stance, share in counted.by_stance.items()
        if (part := hidden[stance]) is not None and (whole := share.posted)
    ]
    return bars if len(bars) > 1 else []
