"""What officers may do with questions, and residents with answers."""

from consult.participation.rules import check_open
from consult.questionnaire.rules.questions import (
    Wording,
    add_question,
    change_question,
    delete_question,
    move_question,
    retire_question,
    why_frozen,
)
from consult.questionnaire.rules.responses import (
    checked,
    hold_response,
    keep_answer,
    missing,
    respond,
    save_answer,
    send_draft,
)

__all__ = [
    "Wording",
    "add_question",
    "change_question",
    "check_open",
    "checked",
    "delete_question",
    "hold_response",
    "keep_answer",
    "missing",
    "move_question",
    "respond",
    "retire_question",
    "save_answer",
    "send_draft",
    "why_frozen",
]
