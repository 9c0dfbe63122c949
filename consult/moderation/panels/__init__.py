"""Reports, the queue, one comment under decision, the author's notice and the public log."""

from consult.moderation.panels.asides import aside_panel, asides_panel, choose_panel
from consult.moderation.panels.done import keys_panel, place_after, place_of
from consult.moderation.panels.figures import figures_here
from consult.moderation.panels.many import many_panel
from consult.moderation.panels.notices import notice_panel, statement_panel
from consult.moderation.panels.people import author_panel, people_panel
from consult.moderation.panels.places import (
    address_of_place,
    address_of_team,
    pairs_panel,
    parts_offered,
    place_panel,
)
from consult.moderation.panels.public import (
    feed_entry,
    feed_title,
    log_filters,
    public_log_panel,
    rules_panel,
)
from consult.moderation.panels.quarterly import (
    has_report,
    quarter_panel,
    quarter_rows,
    quarters_panel,
)
from consult.moderation.panels.queue import (
    OFFERED,
    decided_panel,
    item_panel,
    newest_panel,
    queue_panel,
)
from consult.moderation.panels.reports import report_form, report_panel, thanks_panel
from consult.moderation.panels.signals import signals_panel

__all__ = [
    "OFFERED",
    "address_of_place",
    "address_of_team",
    "aside_panel",
    "asides_panel",
    "author_panel",
    "choose_panel",
    "decided_panel",
    "feed_entry",
    "feed_title",
    "figures_here",
    "has_report",
    "item_panel",
    "keys_panel",
    "log_filters",
    "many_panel",
    "newest_panel",
    "notice_panel",
    "pairs_panel",
    "parts_offered",
    "people_panel",
    "place_after",
    "place_of",
    "place_panel",
    "public_log_panel",
    "quarter_panel",
    "quarter_rows",
    "quarters_panel",
    "queue_panel",
    "report_form",
    "report_panel",
    "rules_panel",
    "signals_panel",
    "statement_panel",
    "thanks_panel",
]
