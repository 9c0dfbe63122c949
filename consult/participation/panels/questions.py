"""What people see of questions: the room about a proposal, and what waits at the desk."""

from collections.abc import Sequence

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.councils.models import Council, Role
from consult.participation import queries
from consult.participation.forms import AnswerForm
from consult.participation.models import Comment
from consult.participation.panels.comments import SPEAKERS
from consult.participation.queries import Show
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal
from consult.proposals.parts import parts_of


def questions_panel(
    proposal: Proposal, viewer: Person | None, show: str = "all", after: str | None = None
) -> Panel:
    """What residents asked about a proposal, with the answers and what they wait for."""
    page = queries.questions_page(proposal, show, after)
    return Panel(
        "participation/questions.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        counts=queries.question_counts(proposal),
        show=show if show in set(Show) else Show.ALL.value,
        questions=page.items,
        answers=queries.answers_to(page.items),
        next=page.next,
        after=after,
    )


def open_questions_panel(
    council: Council, roles: frozenset[Role], show: str = "", after: str | None = None
) -> Panel:
    """What the council promised to answer and has not."""
    asked = queries.overdue_questions if show == "overdue" else queries.open_questions
    page = asked(council, after)
    return Panel(
        "participation/open_questions.html",
        council=council,
        room="questions",
        counts=queries.council_question_counts(council),
        show=show,
        page=page,
        can_answer=bool(roles & SPEAKERS),
    )


def answer_panel(question: Comment, form: AnswerForm | None = None) -> Panel:
    """One question in its thread, and the box for the council's answer."""
    above = question.parent or question
    return Panel(
        "participation/answer.html",
        council=question.proposal.council,
        room="questions",
        proposal=question.proposal,
        question=question,
        above=above if above is not question else None,
        replies=queries.replies_of(above) if above.replies else [],
        label=part_labels(question.proposal, [question]).get(question.part_id or ""),
        form=form or AnswerForm(formdata=None),
    )


def part_labels(proposal: Proposal, comments: Sequence[Comment]) -> dict[str, str]:
    """What the parts are called that comments are about; nothing is asked where there are none."""
    wanted = {comment.part_id for comment in comments if comment.part_id}
    if not wanted or not proposal.version_number:
        return {}
    content = proposals.current_version(proposal).content
    return {part.id: part.label for part in parts_of(content) if part.id in wanted}
