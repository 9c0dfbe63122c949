"""What a comment on a part is pinned to: the words of a version that its author read."""

from consult.core import _
from consult.core.errors import NotFound
from consult.participation.carrying import Pin
from consult.participation.models import Comment
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal


def pin(
    proposal: Proposal, part_id: str | None, parent: Comment | None, read: int | None = None
) -> Pin:
    """Take the words from the version that was read: the current one, or the one named.

    A reply is about what the comment above it is about.
    """
    number = proposal.version_number if read is None else read
    if not 1 <= number <= max(proposal.version_number, 1):
        raise NotFound()
    if part_id is None or parent is not None:
        return Pin(number)
    try:
        part = proposals.part_now(proposals.version(proposal, number), part_id)
    except NotFound as error:
        raise NotFound(_("There is no such part in this text.")) from error
    return Pin(number, part_id, part.text)
