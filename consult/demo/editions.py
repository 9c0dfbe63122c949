"""How the proposals read before each of their later versions."""

from collections.abc import Mapping
from typing import Any

SCHOOLS = (
    "Education Act 2002 s.175 / Independent School Standards; Keeping Children Safe in Education"
)
POLICE = (
    "Children Act 2004 s.11; common law policing purpose (Part 3 DPA 2018 where law enforcement)"
)
KIND = (
    "When a child may be in danger, the people who could help often each hold one piece "
    "of the picture."
)
HARSH = (
    "When a child stops coming to school, something at home is often wrong, and the people "
    "who could help each hold one piece of the picture."
)

# by proposal and version: field, the words that came with this version, the words before
_BEFORE: Mapping[str, Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "warm-homes-finder": {
        "1.1": (("body", "only 291 households", "only 219 households"),),
        "1.2": (
            (
                "where_stored",
                "In the council’s and the Trust’s own systems, in UK data centres",
                "In the UK",
            ),
            ("security", "Named staff only", ""),
        ),
    },
    "safeguarding-hub-attendance": {
        "1.1": (
            ("lawful_basis", SCHOOLS, "Children Act 2004"),
            ("lawful_basis", POLICE, "Children Act 2004"),
            ("lawful_basis", "Children Act 2004 s.11", "Children Act 2004"),
        ),
        "1.2": (("body", KIND, HARSH),),
    },
    "one-resident-account": {
        "1.1": (
            ("retention_disposal", "The copy is deleted within 24 hours. ", ""),
            ("withdrawal", " Copy deleted within 24 hours.", ""),
        ),
    },
}


def fields_of(slug: str, version: str) -> set[str]:
    """What a later version changed."""
    return {field for field, _new, _old in _BEFORE[slug].get(version, ())}


def before(slug: str, version: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as it stood before a version and all that came after it."""
    earlier = dict(content)
    for number, replaced in _BEFORE[slug].items():
        if number >= version:
            for field, new, old in replaced:
                earlier[field] = _without(earlier[field], new, old)
    return earlier


def versions(slug: str) -> list[str]:
    """The later versions, in order."""
    return list(_BEFORE[slug])


def _without(value: Any, new: str, old: str) -> Any:
    if isinstance(value, str):
        return value.replace(new, old)
    if isinstance(value, list):
        changed = [_without(each, new, old) for each in value]
        return [each for each in changed if each != ""]
    if isinstance(value, dict):
        return {key: _without(inner, new, old) for key, inner in value.items()}
    return value
