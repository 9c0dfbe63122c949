"""What people may do with votes and comments."""

from consult.participation.rules.asides import bring_back, hold_count, set_aside
from consult.participation.rules.closing import close_tally
from consult.participation.rules.comments import (
    answer_question,
    delete_comment,
    edit_comment,
    hold_comment,
    post_comment,
)
from consult.participation.rules.equality import answer_equality, check_asks, forget_asked
from consult.participation.rules.helpful import (
    check_markable,
    hold_helpful,
    mark_helpful,
    unmark_helpful,
)
from consult.participation.rules.holding import hold
from consult.participation.rules.items import give_views, hold_views, withdraw_views
from consult.participation.rules.levels import move_levels
from consult.participation.rules.offline import (
    add_response,
    change_response,
    check_typing,
    count_batch,
    new_receipt,
    open_batch,
    receipt_hash,
    remove_response,
    return_batch,
    send_batch,
)
from consult.participation.rules.openness import check_open
from consult.participation.rules.pending import (
    Confirmed,
    confirm,
    confirm_code,
    drop_pending,
    forget_expired,
)
from consult.participation.rules.pinning import pin, unpin
from consult.participation.rules.places import move, pin_for, put_under, stand_alone
from consult.participation.rules.questions import SPEAKERS
from consult.participation.rules.screening import (
    Private,
    held_for,
    is_surely_private,
    private_in,
    screen,
)
from consult.participation.rules.suggestions import (
    check_supportable,
    hold_suggestion,
    hold_support,
    suggest,
    support,
    unsupport,
)
from consult.participation.rules.taking_up import accept, decline, reopen, words_mark
from consult.participation.rules.visibility import hide, lock, redact, say_shown_again, show, unlock
from consult.participation.rules.votes import cast_vote, confirm_vote, hold_vote, withdraw_vote

__all__ = [
    "SPEAKERS",
    "Confirmed",
    "Private",
    "accept",
    "add_response",
    "answer_equality",
    "answer_question",
    "bring_back",
    "cast_vote",
    "change_response",
    "check_asks",
    "check_markable",
    "check_open",
    "check_supportable",
    "check_typing",
    "close_tally",
    "confirm",
    "confirm_code",
    "confirm_vote",
    "count_batch",
    "decline",
    "delete_comment",
    "drop_pending",
    "edit_comment",
    "forget_asked",
    "forget_expired",
    "give_views",
    "held_for",
    "hide",
    "hold",
    "hold_comment",
    "hold_count",
    "hold_helpful",
    "hold_suggestion",
    "hold_support",
    "hold_views",
    "hold_vote",
    "is_surely_private",
    "lock",
    "mark_helpful",
    "move",
    "move_levels",
    "new_receipt",
    "open_batch",
    "pin",
    "pin_for",
    "post_comment",
    "private_in",
    "put_under",
    "receipt_hash",
    "redact",
    "remove_response",
    "reopen",
    "return_batch",
    "say_shown_again",
    "screen",
    "send_batch",
    "set_aside",
    "show",
    "stand_alone",
    "suggest",
    "support",
    "unlock",
    "unmark_helpful",
    "unpin",
    "unsupport",
    "withdraw_views",
    "withdraw_vote",
    "words_mark",
]
