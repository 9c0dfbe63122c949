"""Publishing words: once for each author and place, with the record, the counters and the index."""

from sqlalchemy.exc import IntegrityError

from consult.accounts.models import Person
from consult.changelog.commitments import commit_to, new_salt
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, search
from consult.core.db import db
from consult.core.errors import Invalid
from consult.core.html import RENDERER, render_markdown
from consult.participation import queries
from consult.participation.carrying import Pin
from consult.participation.counters import move_comments, move_part, move_replies
from consult.participation.models import Comment, Stance
from consult.participation.queries import found
from consult.participation.rules.holding import hold
from consult.participation.rules.limits import check_may_say
from consult.participation.rules.links import check_links
from consult.participation.rules.questions import promise_answer, settle
from consult.participation.rules.screening import (
    Private,
    Screened,
    hold_back,
    screen,
    screen_wording,
)
from consult.participation.texts import fingerprint, tidy
from consult.proposals.models import Proposal

LONGEST = 3000


def say(
    author: Person,
    proposal: Proposal,
    stance: Stance,
    body: str,
    about: Pin,
    parent: Comment | None = None,
    is_official: bool = False,
    answers: Comment | None = None,
    replaces: str | None = None,
    place: str = "",
    private: Private | None = None,
) -> Comment:
    """Publish words that may be published; the same words in the same place are the same comment.

    `replaces` are the words in whose place these are meant to stand; `place` tells that place.
    `private` is what the author chose for details that look private, `Invalid` asks where there are
    some and nothing was chosen. What a check holds back is kept, and the moderators look.
    """
    body = check_body(body)
    if not is_official:
        check_links(author, body)
    if is_official:
        screened = Screened(body, body)
    elif replaces is not None:
        screened = screen_wording(proposal.council, body)
    else:
        screened = screen(proposal.council, body, private)
    above = answers or parent
    place = place or str(above.id if above else "")
    print_ = fingerprint(proposal.id, place, about.part_id or "", screened.words)
    said = queries.same_comment(author, print_)
    if said is not None:
        return said
    if not is_official:
        check_may_say(author, proposal.council)
    comment = Comment(
        proposal_id=proposal.id,
        proposal=proposal,
        author=author,
        parent=parent,
        part_id=about.part_id,
        quote=about.quote,
        replaces=replaces,
        version_number=about.version_number,
        stance=stance,
        body=screened.words,
        html=render_markdown(screened.words),
        renderer=RENDERER,
        fingerprint=print_,
        salt=new_salt(),
        is_official=is_official,
        answers_id=answers.id if answers else None,
    )
    promise_answer(comment)
    if answers is not None:
        hold(answers)
    try:
        with db.session.begin_nested():
            db.session.add(comment)
    except IntegrityError:
        said = queries.same_comment(author, print_)
        if said is None:
            raise
        return said
    bound = commitment(comment)
    search.keep(found.doc_of(comment))
    hold_back(comment, screened)
    settle(comment, is_new=True)
    count(comment, 1)
    record(
        Fact.COMMENT_PUBLISHED,
        council=proposal.council,
        proposal=proposal,
        by="officer" if is_official else "resident",
        comment=comment.id,
        version=comment.version_number,
        reply=parent is not None,
        commitment=bound,
    )
    return comment


def print_of(comment: Comment, part_id: str | None, body: str) -> str:
    """What tells that an author says the same in the same place."""
    place = comment.answers_id or comment.parent_id or ""
    return fingerprint(comment.proposal_id, str(place), part_id or "", body)


def check_body(body: str) -> str:
    """Tidy what somebody wrote; refuse nothing at all and too much."""
    body = tidy(body)
    if not body:
        raise Invalid("body", _("Write your comment."))
    if len(body) > LONGEST:
        raise Invalid("body", _("Your comment must be 3,000 characters or fewer."))
    return body


def count(comment: Comment, by: int) -> None:
    """Move the counters: comments before tallies, as everywhere, so that nobody deadlocks."""
    if comment.parent_id is not None:
        move_replies(comment.parent_id, by)
        if comment.parent is not None:
            db.session.expire(comment.parent, ["replies"])
    if not comment.is_official:
        move_comments(comment.proposal_id, comment.stance, by)
        if comment.part_id and comment.parent_id is None:
            move_part(comment.proposal_id, comment.part_id, by)


def commitment(comment: Comment) -> str:
    """Bind the record to the words without saying them."""
    assert comment.salt is not None
    return commit_to("comment", comment.salt, comment.body)
