"""What may happen around widgets."""

from consult.embed.rules.acting import (
    check_may_act,
    forget_spent,
    note_seen,
    note_used,
    spend,
)

__all__ = ["check_may_act", "forget_spent", "note_seen", "note_used", "spend"]
