"""Promising an answer to a question, giving it, and telling whoever asked."""

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Forbidden, Refused
from consult.core.mail import headline
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.jobs.outbox import post_mail
from consult.participation import queries
from consult.participation.models import Comment, Stance, Visibility
from consult.participation.rules.holding import hold
from consult.proposals.holidays import working_day_after
from consult.proposals.models import Proposal, Status

SPEAKERS = frozenset({Role.OFFICER, Role.OWNER, Role.MODERATOR})


def promise_answer(question: Comment) -> None:
    """Set the day by which the council answers; it stays when the council changes its promise."""
    if question.stance is Stance.QUESTION and not question.is_official:
        today = clock.local(clock.now()).date()
        days = question.proposal.council.answer_days
        question.answer_due_on = working_day_after(today, days)


def check_speaker(person: Person, proposal: Proposal) -> None:
    """Refuse whoever may not speak for the council."""
    if not councils.roles_of(person, proposal.council) & SPEAKERS:
        raise Forbidden(_("Only the council’s staff can reply for the council."))


def check_answerable(question: Comment) -> None:
    """A promise outlives the round; what is gone, or was withdrawn, needs no answer."""
    if not question.is_readable:
        raise Refused(_("This question is no longer shown, so it cannot be answered."))
    if not question.proposal.is_public or question.proposal.status is Status.WITHDRAWN:
        raise Refused(_("The council withdrew this proposal, so it answers no more questions."))


def settle(reply: Comment, *, is_new: bool = False) -> None:
    """Let what a council's reply answers say so, or no longer; held before the comment above."""
    answered = db.session.get(Comment, reply.answers_id) if reply.answers_id else None
    if answered is None:
        return
    hold(answered)
    was = answered.answer_id
    _note(answered)
    if is_new and was is None:
        _tell(answered)


def _note(question: Comment) -> None:
    """Let a comment say when the council first answered it, as its readable replies stand now."""
    if question.visibility is Visibility.DELETED:
        return
    answer = queries.first_answer(question)
    question.answered_at = answer.created_at if answer else None
    question.answer_id = answer.id if answer else None
    db.session.flush()


def _tell(question: Comment) -> None:
    """Mail whoever asked that the answer is there; once, for the first answer."""
    asker, answer_id = question.author, question.answer_id
    if question.answer_due_on is None or answer_id is None or asker.disabled_at is not None:
        return
    post_mail(
        to=asker.email,
        subject=_("Your question is answered: %(title)s", title=headline(question.proposal.title)),
        template="mail/participation/answer.txt",
        person=asker,
        proposal=question.proposal,
        question=question,
        thread_id=question.parent_id or question.id,
        answer_id=answer_id,
    )
