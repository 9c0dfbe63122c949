"""What councils decide about widgets."""

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
    "ask_check",
    "ask_due_checks",
    "close_to_all",
    "note_check",
    "open_to_all",
    "remove_site",
]
