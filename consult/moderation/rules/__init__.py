"""What anybody may report, and what moderators may do about it, each act with its reason."""

from consult.moderation.rules.appeals import (
    Ruling,
    decide_appeal,
    end_abandoned,
    make_appeal,
    refusal_to_appeal,
    withdraw_appeal,
)
from consult.moderation.rules.cases import open_case, open_legal_case, settle
from consult.moderation.rules.deciding import Order, act, hide, keep, redact, restore
from consult.moderation.rules.holding import publish_held, take_in
from consult.moderation.rules.originals import KEPT, forget_originals, read_original
from consult.moderation.rules.reporting import report

__all__ = [
    "KEPT",
    "Order",
    "Ruling",
    "act",
    "decide_appeal",
    "end_abandoned",
    "forget_originals",
    "hide",
    "keep",
    "make_appeal",
    "open_case",
    "open_legal_case",
    "publish_held",
    "read_original",
    "redact",
    "refusal_to_appeal",
    "report",
    "restore",
    "settle",
    "take_in",
    "withdraw_appeal",
]
