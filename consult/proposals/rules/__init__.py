"""What may happen to a proposal, from its first draft to the decision."""

from consult.proposals.rules.agreeing import (
    SECOND,
    agree,
    ask_for_changes,
    give_check_reason,
    is_agreed,
    may_agree,
    send_for_agreement,
)
from consult.proposals.rules.clockwork import close, open_now, tick
from consult.proposals.rules.deciding import (
    begin_co_design,
    begin_considering,
    mark_decided,
    mark_decision_drafted,
    mark_decision_returned,
    reopen,
)
from consult.proposals.rules.drafts import (
    Overtaken,
    check_may_edit,
    reword,
    save_section,
    section_mark,
    start_draft,
)
from consult.proposals.rules.running import (
    extend_deadline,
    is_unchanged,
    pause,
    publish_version,
    resume,
    schedule,
    should_extend,
    unschedule,
    withdraw,
)

__all__ = [
    "SECOND",
    "Overtaken",
    "agree",
    "ask_for_changes",
    "begin_co_design",
    "begin_considering",
    "check_may_edit",
    "close",
    "extend_deadline",
    "give_check_reason",
    "is_agreed",
    "is_unchanged",
    "mark_decided",
    "mark_decision_drafted",
    "mark_decision_returned",
    "may_agree",
    "open_now",
    "pause",
    "publish_version",
    "reopen",
    "resume",
    "reword",
    "save_section",
    "schedule",
    "section_mark",
    "send_for_agreement",
    "should_extend",
    "start_draft",
    "tick",
    "unschedule",
    "withdraw",
]
