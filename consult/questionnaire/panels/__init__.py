"""What people see of questions and answers."""

from consult.core.panels import Panel
from consult.proposals.models import Proposal
from consult.questionnaire.panels.desk import (
    preview_panel,
    question_panel,
    questions_panel,
    texts_panel,
)
from consult.questionnaire.panels.resident import (
    check_panel,
    invitation_panel,
    my_responses_panel,
    page_panel,
    receipt_panel,
    start_panel,
    step,
)
from consult.questionnaire.panels.results import results_panel

__all__ = [
    "Panel",
    "Proposal",
    "check_panel",
    "invitation_panel",
    "my_responses_panel",
    "page_panel",
    "preview_panel",
    "question_panel",
    "questions_panel",
    "receipt_panel",
    "results_panel",
    "start_panel",
    "step",
    "texts_panel",
]
