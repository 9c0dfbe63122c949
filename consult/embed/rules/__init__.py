"""What may happen around widgets."""

from consult.embed.rules.acting import (
    answers_before,
    check_may_act,
    forget_spent,
    holder_of,
    note_seen,
    note_used,
    spend,
    undo,
)

__all__ = [
    "answers_before",
    "check_may_act",
    "forget_spent",
    "holder_of",
    "note_seen",
    "note_used",
    "spend",
    "undo",
]
