"""Which part of its text each comment of the stories is about, where it is about one."""

from collections.abc import Mapping
from typing import Any

from consult.proposals.parts import parts_of

# by story and comment: the field, and words by which its row or paragraph is known
_ABOUT: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "warm-homes-finder": {
        "c-a02": ("data_items", "Housing Benefit"),
        "c-a04": ("where_stored", ""),
        "c-a11": ("data_items", "Council tax band"),
        "c-a23": ("body", "You would be able to say no"),
        "c-a26": ("retention_period", ""),
        "c-a27": ("before_after", "How long it is kept"),
    },
    "safeguarding-hub-attendance": {
        "c-b03": ("parties", "Wearland Police"),
        "c-b05": ("data_items", "Absence reason codes"),
        "c-b09": ("data_items", "Social care flag"),
        "c-b10": ("before_after", "Trigger"),
        "c-b20": ("before_after", "Kept for"),
        "c-b25": ("lawful_basis", "Schools and academies"),
        "c-b28": ("data_items", "Absence reason codes"),
        "c-b29": ("before_after", "Kept for"),
        "c-b31": ("body", "one piece of the picture"),
    },
    "one-resident-account": {
        "c-c02": ("data_items", "Preferred language"),
        "c-c04": ("before_after", "Borrowing history"),
        "c-c07": ("security", ""),
        "c-c14": ("parties", "Account platform supplier"),
        "c-c21": ("retention_disposal", ""),
        "c-c22": ("before_after", "Borrowing history"),
    },
}


def part_of(slug: str, comment: str, content: Mapping[str, Any]) -> str | None:
    """The id of the part that a comment is about, as long as the text has it."""
    field, words = _ABOUT.get(slug, {}).get(comment, ("", ""))
    if not field:
        return None
    of_field = (part for part in parts_of(content) if part.field_key == field)
    return next((part.id for part in of_field if words in part.text), None)
