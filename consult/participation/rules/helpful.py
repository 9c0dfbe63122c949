"""Saying that a comment helped, and taking that back; a mark says nothing about a stance."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete

from consult.accounts.models import Person
from consult.core import _, _l
from consult.core.db import db, insert_into
from consult.core.errors import Refused
from consult.participation import queries
from consult.participation.counters import move_helpful
from consult.participation.models import Comment, Helpful, Pending
from consult.participation.rules.asides import COUNTS
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.openness import check_open
from consult.participation.rules.pending import hold_for
from consult.proposals.models import Proposal


def mark_helpful(person: Person, comment: Comment) -> None:
    """Count one person's mark; marking twice counts once."""
    check_open(comment.proposal)
    check_markable(comment)
    if comment.author_id == person.id:
        raise Refused(_("This is your own comment. Others can mark it as helpful."))
    made = insert_into(Helpful).values(comment_id=comment.id, person_id=person.id)
    made = made.on_conflict_do_nothing(index_elements=["comment_id", "person_id"])
    if db.session.execute(made.returning(Helpful.id)).scalar() is not None:
        _move(person, comment, 1)


def unmark_helpful(person: Person, comment: Comment) -> None:
    """Take a mark back; where there is none nothing happens."""
    check_open(comment.proposal)
    gone = delete(Helpful).where(Helpful.comment_id == comment.id, Helpful.person_id == person.id)
    if db.session.execute(gone.returning(Helpful.id)).scalar() is not None:
        _move(person, comment, -1)


def count_marks(proposal: Proposal, people: Collection[UUID], aside: bool) -> None:
    """Set these people's marks aside, or let them count again."""
    for comment, marks in queries.helpful_marks_by(proposal, people):
        move_helpful(comment, -marks if aside else marks)


def hold_helpful(email: str, comment: Comment) -> Pending:
    """Keep a visitor's mark until they confirm."""
    check_open(comment.proposal)
    check_markable(comment)
    return hold_for(email, comment.proposal, "helpful", {"comment": str(comment.id)})


def check_markable(comment: Comment) -> None:
    """Only a comment that can be read, and is no reply, takes marks."""
    if comment.parent_id is not None:
        raise Refused(_("A reply cannot be marked. Mark the comment above it."))
    if comment.is_suggestion:
        raise Refused(_("These are suggested words. You can support them instead."))
    if not comment.is_readable:
        raise Refused(_("This comment is no longer shown, so it cannot be marked."))


def _move(person: Person, comment: Comment, by: int) -> None:
    if not queries.is_aside(person, comment.proposal):
        move_helpful(comment, by)


def _count(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    comment = queries.comment(proposal, UUID(payload["comment"]))
    mark_helpful(person, comment)
    return comment


KINDS["helpful"] = Kind(
    count=_count,
    subject=_l("Confirm that a comment helped you"),
    heading=_l("Mark the comment as helpful"),
    button=_l("Yes, it helped me"),
    told=lambda proposal, _payload: _(
        "You marked a comment on “%(title)s” as helpful.", title=proposal.title
    ),
    effect=_l("It counts as soon as you confirm it. Nobody sees who marked a comment."),
    room="site.comments",
)


COUNTS.append(count_marks)
