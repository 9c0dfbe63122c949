"""Questions about reports, the queue, what was done and why."""

from consult.moderation.queries.actions import actions_on, last_action
from consult.moderation.queries.cases import case, open_case, open_cases
from consult.moderation.queries.complaints import (
    complaint_notes,
    complaint_sent,
    complaints,
    complaints_due,
    complaints_to_erase,
    data_complaint,
)
from consult.moderation.queries.legal import (
    legal_notice,
    legal_notices,
    legal_notices_to_erase,
    legal_steps,
    next_events,
    notice_on,
    notice_sent,
    step_taken,
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
from consult.moderation.queries.safety import (
    has_suggestions,
    is_review_due,
    position_of,
    positions,
    risk_answers,
)

__all__ = [
    "AROUND",
    "LogRow",
    "Notice",
    "QueueFigures",
    "Waiting",
    "actions_on",
    "around",
    "case",
    "complaint_notes",
    "complaint_sent",
    "complaints",
    "complaints_due",
    "complaints_to_erase",
    "council_comment",
    "data_complaint",
    "edits_of",
    "has_suggestions",
    "is_review_due",
    "last_action",
    "legal_notice",
    "legal_notices",
    "legal_notices_to_erase",
    "legal_steps",
    "log",
    "newest_comments",
    "next_events",
    "notice_for_author",
    "notice_on",
    "notice_sent",
    "open_case",
    "open_cases",
    "open_reports",
    "original",
    "originals_to_forget",
    "position_of",
    "positions",
    "queue",
    "queue_count",
    "queue_figures",
    "report_with_key",
    "reports_on",
    "risk_answers",
    "step_taken",
]
