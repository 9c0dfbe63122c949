"""Reports, the queue, one comment under decision, the author's notice and the public log."""

from consult.moderation.panels.done import keys_panel, place_after
from consult.moderation.panels.figures import figures_here
from consult.moderation.panels.many import many_panel
from consult.moderation.panels.notices import notice_panel, statement_panel
from consult.moderation.panels.public import public_log_panel, rules_panel
from consult.moderation.panels.queue import (
    OFFERED,
    decided_panel,
    item_panel,
    newest_panel,
    queue_panel,
)
from consult.moderation.panels.reports import report_form, report_panel, thanks_panel

__all__ = [
    "OFFERED",
    "decided_panel",
    "figures_here",
    "item_panel",
    "keys_panel",
    "many_panel",
    "newest_panel",
    "notice_panel",
    "place_after",
    "public_log_panel",
    "queue_panel",
    "report_form",
    "report_panel",
    "rules_panel",
    "statement_panel",
    "thanks_panel",
]
