"""The questions about equality, and what came of them."""

from dataclasses import dataclass

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.core.suppression import suppressed, total
from consult.participation import queries
from consult.participation.equality import RATHER_NOT, Question, questions
from consult.participation.forms import ButtonForm
from consult.participation.forms.equality import EqualityForm, equality_form
from consult.proposals.models import Proposal, Status


@dataclass(frozen=True)
class Table:
    """The answers to one question; nothing stands for a count that is hidden."""

    question: Question
    people: dict[str, int | None]
    total: int | None


def equality_panel(proposal: Proposal, person: Person, form: EqualityForm | None = None) -> Panel:
    """The questions; thanks, for whoever has been asked."""
    return Panel(
        "participation/equality.html",
        council=proposal.council,
        proposal=proposal,
        is_done=queries.has_been_asked(person, proposal),
        has_taken_part=queries.has_taken_part(person, proposal),
        form=form or equality_form(proposal.council.wards, formdata=None),
        pass_on=ButtonForm(formdata=None),
    )


def equality_results_panel(proposal: Proposal) -> Panel:
    """Who took part by their own account, once the round has closed; small counts are hidden."""
    return Panel(
        "participation/equality_results.html",
        council=proposal.council,
        proposal=proposal,
        tables=_tables(proposal) if _is_final(proposal) else [],
        rather_not=RATHER_NOT,
    )


def _is_final(proposal: Proposal) -> bool:
    """No more answers can come, so that nobody can watch a count move."""
    return proposal.is_public and proposal.status_now not in (Status.OPEN, Status.PAUSED)


def _tables(proposal: Proposal) -> list[Table]:
    counts = queries.equality_counts(proposal)
    tables = []
    for question in questions(proposal.council.wards):
        answers = dict.fromkeys([*question.answers, RATHER_NOT], 0)
        answers |= counts.get(question.key, {})
        known = total(answers)
        if known is not None:
            tables.append(Table(question, suppressed(answers), known))
    return tables
