"""What staff see of suggested words: those of a proposal, and one with the way to answer it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from consult.accounts.models import Person
from consult.core import _
from consult.core.errors import Refused
from consult.core.panels import Panel
from consult.councils.models import Role
from consult.participation import queries
from consult.participation.forms import AnsweringForm, ButtonForm
from consult.participation.models import Answer, Suggestion, Visibility
from consult.participation.rules.taking_up import words_mark
from consult.proposals import rules as proposing
from consult.proposals.differences import Op, words_changed
from consult.proposals.fields import FIELDS, section_of
from consult.proposals.models import Proposal
from consult.proposals.parts import parts_of
from consult.proposals.rewording import wording

ALL = "all"


@dataclass(frozen=True)
class Row:
    """One suggestion in a list, with how many there are for the same words."""

    suggestion: Suggestion
    label: str
    redline: list[tuple[Op, str]]
    rivals: int


def suggestions_panel(
    proposal: Proposal,
    roles: Collection[Role],
    show: str = "",
    after: str | None = None,
    answered: Suggestion | None = None,
) -> Panel:
    """The suggestions of a proposal, newest first; what was just answered stands on top."""
    shown = show if show in {*Answer, ALL} else Answer.OPEN.value
    page = queries.suggestions_page(proposal, None if shown == ALL else Answer(shown), after)
    labels, rivals = _labels(proposal), queries.rivals(page.items)
    return Panel(
        "participation/suggestions.html",
        council=proposal.council,
        proposal=proposal,
        tab="suggestions",
        page=page,
        rows=[
            Row(one, _label(labels, one), _redline(one), rivals.get(one.id, 0))
            for one in page.items
        ],
        show=shown,
        answers=list(Answer),
        answered=answered,
        section=section_of(_field(answered)).key if answered else None,
        can_answer=Role.OFFICER in roles,
        form=ButtonForm(formdata=None),
    )


def answering_panel(
    suggestion: Suggestion,
    person: Person,
    roles: Collection[Role],
    form: AnsweringForm | None = None,
) -> Panel:
    """Suggested words beside those of the draft and the others suggested, and the answer."""
    proposal, comment = suggestion.proposal, suggestion.comment
    place = wording(proposal.draft, suggestion.part_id, suggestion.column)
    now = place.text if place is not None else None
    is_open = suggestion.answer is Answer.OPEN
    against = now if is_open else None
    standing = queries.standing(suggestion) if is_open else None
    labels = _labels(proposal)
    stuck = _stuck(proposal, now)
    form = form or AnsweringForm(formdata=None, data={"words": comment.body})
    form.seen.data = now or ""
    mark = words_mark(suggestion)
    if form.mark.data not in (None, "", mark):
        form.words.data = comment.body  # what was typed may hold what moderators took out
    form.mark.data = mark
    if stuck:
        form.offer(Answer.DECLINED)
    elif standing is not None or comment.visibility is Visibility.REDACTED:
        form.offer(Answer.ACCEPTED_IN_PART, Answer.DECLINED)
    return Panel(
        "participation/answering.html",
        council=proposal.council,
        proposal=proposal,
        tab="suggestions",
        suggestion=suggestion,
        label=_label(labels, suggestion),
        section=section_of(_field(suggestion)).key,
        now=now,
        is_against_draft=against is not None,
        redline=_redline(suggestion, against),
        standing=standing,
        others=[
            Row(one, "", _redline(one, now if one.answer is Answer.OPEN else None), 0)
            for one in queries.alternatives(suggestion)
        ],
        stuck=stuck,
        is_own=comment.author_id == person.id,
        can_answer=Role.OFFICER in roles and comment.is_readable and not proposal.is_decided,
        can_reopen=Role.OFFICER in roles and may_reopen(suggestion),
        form=form,
    )


def may_reopen(suggestion: Suggestion) -> bool:
    """An answer can be taken back unless its words are published or the decision is made."""
    proposal = suggestion.proposal
    is_out = (suggestion.in_version or proposal.version_number + 1) <= proposal.version_number
    return suggestion.answer is not Answer.OPEN and not proposal.is_decided and not is_out


def _stuck(proposal: Proposal, now: str | None) -> str:
    """Why no words can go into the draft, if so."""
    if now is None:
        return _("These words are no longer in the draft, so others cannot take their place.")
    try:
        proposing.check_may_edit(proposal)
    except Refused as no:
        return str(no.message)
    return ""


def _redline(suggestion: Suggestion, now: str | None = None) -> list[tuple[Op, str]]:
    """What a suggestion changes of some words, or of those it was written for."""
    comment = suggestion.comment
    if not comment.is_readable:
        return []
    return words_changed(comment.replaces or "" if now is None else now, comment.body)


def _labels(proposal: Proposal) -> Mapping[str, str]:
    return {
        part.id: f"{FIELDS[part.field_key].label}: {part.label}"
        if part.kind == "paragraph"
        else part.label
        for part in parts_of(proposal.draft)
    }


def _label(labels: Mapping[str, str], suggestion: Suggestion) -> str:
    """What the words are: the part, and in a row the column."""
    field = FIELDS[_field(suggestion)]
    label = labels.get(suggestion.part_id, str(field.label))
    if not suggestion.column:
        return label
    return _("%(part)s, %(column)s", part=label, column=field.column(suggestion.column).label)


def _field(suggestion: Suggestion) -> str:
    return suggestion.part_id.partition("/")[0]
