"""Votes, comments, their counters, and what waits for a confirmed address."""

from consult.participation.models.asides import SetAside, is_set_aside, mark_of
from consult.participation.models.comments import (
    SHOWN_AGAIN,
    Comment,
    CommentEdit,
    CommentTally,
    Visibility,
)
from consult.participation.models.equality import EqualityAsked, EqualityTally
from consult.participation.models.held import Held, HeldFor
from consult.participation.models.helpful import Helpful
from consult.participation.models.items import (
    Comfort,
    ItemTally,
    ItemTurnout,
    ItemView,
    Safeguard,
    SafeguardTally,
)
from consult.participation.models.limits import Limit
from consult.participation.models.offline import Batch, BatchState, OfflineResponse
from consult.participation.models.parts import PartTally
from consult.participation.models.pending import Pending
from consult.participation.models.stances import STANCES, VOTES, Stance
from consult.participation.models.suggestions import ANSWERS, Answer, Suggestion, Support
from consult.participation.models.votes import Tally, Vote

__all__ = [
    "ANSWERS",
    "SHOWN_AGAIN",
    "STANCES",
    "VOTES",
    "Answer",
    "Batch",
    "BatchState",
    "Comfort",
    "Comment",
    "CommentEdit",
    "CommentTally",
    "EqualityAsked",
    "EqualityTally",
    "Held",
    "HeldFor",
    "Helpful",
    "ItemTally",
    "ItemTurnout",
    "ItemView",
    "Limit",
    "OfflineResponse",
    "PartTally",
    "Pending",
    "Safeguard",
    "SafeguardTally",
    "SetAside",
    "Stance",
    "Suggestion",
    "Support",
    "Tally",
    "Visibility",
    "Vote",
    "is_set_aside",
    "mark_of",
]
