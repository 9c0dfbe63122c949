"""Writing, editing, deleting comments; and what moderation lets the public see of them."""

import secrets
from datetime import timedelta
from uuid import UUID

from consult.accounts.models import Person
from consult.changelog.commitments import new_salt
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, _l, clock, search
from consult.core.db import db
from consult.core.errors import Forbidden, Invalid, Refused
from consult.core.html import RENDERER, render_markdown
from consult.jobs.outbox import later
from consult.participation import queries
from consult.participation.models import (
    Comment,
    CommentEdit,
    HeldFor,
    Pending,
    Stance,
    Visibility,
)
from consult.participation.queries import found
from consult.participation.rules.holding import hold
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.limits import (
    check_may_say,
    check_not_suspended,
    hold_if_limited,
)
from consult.participation.rules.links import check_links
from consult.participation.rules.openness import check_open
from consult.participation.rules.parts import pin
from consult.participation.rules.pending import hold_for
from consult.participation.rules.places import pass_on
from consult.participation.rules.questions import check_answerable, check_speaker, settle
from consult.participation.rules.saying import check_body, commitment, count, print_of, say
from consult.participation.rules.screening import Private, hold_back, screen
from consult.proposals.models import Proposal

GRACE = timedelta(minutes=15)


def post_comment(
    author: Person,
    proposal: Proposal,
    stance: Stance,
    body: str,
    parent: Comment | None = None,
    part_id: str | None = None,
    is_official: bool = False,
    read: int | None = None,
    private: Private | None = None,
) -> Comment:
    """Publish somebody's words; the same words in the same place are the same comment.

    They are about the version that its author read, which is the current one unless it is named.
    """
    hold_if_limited(author, proposal.council)
    check_open(proposal)
    if parent is not None:
        check_parent(parent)
    about = pin(proposal, part_id, parent, read)
    answers = parent if is_official else None
    return say(author, proposal, stance, body, about, parent, is_official, answers, private=private)


def answer_question(officer: Person, question: Comment, body: str) -> Comment:
    """Answer in the council's name, under the question; also after the round has closed."""
    check_speaker(officer, question.proposal)
    hold(question)
    check_answerable(question)
    above, ours = question.parent or question, question.proposal
    about = pin(ours, None, above)
    return say(officer, ours, Stance.UNSURE, body, about, above, is_official=True, answers=question)


def hold_comment(
    email: str,
    proposal: Proposal,
    stance: Stance,
    body: str,
    parent: Comment | None = None,
    part_id: str | None = None,
    read: int | None = None,
    private: Private | None = None,
) -> Pending:
    """Keep a visitor's comment until they confirm; nobody reads it before.

    It stays about the words that were read when it was sent, whatever is published meanwhile.
    """
    check_open(proposal)
    if parent is not None:
        check_parent(parent)
    about = pin(proposal, part_id, parent, read)
    check_links(None, check_body(body))
    screened = screen(proposal.council, check_body(body), private)
    payload = {
        "stance": stance.value,
        "body": screened.words,
        "parent": str(parent.id) if parent else None,
        "part": about.part_id,
        "read": about.version_number,
        "danger": screened.why is HeldFor.DANGER,
    }
    return hold_for(email, proposal, "comment", payload)


def edit_comment(
    author: Person, comment: Comment, body: str, private: Private | None = None
) -> Comment:
    """Change one's own words; after fifteen minutes what they were stays visible."""
    _check_own(author, comment)
    hold_if_limited(author, comment.proposal.council)
    check_open(comment.proposal)
    check_not_suspended(author, comment.proposal.council)
    hold(comment)
    if comment.is_suggestion:
        raise Refused(_("Others may support these words. Delete them and suggest others instead."))
    if comment.visibility is not Visibility.SHOWN:
        raise Refused(_("A moderator changed this comment, so it can no longer be edited."))
    body = check_body(body)
    if body == comment.body:
        return comment
    screened = screen(comment.proposal.council, body, private)
    body = screened.words
    print_ = print_of(comment, comment.part_id, body)
    other = queries.same_comment(author, print_)
    if other is not None and other.id != comment.id:
        raise Invalid("body", _("You have already said this in another comment here."))
    if clock.now() - comment.created_at > GRACE:
        check_may_say(author, comment.proposal.council)
        db.session.add(CommentEdit(comment_id=comment.id, body=comment.body, html=comment.html))
        comment.edited_at = clock.now()
    comment.body, comment.html, comment.renderer = body, render_markdown(body), RENDERER
    comment.fingerprint = print_
    pass_on(comment)
    comment.same_as_id = None  # whoever grouped it had read other words
    comment.salt = new_salt()
    db.session.flush()
    search.keep(found.doc_of(comment))
    _record_change(comment, "edited", commitment(comment))
    hold_back(comment, screened)
    return comment


def delete_comment(author: Person, comment: Comment) -> None:
    """Take one's own words back; where there are replies the place stays."""
    hold(comment)
    if comment.visibility is Visibility.DELETED:
        return
    _check_own(author, comment)
    if comment.proposal.is_decided:
        raise Refused(_("The decision rests on this comment, so it cannot be deleted here."))
    for edit in queries.edits_of(comment):
        db.session.delete(edit)
    held = queries.held_words(comment)
    if held is not None:
        db.session.delete(held)
    comment.visibility = Visibility.DELETED
    comment.body = comment.html = ""
    comment.salt = comment.notice = None
    comment.answer_due_on = comment.answered_at = comment.answer_id = None
    comment.fingerprint = secrets.token_hex(32)
    comment.pinned_at = comment.same_as_id = None
    db.session.flush()
    pass_on(comment)
    search.drop(found.KIND, comment.id)
    settle(comment)
    count(comment, -1)
    _record_change(comment, "deleted", "")
    later("moderation.let_go_of", comment_id=str(comment.id))


def check_parent(parent: Comment) -> None:
    """Only a comment that stands, and is no reply itself, can be replied to."""
    if parent.parent_id is not None:
        raise Refused(_("A reply cannot be replied to. Reply to the comment above it."))
    hold(parent)
    if not parent.is_readable:
        raise Refused(_("This comment is no longer shown, so it cannot be replied to."))
    if parent.locked_why is not None:
        raise Refused(_("A moderator closed this thread to new replies."))


def _check_own(author: Person, comment: Comment) -> None:
    if comment.author_id != author.id:
        raise Forbidden(_("Only its author can change a comment."))


def _record_change(comment: Comment, what: str, commitment: str) -> None:
    record(
        Fact.COMMENT_CHANGED,
        council=comment.proposal.council,
        proposal=comment.proposal,
        by="officer" if comment.is_official else "resident",
        comment=comment.id,
        what=what,
        commitment=commitment,
    )


def _publish(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    parent = queries.comment(proposal, UUID(payload["parent"])) if payload["parent"] else None
    stance = Stance(payload["stance"])
    return post_comment(
        person,
        proposal,
        stance,
        payload["body"],
        parent,
        payload["part"],
        read=payload.get("read"),
        private=Private.KEEP,  # asked before it was sent
    )


KINDS["comment"] = Kind(
    count=_publish,
    subject=_l("Confirm your comment"),
    heading=_l("Publish your comment"),
    button=_l("Yes, publish my comment"),
    told=lambda proposal, _payload: _("You wrote a comment on “%(title)s”.", title=proposal.title),
    effect=_l("It appears once you confirm it, unless a moderator has to look first."),
    room="site.comments",
)
