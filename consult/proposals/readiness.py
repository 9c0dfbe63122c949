"""The checklist before publishing: what blocks, what needs a reason, and where to put it right."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Self

from consult.core import _l
from consult.proposals import answers, law
from consult.proposals.checks import duties, fairness, time
from consult.proposals.checks.verdict import Level, State, Verdict
from consult.proposals.enums import ChildrenInvolved
from consult.proposals.holidays import bank_holidays_between

Content = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the checklist must know besides the words: the country, the calendar, the people."""

    nation: Literal["England", "Wales"] = "England"
    special_category: bool = False
    children: bool = False
    approx_people: int = 0
    bank_holidays: tuple[date, ...] = ()
    school_holidays: tuple[tuple[date, date], ...] = ()
    pre_election: tuple[tuple[date, date], ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    days: int | None = None
    contrast_is_enough: bool = True

    @classmethod
    def of(
        cls,
        content: Content,
        *,
        nation: Literal["England", "Wales"] = "England",
        pre_election: Iterable[tuple[date, date]] = (),
        school_holidays: Iterable[tuple[date, date]] = (),
        contrast_is_enough: bool = True,
    ) -> Self:
        """Read from a proposal what it says about people and dates, and work out the holidays."""
        opens, closes = answers.day(content.get("opens_at")), answers.day(content.get("closes_at"))
        people = content.get("approx_people")
        return cls(
            nation=nation,
            special_category=any(map(law.is_special, answers.rows(content, "data_items"))),
            children=content.get("children") == ChildrenInvolved.MAIN_SUBJECT,
            approx_people=people if isinstance(people, int) else 0,
            bank_holidays=tuple(bank_holidays_between(opens, closes)) if opens and closes else (),
            school_holidays=tuple(school_holidays),
            pre_election=tuple(pre_election),
            opens_on=opens,
            closes_on=closes,
            days=time.whole_days(content),
            contrast_is_enough=contrast_is_enough,
        )


@dataclass(frozen=True)
class Check:
    """One line of the checklist; a failed check of level W may stand if a reason is written."""

    id: str
    level: Level
    title: str
    state: State
    why: str
    section_key: str
    todo: str = ""


_CHECKS: tuple[tuple[str, Level, Any, str, Callable[[Content, Context], Verdict]], ...] = (
    ("G1-open", "B", _l("Say what is open and what is fixed"), "open_points", fairness.open_points),
    ("G1-options", "W", _l("Offer other ways people can choose"), "need", fairness.options),
    ("G1-language", "W", _l("Write as if nothing is decided"), "body", fairness.language),
    ("G2-summary", "B", _l("Say the main points in short"), "title", fairness.summary),
    ("G2-reading", "W", _l("Write so that everyone can read it"), "body", fairness.readable),
    ("G2-reasons", "B", _l("Give a reason for every item"), "data", fairness.reasons),
    ("G2-impacts", "B", _l("Publish the assessments"), "risks", duties.impacts),
    ("G2-law", "B", _l("A sound legal basis for each party"), "law", duties.sound_law),
    ("G3-length", "B", _l("Give people enough time"), "consultation", time.length),
    ("G3-election", "B", _l("Keep clear of elections"), "consultation", time.election),
    ("G3-reach", "B", _l("Offer ways without the internet"), "consultation", duties.reach),
    (
        "G4-promise",
        "B",
        _l("Promise when you answer, and who decides"),
        "consultation",
        time.promise,
    ),
    ("G4-people", "W", _l("Name two readers and the officer"), "consultation", duties.people),
    ("A11y", "B", _l("Make every document readable for all"), "risks", duties.accessible),
    ("Cy", "B", _l("Publish in Welsh at the same time"), "title", duties.welsh),
    ("Privacy", "B", _l("Show the privacy notice beside the form"), "consultation", duties.privacy),
)

IDS = tuple(check[0] for check in _CHECKS)


def checklist(content: Content, facts: Context) -> list[Check]:
    """Answer every check once, in the order of the list."""
    checks = []
    for key, level, title, section_key, ask in _CHECKS:
        found = ask(content, facts)
        checks.append(
            Check(
                key,
                found.level or level,
                str(title),
                found.state,
                found.why,
                found.section_key or section_key,
                found.todo,
            )
        )
    return checks


def blocking(checks: Iterable[Check]) -> list[Check]:
    """The checks that must be put right before anybody may publish."""
    return [check for check in checks if check.state == "failed" and check.level == "B"]


def needs_reason(checks: Iterable[Check], reasons: Mapping[str, str]) -> list[Check]:
    """The warnings that nobody has given a reason for yet."""
    return [
        check
        for check in checks
        if check.state == "failed"
        and check.level == "W"
        and not (reasons.get(check.id) or "").strip()
    ]
