"""What anybody may report, and what moderators may do about it, each act with its reason."""

from consult.moderation.rules.cases import open_case, open_legal_case, settle
from consult.moderation.rules.claims import claim, has_it, let_go
from consult.moderation.rules.deciding import Order, act, hide, keep, redact, restore
from consult.moderation.rules.holding import publish_held, take_in
from consult.moderation.rules.originals import KEPT, forget_originals, read_original
from consult.moderation.rules.reporting import report
from consult.moderation.rules.undoing import undo

__all__ = [
    "KEPT",
    "Order",
    "act",
    "claim",
    "forget_originals",
    "has_it",
    "hide",
    "keep",
    "let_go",
    "open_case",
    "open_legal_case",
    "publish_held",
    "read_original",
    "redact",
    "report",
    "restore",
    "settle",
    "take_in",
    "undo",
]
