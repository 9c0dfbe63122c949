"""Beginning a draft and saving it, section by section."""

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.proposals import answers, queries
from consult.proposals.fields import FIELDS, Field, Kind, section
from consult.proposals.models import AFTER_CLOSE, Proposal, Status
from consult.proposals.parts import with_ids
from consult.proposals.preparation import DATES, document_hash
from consult.proposals.rewording import Unfit, fitted, reworded, wording
from consult.proposals.rules.clockwork import held

LONGEST_TITLE = 90
BEFORE = frozenset({Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY})
RUNNING = frozenset(queries.RUNNING)
EDITABLE = BEFORE | RUNNING | AFTER_CLOSE
FIXED = (*DATES, "hide_results", "slug", "reference")

ROW_ID = re.compile(r"[0-9a-z]{1,16}")
Rows = list[dict[str, Any]]


class Overtaken(Refused):
    """Somebody else saved the same section since it was opened."""


def start_draft(author: Person, council: Council, title: str) -> Proposal:
    """Begin a draft with a reference and an address of its own."""
    title = " ".join(title.split())
    if not title:
        raise Invalid("title", _("Give it a title. You can change it later."))
    if len(title) > LONGEST_TITLE:
        raise Invalid("title", _("A title has at most 90 letters."))
    council = councils.locked_council(council)
    slug, reference = _free_slug(council, title), _next_reference(council)
    proposal = Proposal(
        council=council,
        author=author,
        title=title,
        slug=slug,
        reference=reference,
        draft={"title": title, "slug": slug, "reference": reference},
        draft_saved_by=author,
        editors=[str(author.id)],
    )
    db.session.add(proposal)
    db.session.flush()
    return proposal


def save_section(
    editor: Person,
    proposal: Proposal,
    section_key: str,
    values: Mapping[str, Any],
    *,
    seen: str | None = None,
) -> Proposal:
    """Keep what a section says; `seen` is the mark of what the editor had before them."""
    proposal = held(proposal)
    keys = [field.key for field in section(section_key).fields]
    if strange := set(values) - set(keys):
        raise ValueError(f"{section_key} has no {sorted(strange)}.")
    check_may_edit(proposal)
    draft = _merged(proposal.draft, values)
    if _plain(draft, keys) == _plain(proposal.draft, keys):
        return proposal
    if seen is not None and seen != section_mark(proposal, section_key):
        raise Overtaken(_("Somebody else saved this section while you were writing."))
    _check_fixed(proposal, draft, values)
    _name(proposal, draft, values)
    _keep(editor, proposal, draft)
    return proposal


def reword(
    editor: Person, proposal: Proposal, part_id: str, column: str, words: str, *, seen: str
) -> str:
    """Put other words in one place of the draft, and give what stands there now.

    `seen` is what stood there when the editor looked; if that has changed, nothing is done.
    """
    proposal = held(proposal)
    check_may_edit(proposal)
    place = wording(proposal.draft, part_id, column)
    if place is None:
        raise Refused(_("This part is no longer in the draft. Change the draft by hand."))
    if place.text != seen:
        raise Overtaken(_("Somebody changed these words in the draft while you were reading."))
    try:
        words = fitted(place, words)
        draft = reworded(proposal.draft, place, words)
    except Unfit as error:
        raise Invalid("words", str(error)) from error
    if words != place.text:
        _keep(editor, proposal, draft)
    return words


def _keep(editor: Person, proposal: Proposal, draft: dict[str, Any]) -> None:
    """Let this be the draft; whoever agreed to the one before must look again."""
    proposal.draft = draft
    proposal.draft_saves += 1
    proposal.draft_saved_at, proposal.draft_saved_by = clock.now(), editor
    if str(editor.id) not in proposal.editors:
        proposal.editors = [*proposal.editors, str(editor.id)]
    if proposal.status in (Status.INTERNAL_REVIEW, Status.READY):
        proposal.status, proposal.status_since = Status.DRAFT, clock.now()
    db.session.flush()


def is_editable(proposal: Proposal) -> bool:
    """Whether the text may change now; while it waits in the calendar it may not."""
    return proposal.status in EDITABLE and proposal.status is not Status.SCHEDULED


def check_may_edit(proposal: Proposal) -> None:
    """Refuse where the text stands."""
    if proposal.status is Status.SCHEDULED:
        raise Refused(_("It opens by itself. Take it off the calendar before you change it."))
    if proposal.status not in EDITABLE:
        raise Refused(_("This proposal can no longer be changed."))


def section_mark(proposal: Proposal, section_key: str) -> str:
    """A short mark of what a section says now."""
    keys = [field.key for field in section(section_key).fields]
    return document_hash(_plain(proposal.draft, keys))[:16]


def _plain(draft: Mapping[str, Any], keys: list[str]) -> dict[str, Any]:
    return {key: draft[key] for key in keys if not answers.is_blank(draft.get(key))}


def _merged(old: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    given = {key: _settled(key, value) for key, value in values.items()}
    new = {key: value for key, value in {**old, **given}.items() if not answers.is_blank(value)}
    known = {**old}
    for key in values:
        if FIELDS[key].kind is Kind.ROWS:
            known[key] = _known(answers.rows(old, key), answers.rows(new, key))
    return with_ids(known, new)


def _settled(key: str, value: Any) -> Any:
    """One spelling for one answer: no space around words, choices in the order offered."""
    if isinstance(value, str):
        return value.strip()
    if FIELDS[key].kind is Kind.ROWS:
        return [_settled_row(FIELDS[key], row) for row in value or []]
    return _in_order(FIELDS[key], value)


def _settled_row(field: Field, row: Mapping[str, Any]) -> dict[str, Any]:
    columns = {column.key: column for column in field.columns}
    return {
        key: _in_order(columns[key], value) if key in columns else value
        for key, value in row.items()
    }


def _in_order(field: Field, value: Any) -> Any:
    if field.kind is Kind.CHOICES and isinstance(value, list) and field.choices:
        return [member.value for member in field.choices if member.value in value]
    return value


def _known(old: Rows, new: Rows) -> Rows:
    """Rows whose ids may be kept: ours, and those that come with an id of the same form.

    Other sections point at organisations by id, so a row keeps the id under which it was written.
    """
    ids = {row.get("id") for row in old}
    brought = [{"id": row["id"]} for row in new if ROW_ID.fullmatch(str(row.get("id") or ""))]
    return [*old, *(row for row in brought if row["id"] not in ids)]


def _check_fixed(proposal: Proposal, draft: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """After publishing, address and number stay, and the dates have rules of their own."""
    if not proposal.version_number:
        return
    for key in FIXED:
        if key in values and not _same(key, draft.get(key), proposal.draft.get(key)):
            raise Invalid(key, _("This was published and cannot be changed here."))


def _same(key: str, new: Any, old: Any) -> bool:
    if key in DATES:
        return answers.moment(new) == answers.moment(old)
    return bool(new == old)


def _name(proposal: Proposal, draft: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Keep the columns that lists and addresses are made from in step with the draft."""
    if "title" in values and not proposal.version_number:
        proposal.title = answers.text(draft, "title")[:120] or proposal.title
    for key in ("slug", "reference"):
        new = answers.text(draft, key)
        if key not in values or not new or new == getattr(proposal, key):
            continue
        if key == "slug" and new != slug_of(new):
            raise Invalid("slug", _("Use small letters, numbers and hyphens only."))
        if queries.is_taken(proposal.council, **{key: new}):
            raise Invalid(key, _("Another proposal has this already. Choose another."))
        setattr(proposal, key, new)


def slug_of(title: str) -> str:
    """A title as part of an address."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _free_slug(council: Council, title: str) -> str:
    wanted = slug_of(title) or "proposal"
    if wanted in ("start",):
        wanted = f"{wanted}-proposal"
    slug, number = wanted, 1
    while queries.is_taken(council, slug=slug):
        number += 1
        slug = f"{wanted[:55]}-{number}"
    return slug


def _next_reference(council: Council) -> str:
    beginning = f"{council.reference_prefix}-DSP-{clock.local(clock.now()).year}-"
    tails = [each.removeprefix(beginning) for each in queries.references_of(council, beginning)]
    return f"{beginning}{max((int(t) for t in tails if t.isdecimal()), default=0) + 1:03d}"
