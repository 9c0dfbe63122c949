"""Answering themes, drafting a decision, signing it."""

from consult.decisions.rules.answers import answer_theme
from consult.decisions.rules.drafting import (
    delete_change,
    save_change,
    save_ending,
    save_statement,
)
from consult.decisions.rules.signing import return_draft, send_for_signature, sign, take_back

__all__ = [
    "answer_theme",
    "delete_change",
    "return_draft",
    "save_change",
    "save_ending",
    "save_statement",
    "send_for_signature",
    "sign",
    "take_back",
]
