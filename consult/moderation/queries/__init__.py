"""Questions about reports, the queue, what was done and why."""

from consult.moderation.queries.actions import action_on, actions_on, last_action
from consult.moderation.queries.cases import (
    any_comment,
    case,
    cases_settled,
    held_too_long,
    next_case,
    open_case,
    open_cases,
    taken_by_another,
)
from consult.moderation.queries.log import LogRow, log
from consult.moderation.queries.notices import Notice, notice_for_author
from consult.moderation.queries.originals import edits_of, original, originals_to_forget
from consult.moderation.queries.queue import (
    AROUND,
    QueueFigures,
    Waiting,
    around,
    newest_comments,
    proposals_waiting,
    queue,
    queue_count,
    queue_figures,
)
from consult.moderation.queries.reports import (
    council_comment,
    open_reports,
    report_with_key,
    reports_on,
)

__all__ = [
    "AROUND",
    "LogRow",
    "Notice",
    "QueueFigures",
    "Waiting",
    "action_on",
    "actions_on",
    "any_comment",
    "around",
    "case",
    "cases_settled",
    "council_comment",
    "edits_of",
    "held_too_long",
    "last_action",
    "log",
    "newest_comments",
    "next_case",
    "notice_for_author",
    "open_case",
    "open_cases",
    "open_reports",
    "original",
    "originals_to_forget",
    "proposals_waiting",
    "queue",
    "queue_count",
    "queue_figures",
    "report_with_key",
    "reports_on",
    "taken_by_another",
]
