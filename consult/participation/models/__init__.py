"""Votes, comments, their counters, and what waits for a confirmed address."""

from consult.participation.models.comments import (Comment, CommentEdit, CommentTally, Visibility)
from consult.participation.models.offline import (Batch, BatchState, OfflineResponse)
from consult.participation.models.parts import (PartTally)
from consult.participation.models.pending import (Pending)
from consult.participation.models.stances import (STANCES, Stance, VOTES)
from consult.participation.models.votes import (Tally, Vote)

__all__ = [
    "Batch",
    "BatchState",
    "Comment",
    "CommentEdit",
    "CommentTally",
    "OfflineResponse",
    "PartTally",
    "Pending",
    "STANCES",
    "Stance",
    "Tally",
    "VOTES",
    "Visibility",
    "Vote",
]
