"""Where officers write the questions, and where staff read what people wrote."""

from typing import Any

from consult.core.panels import Panel
from consult.proposals.models import Proposal
from consult.questionnaire import queries, rules
from consult.questionnaire.forms import ButtonForm, QuestionForm, answer_form
from consult.questionnaire.models import Question


def questions_panel(proposal: Proposal) -> Panel:
    """All questions in order, and what may be done with them."""
    return _panel(
        "questions",
        proposal,
        questions=queries.every_question(proposal),
        frozen=rules.why_frozen(proposal),
        people=queries.response_count(proposal).all,
        form=ButtonForm(formdata=None),
    )


def question_panel(
    proposal: Proposal, question: Question | None, form: QuestionForm | None = None
) -> Panel:
    """One question, to write."""
    return _panel(
        "question",
        proposal,
        question=question,
        frozen=rules.why_frozen(proposal),
        form=form or QuestionForm(question, formdata=None),
        button=ButtonForm(formdata=None),
    )


def preview_panel(proposal: Proposal) -> Panel:
    """Every page as residents see it, one below the other."""
    asked = queries.asked(proposal)
    return _panel("preview", proposal, pages=[(each, _alone(each)) for each in asked])


def texts_panel(proposal: Proposal, question: Question, after: str | None) -> Panel:
    """What people wrote, a page at a time; nothing while the round hides results."""
    page = queries.texts_page(question, after) if proposal.shows_results else None
    return _panel("texts", proposal, question=question, page=page)


def _alone(question: Question) -> Any:
    """A page whose fields differ in name from those of the pages beside it."""
    return answer_form(question, is_new=True, prefix=f"q{question.id.hex[:8]}-")


def _panel(name: str, proposal: Proposal, **context: Any) -> Panel:
    return Panel(
        f"questionnaire/{name}.html",
        council=proposal.council,
        room="proposals",
        proposal=proposal,
        where={"council": proposal.council.slug, "proposal": proposal.slug},
        **context,
    )
