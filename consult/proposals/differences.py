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
    """Mark words as same, removed or added, so that each side can be read back whole.

    Changed words with nothing but space between them are one change: people read phrases.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    marked: list[tuple[Op, str]] = []
    gone = came = ""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, d in codes:
        was, now = "".join(old[a:b]), "".join(new[c:d])
        is_between = bool(gone and came) and not was.strip() and (b < len(old) or d < len(new))
        if tag == "equal" and not is_between:
            marked += _change_of(gone, came)
            marked.append(("same", was))
            gone = came = ""
        else:
            gone, came = gone + was, came + now
    return marked + _change_of(gone, came)


def _change_of(gone: str, came: str) -> list[tuple[Op, str]]:
    sides: tuple[tuple[Op, str], ...] = (("removed", gone), ("added", came))
    return [(op, text) for op, text in sides if text]
