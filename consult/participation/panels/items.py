"""What people see of their own views on the parts of a proposal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.forms import ItemsForm, form_for
from consult.participation.grid import LONGEST_OWN, Asked, asked_of, safeguards_of
from consult.participation.models import Comfort, ItemView
from consult.proposals import answers
from consult.proposals import queries as proposals
from consult.proposals.differences import Op, words_changed
from consult.proposals.models import Proposal, Version


@dataclass(frozen=True)
class Said:
    """An answer that somebody gave, in words."""

    part_id: str
    label: str
    view: ItemView
    safeguards: list[str]


@dataclass(frozen=True)
class Behind:
    """An answer about words that have changed since."""

    version_number: int
    changes: list[tuple[Op, str]]


def items_form(proposal: Proposal, kind: type[ItemsForm] = ItemsForm) -> ItemsForm:
    """The grid as it was sent."""
    return _form(proposals.current_version(proposal), kind=kind)


def empty_items_form(
    proposal: Proposal, person: Person | None, kind: type[ItemsForm] = ItemsForm
) -> ItemsForm:
    """The grid with somebody's own answers, or none."""
    held = queries.views_of(person, proposal) if person else {}
    return _form(proposals.current_version(proposal), held, kind)


def items_panel(proposal: Proposal, viewer: Person | None, form: ItemsForm | None = None) -> Panel:
    """The grid with one's own answers, and what helps to fill it in."""
    version = proposals.current_version(proposal)
    held = queries.views_of(viewer, proposal) if viewer else {}
    said = queries.versions_said(proposal, held.values()) | {version.number: version}
    asked = {each.id: each for each in asked_of(version.content)}
    form = form or _form(version, held)
    return Panel(
        "participation/items.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        groups=[
            (group, [line for line in form.lines if line.asked.group == group])
            for group in ("data_items", "parties")
        ],
        form=form,
        asked=asked,
        count=len(asked),
        answered=form.answered,
        is_aside=any(view.is_aside for view in held.values()),
        last=max((view.changed_at for view in held.values()), default=None),
        said=[_said(view, said) for key, view in held.items() if key in asked],
        gone=[_said(view, said) for key, view in held.items() if key not in asked],
        behind=_behind(proposal, held, said, asked),
        vote=queries.vote_of(viewer, proposal) if viewer else None,
        excluded=answers.lines(version.content, "data_not_shared")
        + answers.lines(version.content, "purposes_excluded"),
        words=list(Comfort),
        longest=LONGEST_OWN,
    )


def my_items_panel(person: Person) -> Panel:
    """How many views somebody gave, by proposal."""
    return Panel(
        "participation/my_items.html",
        given=queries.all_views_of(person),
        asides=queries.set_aside_for(person),
        words=Comfort,
    )


def _form(
    version: Version,
    held: Mapping[str, ItemView] | None = None,
    kind: type[ItemsForm] = ItemsForm,
) -> ItemsForm:
    asked, offered = asked_of(version.content), safeguards_of(version.content)
    if held is None:
        return form_for(asked, offered, version.number, kind)
    data: dict[str, object] = {}
    for part_id, view in held.items():
        data[f"view:{part_id}"] = view.view.value
        data[f"safe:{part_id}"] = view.safeguards
        data[f"own:{part_id}"] = view.own_words
    return form_for(asked, offered, version.number, kind, formdata=None, data=data)


def _said(view: ItemView, said: Mapping[int, Version]) -> Said:
    """In the words of the version that it was about."""
    content = said[view.version_number].content
    labels = {each.id: each.label for each in asked_of(content)}
    names = safeguards_of(content)
    wanted = [names[key] for key in view.safeguards if key in names]
    return Said(view.part_id, labels.get(view.part_id, view.part_id), view, wanted)


def _behind(
    proposal: Proposal,
    held: Mapping[str, ItemView],
    said: Mapping[int, Version],
    asked: Mapping[str, Asked],
) -> dict[str, Behind]:
    """What changed in the words of each part since somebody answered, if it matters."""
    older = [view for view in held.values() if view.version_number < proposal.version_number]
    material = queries.last_material(proposal) if older else 0
    found = {}
    for view in older:
        now = asked.get(view.part_id)
        was = _text(view.part_id, asked_of(said[view.version_number].content))
        if now is not None and was != now.text and material > view.version_number:
            found[view.part_id] = Behind(view.version_number, words_changed(was, now.text))
    return found


def _text(part_id: str, asked: Sequence[Asked]) -> str:
    return next((each.text for each in asked if each.id == part_id), "")
