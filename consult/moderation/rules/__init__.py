"""What anybody may report, and what moderators may do about it, each act with its reason."""

from consult.moderation.rules.appeals import (
    Ruling,
    decide_appeal,
    make_appeal,
    refusal_to_appeal,
    withdraw_appeal,
)
from consult.moderation.rules.asides import (
    Taken,
    agree_aside,
    bring_back,
    decline_aside,
    outs,
    propose_aside,
    refusal_to_count,
)
from consult.moderation.rules.cases import open_case, open_legal_case, settle
from consult.moderation.rules.claims import claim, has_it, let_go
from consult.moderation.rules.complaints import complain, forget_complaints, tell
from consult.moderation.rules.deciding import hide, keep, redact, restore
from consult.moderation.rules.desk import forget_view, name_view, send_digests, want_digest
from consult.moderation.rules.holding import publish_held, take_in, take_in_all
from consult.moderation.rules.legal import (
    Particulars,
    Reply,
    answer_notice,
    forget_notices,
    give_notice,
    take_step,
)
from consult.moderation.rules.many import MOST, TOGETHER, Plan, act_together, plan, undo_together
from consult.moderation.rules.names import cover_name, show_name
from consult.moderation.rules.ordering import Order, act
from consult.moderation.rules.originals import KEPT, forget_originals, read_original
from consult.moderation.rules.pairs import choose_pairs, hide_or_propose
from consult.moderation.rules.people import (
    Measure,
    confirm_suspension,
    forget_limits,
    lift,
    restrict,
)
from consult.moderation.rules.places import group, move, part
from consult.moderation.rules.reporting import report
from consult.moderation.rules.safety import assess, take_position
from consult.moderation.rules.signals import forget_signals, look, notice, notice_all
from consult.moderation.rules.taken_back import let_go_of, let_go_of_all
from consult.moderation.rules.telling import go_on_telling
from consult.moderation.rules.threads import lock, unlock
from consult.moderation.rules.undoing import undo

__all__ = [
    "KEPT",
    "MOST",
    "TOGETHER",
    "Measure",
    "Order",
    "Particulars",
    "Plan",
    "Reply",
    "Ruling",
    "Taken",
    "act",
    "act_together",
    "agree_aside",
    "answer_notice",
    "assess",
    "bring_back",
    "choose_pairs",
    "claim",
    "complain",
    "confirm_suspension",
    "cover_name",
    "decide_appeal",
    "decline_aside",
    "forget_complaints",
    "forget_limits",
    "forget_notices",
    "forget_originals",
    "forget_signals",
    "forget_view",
    "give_notice",
    "go_on_telling",
    "group",
    "has_it",
    "hide",
    "hide_or_propose",
    "keep",
    "let_go",
    "let_go_of",
    "let_go_of_all",
    "lift",
    "lock",
    "look",
    "make_appeal",
    "move",
    "name_view",
    "notice",
    "notice_all",
    "open_case",
    "open_legal_case",
    "outs",
    "part",
    "plan",
    "propose_aside",
    "publish_held",
    "read_original",
    "redact",
    "refusal_to_appeal",
    "refusal_to_count",
    "report",
    "restore",
    "restrict",
    "send_digests",
    "settle",
    "show_name",
    "take_in",
    "take_in_all",
    "take_position",
    "take_step",
    "tell",
    "undo",
    "undo_together",
    "unlock",
    "want_digest",
    "withdraw_appeal",
]
