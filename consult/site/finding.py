"""What a search over proposals and comments comes to, in a constant number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from consult.core import search
from consult.core.html import plain_words
from consult.core.paging import SIZE, Page
from consult.core.words import Excerpt, Piece, excerpt, pieces
from consult.councils.models import Council
from consult.participation import queries as participation
from consult.participation.models import Comment
from consult.proposals import finding as proposals_found
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal

MOST_PROPOSALS = 10


@dataclass(frozen=True)
class Hit:
    """A proposal or a comment on it, with its words where they were found."""

    proposal: Proposal
    title: Sequence[Piece]
    excerpt: Excerpt
    comment: Comment | None = None


@dataclass(frozen=True)
class Found:
    """What holds every word: proposals on the first page, comments page by page."""

    proposals: Sequence[Hit] = ()
    comments: Page[Hit] = field(default_factory=lambda: Page(()))

    @property
    def is_empty(self) -> bool:
        """Nothing holds them all."""
        return not self.proposals and not self.comments.items


def find(asked: Sequence[str], council: Council | None, after: str | None) -> Found:
    """What residents can read that holds every word asked for, newest first."""
    if not asked:
        return Found()
    within = [council.id] if council else []
    refs = search.newest(proposals_found.KIND, asked, within, size=MOST_PROPOSALS).items
    page = search.newest(participation.KIND, asked, within, after, SIZE)
    comments = participation.readable_comments(page.items)
    known = proposals.by_ids({*refs, *(comment.proposal_id for comment in comments)})
    return Found(
        [] if after else _proposals(refs, known, asked),
        Page(
            [
                _comment(comment, known[comment.proposal_id], asked)
                for comment in comments
                if comment.proposal_id in known
            ],
            page.next,
        ),
    )


def _proposals(
    refs: Sequence[UUID], known: dict[UUID, Proposal], asked: Sequence[str]
) -> list[Hit]:
    versions = proposals.current_versions(refs)
    return [
        Hit(
            known[ref],
            pieces(versions[ref].title, asked),
            excerpt(proposals_found.words_of(versions[ref]), asked),
        )
        for ref in refs
        if ref in known and ref in versions
    ]


def _comment(comment: Comment, proposal: Proposal, asked: Sequence[str]) -> Hit:
    said = excerpt(plain_words(comment.html), asked)
    return Hit(proposal, pieces(proposal.title, ()), said, comment)
