"""Questions about votes and comments."""

from consult.participation.models import (Comment, Pending)
from consult.participation.queries.comments import (SORTS, Thread, all_comments, comment, comment_count, comments_of, comments_page, edits_of, official_replies, replies_of, same_comment)
from consult.participation.queries.counts import (Counts, Difference, counted_comments, counted_votes, counts, recount)
from consult.participation.queries.offline import (batch, batch_count, batches_of, batches_to_check, hold_batch, offline_response, response_by_receipt, response_count, responses_of)
from consult.participation.queries.parts import (part_comments, part_counts)
from consult.participation.queries.votes import (confirmed_comment, expired_pending, held_already, material_since, pending, pending_by_token, rounds_to_count, tally_by_level, visible_tally, vote_count, vote_of, vote_tally, votes_of, wrong_codes)

__all__ = [
    "Comment",
    "Counts",
    "Difference",
    "Pending",
    "SORTS",
    "Thread",
    "all_comments",
    "batch",
    "batch_count",
    "batches_of",
    "batches_to_check",
    "comment",
    "comment_count",
    "comments_of",
    "comments_page",
    "confirmed_comment",
    "counted_comments",
    "counted_votes",
    "counts",
    "edits_of",
    "expired_pending",
    "held_already",
    "hold_batch",
    "material_since",
    "official_replies",
    "offline_response",
    "part_comments",
    "part_counts",
    "pending",
    "pending_by_token",
    "recount",
    "replies_of",
    "response_by_receipt",
    "response_count",
    "responses_of",
    "rounds_to_count",
    "same_comment",
    "tally_by_level",
    "visible_tally",
    "vote_count",
    "vote_of",
    "vote_tally",
    "votes_of",
    "wrong_codes",
]
