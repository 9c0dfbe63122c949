"""What a check found in a held comment, for the moderator who decides about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.core.personal_data.kinds import Confidence
from consult.moderation.redaction import Detail, Span
from consult.participation.models import Comment
from consult.participation.rules import private_in


@dataclass(frozen=True)
class Found:
    """One detail: its exact words, what it is, and whether that is beyond doubt."""

    span: Span
    label: str
    is_sure: bool


def details_found(comment: Comment, words: str) -> Sequence[Found]:
    """The private details in what was written, as the check sees them now."""
    return [
        Found(
            Span(" ".join(words[one.start : one.end].split()), Detail(one.kind.detail)),
            one.kind.label,
            one.confidence is Confidence.HIGH,
        )
        for one in private_in(comment.proposal.council, words)
    ]
