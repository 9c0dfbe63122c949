"""What changed between two versions of a proposal, field by field and word by word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from consult.proposals.parts import Part, parts_of

Op = Literal["same", "removed", "added"]

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """One part that is not as it was."""

    part_id: str
    label: str
    kind: Literal["added", "removed", "changed"]
    before: str
    after: str


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Every part added, removed or changed, in the order of the new version, removed ones last."""
    before = {part.id: part for part in parts_of(old)}
    after = {part.id: part for part in parts_of(new)}
    changes = [change for part in after.values() if (change := _change(before.get(part.id), part))]
    gone = [part for key, part in before.items() if key not in after]
    return changes + [Change(part.id, part.label, "removed", part.text, "") for part in gone]


def _change(was: Part | None, part: Part) -> Change | None:
    if was is None:
        return Change(part.id, part.label, "added", "", part.text)
    if was.text == part.text:
        return None
    return Change(part.id, part.label, "changed", was.text, part.text)


def words_changed(before: str, after: str) -> list[tuple[Op, str]]:
    """Mark words as same, removed or added, so that each side can be read back whole."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    marked: list[tuple[Op, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            marked.append(("same", "".join(old[a:b])))
            continue
        if a < b:
            marked.append(("removed", "".join(old[a:b])))
        if c < d:
            marked.append(("added", "".join(new[c:d])))
    return marked
