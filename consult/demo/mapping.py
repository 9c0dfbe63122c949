"""Turns a story file into the content of a proposal."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from hashlib import sha256
from typing import Any

from consult.core import clock
from consult.proposals.fields import FIELDS, Kind
from consult.proposals.parts import PARAGRAPHS, carry_ids

Doc = Mapping[str, Any]

_SAME = (
    "slug reference title plain_summary change_type before_after purposes purposes_excluded "
    "parties data_subjects approx_people opt_out_offered opt_out_reason withdrawal choices "
    "necessity proportionality alternatives minimisation frequency method first_sharing_planned "
    "security algorithmic_record_url risks benefits rights_how_to not_decided_yet already_fixed"
)
_RENAMED = {
    "title_cy": "welsh_title",
    "plain_summary_cy": "welsh_plain_summary",
    "today_markdown": "today",
    "after_markdown": "after",
    "body_markdown": "body",
    "ends_or_reviewed": "review_on",
}
_KEYS = {
    "charity": "charity_community",
    "health_social_care": "health_or_social_care",
    "children_services": "children_profiling_or_services",
    "children_profiling": "children_profiling_or_services",
    "high_before_changes": "high",
    "own_choice_from_13": "own_choice_from_age",
}
_ROW_KEYS = {"lawful_basis": "article6", "label_cy": "welsh_label", "text_cy": "welsh_text"}


def content_from_demo(doc: Doc) -> dict[str, Any]:
    """Say everything a story says about its proposal and round, in the keys of the fields."""
    told, round_ = doc["proposal"], doc["consultation"]
    content = {
        **{key: told[key] for key in _SAME.split() if told.get(key) is not None},
        **{new: told[old] for old, new in _RENAMED.items() if told.get(old)},
        **_law(told),
        **_assessments(told),
        **_round(round_),
        **told["more"],
        "data_items": told["data_items"],
    }
    content.update(_children(told), wards=list(doc["council"]["wards"]))
    if told.get("consent_based"):
        content["opt_out_offered"] = False
    return _settled(content)


def _law(told: Doc) -> dict[str, Any]:
    return {
        "lawful_basis": told["lawful_basis"],
        "dea_part5": "none",
        "retention_period": told["retention"].replace(" (as first proposed)", ""),
        "transfers_any": told["transfers_outside_uk"]["any"],
        "transfers_mechanism": "none",
    }


def _children(told: Doc) -> dict[str, Any]:
    said = told["children"]
    age = said.rpartition("_")[2]
    return {"children": said, "children_age": int(age) if age.isdigit() else None}


def _assessments(told: Doc) -> dict[str, Any]:
    dpia, equality, machines = told["dpia"], told["equality_impact"], told["automated_decisions"]
    welsh = told.get("welsh_language_impact", {})
    return {
        "dpia_screening_triggers": [_KEYS.get(key, key) for key in dpia["screening_triggers"]],
        **{
            f"dpia_{key}": dpia[key]
            for key in ("required", "status", "url", "dpo_advice", "residual_risk")
        },
        **{f"equality_{key}": equality[key] for key in ("status", "url", "summary")},
        **{f"welsh_language_{key}": welsh[key] for key in ("status", "summary") if key in welsh},
        "automated_any": machines["any"],
        "automated_profiling": machines["profiling"],
        "automated_human_review": machines["human_review"],
    }


def _round(told: Doc) -> dict[str, Any]:
    return {
        "opens_at": _moment(told["opens_on"], time(0, 0)),
        "closes_at": _moment(told["closes_on"], time(23, 59)),
        "feedback_promised_on": told["feedback_promised_by"],
        "why_this_long": told["why_this_long"],
        "offline_channels": told["offline_channels"],
        "who_we_especially_want": told["who_we_especially_want"],
        "questions": [
            {**question, "about_welsh": "Welsh" in question["text"]}
            for question in told["questions"]
        ],
    }


def _moment(day: str, at: time) -> str:
    return clock.from_local(datetime.combine(datetime.fromisoformat(day), at)).isoformat()


def _settled(content: Mapping[str, Any]) -> dict[str, Any]:
    """Keep known fields and columns only, with the keys of the lists and an id for every part."""
    settled: dict[str, Any] = {}
    for key, field in FIELDS.items():
        value = content.get(key)
        if value is None:
            continue
        if field.kind is Kind.ROWS:
            columns = [column.key for column in field.columns]
            settled[key] = [_row(key, number, columns, row) for number, row in enumerate(value)]
        else:
            settled[key] = _known(value)
    _point_at_parties(settled)
    settled[PARAGRAPHS] = carry_ids([], settled["body"], fresh=_ids(settled["slug"]))
    return settled


def _row(field_key: str, number: int, columns: Iterable[str], told: Doc) -> dict[str, Any]:
    row = {_ROW_KEYS.get(key, key): value for key, value in told.items()}
    kept = {key: _known(row[key]) for key in columns if row.get(key) is not None}
    return {"id": _id(field_key, str(number)), **kept}


def _known(value: Any) -> Any:
    return _KEYS.get(value, value) if isinstance(value, str) else value


def _point_at_parties(content: dict[str, Any]) -> None:
    """Replace the names of organisations by the ids of their rows."""
    ids = {party["name"]: party["id"] for party in content["parties"]}
    for row in content["lawful_basis"]:
        row["party"] = ids[row["party"]]
    for row in content["data_items"]:
        row.update({key: ids[row[key]] for key in ("sent_by", "received_by") if key in row})


def _ids(slug: str) -> Callable[[], str]:
    numbers = iter(range(10_000))
    return lambda: _id(slug, str(next(numbers)))


def _id(*parts: str) -> str:
    return sha256("/".join(parts).encode()).hexdigest()[:8]
