"""A decision gathered for reading: themes with quotes and answers, changes, the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from consult.analysis import queries as analysis
from consult.analysis.models import Theme
from consult.core import _
from consult.decisions import queries
from consult.decisions.models import Answer, Decision
from consult.decisions.trace import ThemeIn, Trace, trace
from consult.participation.models import Comment, Stance


@dataclass
class Heard:
    """One theme: who said it, what it means, what the council says."""

    theme: Theme
    answer: Answer | None
    counts: dict[Stance, int]
    comments: list[Comment] = field(default_factory=list)
    quote: Comment | None = None
    changes: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many comments."""
        return sum(self.counts.values())

    @property
    def split(self) -> str:
        """The stances in words."""
        return ", ".join(f"{n} {s.label.lower()}" for s, n in self.counts.items() if n)


@dataclass(frozen=True)
class Reading:
    """All that the decision page and the report show."""

    stances: dict[Stance, int]
    total: int
    hidden: int
    heard: Sequence[Heard]
    changes: Sequence[queries.Changed]
    drawing: Trace
    numbers: dict[str, int]

    @classmethod
    def of(cls, decided: Decision) -> "Reading":
        """Gather everything in a constant number of statements."""
        proposal = decided.proposal
        changes = queries.changes(decided)
        heard = _heard(decided, changes)
        stances, hidden = analysis.stances_and_hidden(proposal)
        given: dict[str, int] = {}
        for one in heard:
            if one.answer is not None:
                label = one.answer.disposition.label
                given[label] = given.get(label, 0) + 1
        return cls(
            stances=stances,
            total=sum(stances.values()),
            hidden=hidden,
            heard=heard,
            changes=changes,
            drawing=_drawing(stances, heard, changes),
            numbers=given,
        )

    @property
    def alone(self) -> int:
        """Comments under no theme, each counted once."""
        return self.total - len({comment.id for one in self.heard for comment in one.comments})

    @property
    def answers_in_words(self) -> str:
        """How the answers divide."""
        return ", ".join(f"{n} {label.lower()}" for label, n in self.numbers.items())


def _heard(decided: Decision, changes: Sequence[queries.Changed]) -> list[Heard]:
    proposal = decided.proposal
    answers = queries.answers(proposal)
    found = {
        theme.id: Heard(theme, answers.get(theme.id), dict.fromkeys(Stance, 0))
        for theme in analysis.themes(proposal)
    }
    for placed in analysis.placed(proposal):
        heard = found[placed.theme_id]
        heard.comments.append(placed.comment)
        heard.counts[placed.comment.stance] += 1
        readable = placed.comment.is_readable
        if readable and (placed.is_quote or heard.quote is None):
            heard.quote = placed.comment
    for number, one in enumerate(changes, 1):
        for theme in one.themes:
            found[theme.id].changes.append(number)
    return list(found.values())


def _drawing(
    stances: dict[Stance, int], heard: Sequence[Heard], changes: Sequence[queries.Changed]
) -> Trace:
    return trace(
        [(s.value, f"{n} {_in_short(s)}", n) for s, n in stances.items()],
        [
            ThemeIn(
                one.theme.label,
                one.total,
                one.answer.disposition.label if one.answer else "",
                one.answer.disposition.tone if one.answer else "no",
                one.changes,
            )
            for one in heard
        ],
        [one.change.title for one in changes],
    )


def _in_short(stance: Stance) -> str:
    """The drawing has no room for more."""
    if stance is Stance.SUPPORT_WITH_CHANGES:
        return _("with changes")
    return stance.label.lower()
