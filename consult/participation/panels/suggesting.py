"""What people see of suggested words: those for one part, and the ways to add and support some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from consult.accounts.models import Person
from consult.core import _
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.forms import SuggestionForm, SupportEmailForm, SupportForm
from consult.participation.models import Suggestion
from consult.proposals.fields import FIELDS
from consult.proposals.models import Proposal, Version
from consult.proposals.parts import Part
from consult.proposals.rewording import Wording, wordings


@dataclass
class Alternatives:
    """Suggestions for the same words; only one of them can go in.

    `label` names the words where a part has several; `now` is what stands there, nothing if these
    words went while the part stayed. `rivals` counts those on other pages as well.
    """

    label: str
    was: str
    now: str | None
    is_here: bool
    rivals: int
    suggestions: list[Suggestion] = field(default_factory=list)

    @property
    def is_gone(self) -> bool:
        """The part stands, and has no such words any more."""
        return self.is_here and self.now is None

    @property
    def is_earlier(self) -> bool:
        """Other words stand there now."""
        return self.now is not None and self.now != self.was


def suggested_panel(
    proposal: Proposal,
    part: Part,
    version: Version,
    viewer: Person | None,
    column: str | None = None,
    after: str | None = None,
    form: SuggestionForm | None = None,
    done: Suggestion | None = None,
) -> Panel:
    """The words that people suggest for a part, newest first, and the way to suggest others."""
    page = queries.suggestions_about(proposal, part.id, after)
    places = wordings(version.content, part.id)
    is_here = version.number == proposal.version_number
    chosen = _chosen(places, form.column.data if form else column)
    if form is not None and chosen is None and not form.form_errors:
        form.refuse("", _("The words that you wanted to change are no longer in the text."))
    return Panel(
        "participation/suggested.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        part=part,
        version=version,
        groups=_together(page.items, places, is_here),
        supported=queries.supported_by(viewer, page.items),
        next=page.next,
        after=after,
        places=places,
        chosen=chosen,
        is_asked=column is not None,
        takes_words=proposal.is_open and is_here,
        form=form or _empty(version, chosen),
        support=SupportForm(formdata=None),
        done=done,
    )


def support_panel(suggestion: Suggestion, viewer: Person) -> Panel:
    """The one button, and how many pressed it."""
    return Panel(
        "participation/support.html",
        council=suggestion.proposal.council,
        proposal=suggestion.proposal,
        viewer=viewer,
        suggestion=suggestion,
        is_supported=suggestion.id in queries.supported_by(viewer, [suggestion]),
        form=SupportForm(formdata=None),
    )


def support_email_panel(suggestion: Suggestion, form: SupportEmailForm | None = None) -> Panel:
    """A visitor's address, so that each person counts once."""
    return Panel(
        "participation/support_email.html",
        council=suggestion.proposal.council,
        proposal=suggestion.proposal,
        suggestion=suggestion,
        form=form or SupportEmailForm(),
    )


def column_label(suggestion: Suggestion) -> str:
    """Which words of a row are meant; nothing where a part has only one text."""
    if not suggestion.column:
        return ""
    return str(FIELDS[suggestion.part_id.partition("/")[0]].column(suggestion.column).label)


def _chosen(places: Sequence[Wording], column: str | None) -> Wording | None:
    if column is None:
        return places[0] if len(places) == 1 else None
    return next((place for place in places if place.column == column), None)


def _empty(version: Version, chosen: Wording | None) -> SuggestionForm:
    given = {"read": version.number}
    if chosen is None:
        return SuggestionForm(formdata=None, data=given)
    return SuggestionForm(
        formdata=None, data={**given, "words": chosen.text, "column": chosen.column}
    )


def _together(
    suggestions: Sequence[Suggestion], places: Iterable[Wording], is_here: bool
) -> list[Alternatives]:
    """Those for the same words beside each other, in the order of the newest of each."""
    now = {place.column: place.text for place in places} if is_here else {}
    rivals = queries.rivals(suggestions)
    groups: dict[tuple[str, str | None], Alternatives] = {}
    for one in suggestions:
        key = (one.column, one.comment.replaces)
        if key not in groups:
            groups[key] = Alternatives(
                column_label(one),
                one.comment.replaces or "",
                now.get(one.column),
                is_here,
                rivals.get(one.id, 0),
            )
        groups[key].suggestions.append(one)
    return list(groups.values())
