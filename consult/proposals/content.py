"""How far a proposal's sections are filled in, and what each says in one line."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from consult.core import _, ngettext
from consult.proposals import answers
from consult.proposals.checks.time import whole_days
from consult.proposals.enums import Article6, DpiaStatus, Frequency, OrganisationType
from consult.proposals.fields import SECTIONS, Field, Kind, section
from consult.proposals.reading import reading_age, word_count

Content = Mapping[str, Any]
State = Literal["empty", "started", "complete"]


def is_missing(field: Field, content: Content) -> bool:
    """True when a needed answer is not there, too short a list, or has a row with a gap."""
    value = content.get(field.key)
    if answers.is_blank(value):
        return field.required
    if isinstance(value, list) and len(value) < field.at_least:
        return True
    return field.kind is Kind.ROWS and bool(rows_with_gaps(field, content))


def rows_with_gaps(field: Field, content: Content) -> list[dict[str, Any]]:
    """The rows in which a needed column is empty."""
    needed = [column.key for column in field.columns if column.required]
    return [
        row
        for row in answers.rows(content, field.key)
        if any(answers.is_blank(row.get(key)) for key in needed)
    ]


def missing(content: Content, section_key: str) -> list[Field]:
    """What a section still needs."""
    return [field for field in section(section_key).fields if is_missing(field, content)]


def all_missing(content: Content) -> list[Field]:
    """What the whole proposal still needs before anybody may see it."""
    return [field for part in SECTIONS for field in missing(content, part.key)]


def section_state(content: Content, section_key: str) -> State:
    """Whether a section is untouched, begun or has all it needs."""
    if all(answers.is_blank(content.get(field.key)) for field in section(section_key).fields):
        return "empty"
    return "started" if missing(content, section_key) else "complete"


def complete_count(content: Content) -> int:
    """How many of the sections have all they need."""
    return sum(section_state(content, part.key) == "complete" for part in SECTIONS)


def section_line(content: Content, section_key: str) -> str:
    """Say in one line what a section holds, and the first thing it lacks."""
    if section_state(content, section_key) == "empty":
        return _("Nothing yet")
    return _LINES[section_key](content)


def _title(content: Content) -> str:
    summary = answers.text(content, "plain_summary")
    if not summary:
        return _("No summary yet")
    return _(
        "%(words)d of 50 words, reading age %(age)d",
        words=word_count(summary),
        age=round(reading_age(summary)),
    )


def _change(content: Content) -> str:
    count = len(answers.rows(content, "before_after"))
    return ngettext("%(num)d row compared", "%(num)d rows compared", count)


def _body(content: Content) -> str:
    body = answers.text(content, "body")
    return _(
        "%(words)d words, reading age %(age)d", words=word_count(body), age=round(reading_age(body))
    )


def _open_points(content: Content) -> str:
    return _(
        "%(open)d open, %(fixed)d fixed",
        open=len(answers.lines(content, "not_decided_yet")),
        fixed=len(answers.rows(content, "already_fixed")),
    )


def _data(content: Content) -> str:
    items = answers.rows(content, "data_items")
    counted = ngettext("%(num)d item", "%(num)d items", len(items))
    bare = sum(answers.is_blank(item.get("why_needed")) for item in items)
    if not bare:
        return counted
    return _("%(items)s, %(bare)d without a reason", items=counted, bare=bare)


def _not_shared(content: Content) -> str:
    return ", ".join(answers.lines(content, "data_not_shared"))


def _people(content: Content) -> str:
    groups = len(content.get("data_subjects") or [])
    counted = ngettext("%(num)d group", "%(num)d groups", groups)
    people = content.get("approx_people")
    if not isinstance(people, int):
        return counted
    return _("About %(people)s people in %(groups)s", people=f"{people:,}", groups=counted)


def _purposes(content: Content) -> str:
    count = len(answers.rows(content, "purposes"))
    return _(
        "%(purposes)s, %(out)d ruled out",
        purposes=ngettext("%(num)d purpose", "%(num)d purposes", count),
        out=len(answers.lines(content, "purposes_excluded")),
    )


def _parties(content: Content) -> str:
    parties = answers.rows(content, "parties")
    counted = ngettext("%(num)d organisation", "%(num)d organisations", len(parties))
    private = sum(
        party.get("organisation_type") == OrganisationType.PRIVATE_COMPANY for party in parties
    )
    if not private:
        return counted
    return _(
        "%(all)s, %(private)s",
        all=counted,
        private=ngettext("%(num)d private company", "%(num)d private companies", private),
    )


def _law(content: Content) -> str:
    named = {row.get("article6") for row in answers.rows(content, "lawful_basis")}
    labels = [str(basis.label) for basis in Article6 if basis in named]
    return answers.listed(labels) or _("No legal basis yet")


def _need(content: Content) -> str:
    count = len(answers.rows(content, "alternatives"))
    return ngettext("%(num)d other way looked at", "%(num)d other ways looked at", count)


def _control(content: Content) -> str:
    choices = len(answers.rows(content, "choices"))
    if choices:
        return ngettext("%(num)d choice", "%(num)d choices", choices)
    offered = content.get("opt_out_offered")
    if offered is None:
        return _("Opt-out: not answered yet")
    return _("A promised opt-out") if offered else _("No opt-out; every objection is looked at")


def _handling(content: Content) -> str:
    often = Frequency.of(content.get("frequency"))
    abroad = content.get("transfers_any")
    stays = "" if abroad is None else _("leaves the UK") if abroad else _("stays in the UK")
    said = [str(often.label) if often else "", answers.text(content, "retention_period"), stays]
    return "; ".join(part for part in said if part) or _("Started")


def _risks(content: Content) -> str:
    count = len(answers.rows(content, "risks"))
    stands = DpiaStatus.of(content.get("dpia_status"))
    status = str(stands.label) if stands else _("nothing said yet")
    return _(
        "%(risks)s; DPIA: %(status)s",
        risks=ngettext("%(num)d risk", "%(num)d risks", count),
        status=status[:1].lower() + status[1:],
    )


def _consultation(content: Content) -> str:
    days = whole_days(content)
    lacking = missing(content, "consultation")
    length = _("No dates yet")
    if days is not None:
        length = ngettext("%(num)d day", "%(num)d days", days)
    if not lacking:
        return length
    return _("%(length)s; missing: %(field)s", length=length, field=lacking[0].label)


_LINES: dict[str, Callable[[Content], str]] = {
    "title": _title,
    "change": _change,
    "body": _body,
    "open_points": _open_points,
    "data": _data,
    "not_shared": _not_shared,
    "people": _people,
    "purposes": _purposes,
    "parties": _parties,
    "law": _law,
    "need": _need,
    "control": _control,
    "handling": _handling,
    "risks": _risks,
    "consultation": _consultation,
}
