"""What a proposal asks about part by part, and what people may ask for; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from consult.core import _
from consult.participation.models.items import Comfort, Safeguard
from consult.proposals import answers, law
from consult.proposals.enums import Direction, OrganisationType
from consult.proposals.fields import FIELDS

LONGEST_OWN = 300
RECEIVING = (Direction.RECEIVES, Direction.SENDS_AND_RECEIVES, Direction.HOSTS)
Group = Literal["data_items", "parties"]


@dataclass(frozen=True)
class Asked:
    """One data item, or one organisation that would receive it."""

    id: str
    group: Group
    label: str
    note: str
    is_sensitive: bool
    text: str


@dataclass(frozen=True)
class Answer:
    """What somebody says about one part."""

    view: Comfort
    safeguards: tuple[str, ...] = ()
    own_words: str | None = None

    def stored(self) -> dict[str, Any]:
        """What may wait in a payload."""
        return {"view": self.view.value, "safeguards": [*self.safeguards], "own": self.own_words}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Answer":
        """Read a payload back."""
        return cls(Comfort(stored["view"]), tuple(stored["safeguards"]), stored["own"])


def asked_of(content: Mapping[str, Any]) -> list[Asked]:
    """Every data item, then every organisation that receives, in the order of the proposal."""
    items = [_item(row, content) for row in answers.rows(content, "data_items") if row.get("id")]
    parties = [
        _party(row, content)
        for row in answers.rows(content, "parties")
        if row.get("id") and row.get("direction") in RECEIVING
    ]
    return items + parties


def safeguards_of(content: Mapping[str, Any]) -> dict[str, str]:
    """What people may ask for: the conditions that the council offers, else the usual ones."""
    offered = {
        str(row["id"]): answers.text(row, "label")
        for row in answers.rows(content, "safeguards")
        if row.get("id") and answers.text(row, "label")
    }
    return offered or {each.value: str(each.label) for each in Safeguard}


def told(given: Mapping[str, Answer], content: Mapping[str, Any]) -> str:
    """Say answers in lines, without people's own words, which could be anybody's to anybody."""
    names, every = safeguards_of(content), asked_of(content)
    lines = []
    for asked in every:
        answer = given.get(asked.id)
        if answer is not None:
            wanted = [names[key] for key in answer.safeguards if key in names]
            wanted += [_("words of your own")] if answer.own_words else []
            more = f" ({'; '.join(wanted)})" if wanted else ""
            lines.append(f"{asked.label}: {answer.view.label}{more}")
    return "\n".join(lines)


def listed(labels: Iterable[str], most: int = 3) -> str:
    """Name a few, and say how many more there are."""
    every = list(labels)
    if len(every) <= most:
        return answers.listed(every)
    return answers.listed([*every[: most - 1], _("%(n)s more", n=len(every) - most + 1)])


def _item(row: Mapping[str, Any], content: Mapping[str, Any]) -> Asked:
    field = FIELDS["data_items"]
    sender = answers.in_words(field.column("sent_by"), row.get("sent_by"), content)
    source = sender or answers.text(row, "source")
    return Asked(
        id=f"data_items/{row['id']}",
        group="data_items",
        label=answers.row_title(field, row, content),
        note=_("From %(source)s", source=source) if source else "",
        is_sensitive=law.is_special(row) or bool(row.get("may_reveal_special_category")),
        text=answers.row_in_words(field, row, content),
    )


def _party(row: Mapping[str, Any], content: Mapping[str, Any]) -> Asked:
    field = FIELDS["parties"]
    kind = OrganisationType.of(row.get("organisation_type"))
    return Asked(
        id=f"parties/{row['id']}",
        group="parties",
        label=answers.row_title(field, row, content),
        note=str(kind.label) if kind else "",
        is_sensitive=False,
        text=answers.row_in_words(field, row, content),
    )
