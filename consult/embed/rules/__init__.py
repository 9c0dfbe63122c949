"""What may happen around widgets."""

from consult.embed.rules.acting import (
    check_may_act,
    forget_spent,
    holder_of,
    note_seen,
    note_used,
    spend,
    vote_again,
)

__all__ = [
    "check_may_act",
    "forget_spent",
    "holder_of",
    "note_seen",
    "note_used",
    "spend",
    "vote_again",
]
