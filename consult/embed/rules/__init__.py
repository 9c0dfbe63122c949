"""What may happen around widgets."""

from consult.embed.rules.acting import (
    answers_of,
    check_may_act,
    check_names_site,
    forget_spent,
    held_for,
    holder_of,
    note_seen,
    note_used,
    spend,
    undo,
    view_of,
)
from consult.embed.rules.pictures import ask_for_pictures, keep_picture
from consult.embed.rules.sites import (
    MOST,
    add_site,
    ask_check,
    ask_due_checks,
    close_to_all,
    note_check,
    open_to_all,
    remove_site,
)

__all__ = [
    "MOST",
    "add_site",
    "answers_of",
    "ask_check",
    "ask_due_checks",
    "ask_for_pictures",
    "check_may_act",
    "check_names_site",
    "close_to_all",
    "forget_spent",
    "held_for",
    "holder_of",
    "keep_picture",
    "note_check",
    "note_seen",
    "note_used",
    "open_to_all",
    "remove_site",
    "spend",
    "undo",
    "view_of",
]
