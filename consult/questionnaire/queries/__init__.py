"""Questions about questionnaires, what people answered and what it comes to."""

from typing import Any

from consult.questionnaire.models import Question
from consult.questionnaire.queries.counts import (
    Table,
    recount,
    response_count,
    tables,
)
from consult.questionnaire.queries.questions import (
    asked,
    every_question,
    is_answered,
    question,
)
from consult.questionnaire.queries.responses import (
    answers_in,
    begun,
    draft_of,
    given_before,
    response_of,
    responses_at_other_levels,
    responses_of,
    texts_page,
)
from consult.questionnaire.suppression import Counted

Answers = dict[str, Any]

__all__ = [
    "Answers",
    "Counted",
    "Question",
    "Table",
    "answers_in",
    "asked",
    "begun",
    "draft_of",
    "every_question",
    "given_before",
    "is_answered",
    "question",
    "recount",
    "response_count",
    "response_of",
    "responses_at_other_levels",
    "responses_of",
    "tables",
    "texts_page",
]
