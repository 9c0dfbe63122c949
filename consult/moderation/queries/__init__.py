"""Questions about reports, the queue, what was done and why."""

from consult.moderation.queries.actions import actions_on, covering_act, last_action
from consult.moderation.queries.appeals import (
    Done,
    abandoned_appeals,
    appeal_about,
    appeals_on,
    covered_by,
    done_with,
    may_judge,
    open_appeal,
    outcomes_of,
)
from consult.moderation.queries.cases import any_comment, case, held_too_long, open_case, open_cases
from consult.moderation.queries.log import LogRow, log
from consult.moderation.queries.notices import (
    Checking,
    Notice,
    checking_for_author,
    notice_for_author,
    statement_for_author,
)
from consult.moderation.queries.originals import edits_of, original, originals_to_forget
from consult.moderation.queries.queue import (
    AROUND,
    QueueFigures,
    Waiting,
    around,
    newest_comments,
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
    "Checking",
    "Done",
    "LogRow",
    "Notice",
    "QueueFigures",
    "Waiting",
    "abandoned_appeals",
    "actions_on",
    "any_comment",
    "appeal_about",
    "appeals_on",
    "around",
    "case",
    "checking_for_author",
    "council_comment",
    "covered_by",
    "covering_act",
    "done_with",
    "edits_of",
    "held_too_long",
    "last_action",
    "log",
    "may_judge",
    "newest_comments",
    "notice_for_author",
    "open_appeal",
    "open_case",
    "open_cases",
    "open_reports",
    "original",
    "originals_to_forget",
    "outcomes_of",
    "queue",
    "queue_count",
    "queue_figures",
    "report_with_key",
    "reports_on",
    "statement_for_author",
]
