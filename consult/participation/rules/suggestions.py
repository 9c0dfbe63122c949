"""Suggesting other words, supporting them, and the council's answer."""

from uuid import UUID

from sqlalchemy import delete

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, _l, clock
from consult.core.db import db, insert_into
from consult.core.errors import Invalid, NotFound, Refused
from consult.core.mail import headline
from consult.jobs.outbox import post_mail
from consult.participation import queries
from consult.participation.carrying import Pin
from consult.participation.counters import move_supporters
from consult.participation.models import Answer, Comment, Pending, Stance, Suggestion, Support
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.openness import check_open
from consult.participation.rules.parts import pin
from consult.participation.rules.pending import hold_for
from consult.participation.rules.saying import LONGEST, say
from consult.participation.texts import tidy
from consult.proposals import queries as proposals
from consult.proposals import rules as proposing
from consult.proposals.models import Proposal
from consult.proposals.rewording import Unfit, Wording, fitted, wording

LONGEST_REASON = 2000


def suggest(
    author: Person,
    proposal: Proposal,
    part_id: str,
    column: str,
    stance: Stance,
    words: str,
    *,
    read: int | None = None,
    wants_credit: bool = False,
) -> Suggestion:
    """Publish other words for one place; suggesting the same words again changes nothing.

    They are meant for the version that their author read, which is the current one unless named.
    """
    check_open(proposal)
    about, place = _place(proposal, part_id, column, read)
    words = _fit(place, words)
    comment = say(
        author, proposal, stance, words, about, replaces=place.text, place=f"instead/{column}"
    )
    made = insert_into(Suggestion).values(
        comment_id=comment.id,
        proposal_id=proposal.id,
        part_id=part_id,
        column_key=column,
        wants_credit=wants_credit,
    )
    db.session.execute(made.on_conflict_do_nothing(index_elements=["comment_id"]))
    return queries.suggestion(proposal, comment.id)


def hold_suggestion(
    email: str,
    proposal: Proposal,
    part_id: str,
    column: str,
    stance: Stance,
    words: str,
    *,
    read: int | None = None,
    wants_credit: bool = False,
) -> Pending:
    """Keep a visitor's words until they confirm; nobody reads them before."""
    check_open(proposal)
    about, place = _place(proposal, part_id, column, read)
    payload = {
        "part": part_id,
        "column": column,
        "stance": stance.value,
        "words": _fit(place, words),
        "read": about.version_number,
        "credit": wants_credit,
    }
    return hold_for(email, proposal, "suggestion", payload)


def support(person: Person, suggestion: Suggestion) -> None:
    """Count one person's support; supporting twice counts once."""
    check_open(suggestion.proposal)
    check_supportable(suggestion)
    if suggestion.comment.author_id == person.id:
        raise Refused(_("This is your own suggestion. Others can support it."))
    made = insert_into(Support).values(suggestion_id=suggestion.id, person_id=person.id)
    made = made.on_conflict_do_nothing(index_elements=["suggestion_id", "person_id"])
    if db.session.execute(made.returning(Support.id)).scalar() is not None:
        move_supporters(suggestion, 1)


def unsupport(person: Person, suggestion: Suggestion) -> None:
    """Take support back; where there is none nothing happens."""
    check_open(suggestion.proposal)
    gone = delete(Support).filter_by(suggestion_id=suggestion.id, person_id=person.id)
    if db.session.execute(gone.returning(Support.id)).scalar() is not None:
        move_supporters(suggestion, -1)


def hold_support(email: str, suggestion: Suggestion) -> Pending:
    """Keep a visitor's support until they confirm."""
    check_open(suggestion.proposal)
    check_supportable(suggestion)
    payload = {"suggestion": str(suggestion.comment_id)}
    return hold_for(email, suggestion.proposal, "support", payload)


def check_supportable(suggestion: Suggestion) -> None:
    """Only words that can be read, and that wait for an answer, can be supported."""
    if not suggestion.comment.is_readable:
        raise Refused(_("This suggestion is no longer shown, so it cannot be supported."))
    if suggestion.answer is not Answer.OPEN:
        raise Refused(_("The council has answered this suggestion already."))


def accept(
    officer: Person, suggestion: Suggestion, words: str, reason: str = "", *, seen: str
) -> Suggestion:
    """Put words into the draft of the next version: those suggested, or a part of them.

    `words` are what shall stand there; where these are not the words suggested it is an acceptance
    in part, which needs a reason. `seen` is what stood in the draft when the officer looked.
    """
    _check_answerable(officer, suggestion)
    whole = _same(words, suggestion.comment.body)
    reason = tidy(reason)
    if not whole and not reason:
        raise Invalid("reason", _("Say what you took, and why not all of it."))
    _check_reason(reason)
    taken = proposing.reword(
        officer,
        suggestion.proposal,
        suggestion.part_id,
        suggestion.column,
        tidy(words),
        seen=seen,
    )
    suggestion.was, suggestion.taken = seen, taken
    suggestion.in_version = suggestion.proposal.version_number + 1
    answer = Answer.ACCEPTED if whole else Answer.ACCEPTED_IN_PART
    return _answer(officer, suggestion, answer, reason)


def decline(officer: Person, suggestion: Suggestion, reason: str) -> Suggestion:
    """Leave the words as they are, and tell the author why."""
    _check_answerable(officer, suggestion)
    reason = tidy(reason)
    if not reason:
        raise Invalid("reason", _("Give the reason. The author receives it."))
    _check_reason(reason)
    return _answer(officer, suggestion, Answer.DECLINED, reason)


def reopen(officer: Person, suggestion: Suggestion) -> Suggestion:
    """Take the answer back; accepted words leave the draft unless they are published already."""
    if suggestion.answer is Answer.OPEN:
        return suggestion
    if suggestion.proposal.is_decided:
        raise Refused(_("The decision is made, so this answer stands."))
    if suggestion.answer.is_accepted:
        _put_back(officer, suggestion)
    suggestion.reason = None
    return _answer(officer, suggestion, Answer.OPEN, "")


def _put_back(officer: Person, suggestion: Suggestion) -> None:
    if (suggestion.in_version or 0) <= suggestion.proposal.version_number:
        raise Refused(_("These words are published already. Change the draft instead."))
    proposing.reword(
        officer,
        suggestion.proposal,
        suggestion.part_id,
        suggestion.column,
        suggestion.was or "",
        seen=suggestion.taken or "",
    )
    suggestion.was = suggestion.taken = suggestion.in_version = None


def _place(proposal: Proposal, part_id: str, column: str, read: int | None) -> tuple[Pin, Wording]:
    """What is read there, and which words of it would be replaced."""
    about = pin(proposal, part_id, None, read)
    content = proposals.version(proposal, about.version_number).content
    place = wording(content, part_id, column)
    if place is None:
        raise NotFound(_("There are no such words in this text."))
    return about, place


def _fit(place: Wording, words: str) -> str:
    try:
        words = fitted(place, tidy(words))
    except Unfit as error:
        raise Invalid("words", str(error)) from error
    if len(words) > LONGEST:
        raise Invalid("words", _("Your words must be 3,000 characters or fewer."))
    if words == place.text:
        raise Invalid("words", _("These are the words that stand there. Change them first."))
    return words


def _same(words: str, others: str) -> bool:
    return " ".join(words.split()) == " ".join(others.split())


def _check_answerable(officer: Person, suggestion: Suggestion) -> None:
    if suggestion.comment.author_id == officer.id:
        raise Refused(_("This is your own suggestion. Ask a colleague to answer it."))
    if suggestion.answer is not Answer.OPEN:
        raise Refused(_("A colleague has answered this suggestion already."))
    if not suggestion.comment.is_readable:
        raise Refused(_("This suggestion is no longer shown, so it cannot be answered."))
    if suggestion.proposal.is_decided:
        raise Refused(_("The decision is made, so suggestions can no longer be answered."))


def _check_reason(reason: str) -> None:
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason", _("Your reason must be 2,000 characters or fewer."))


def _answer(officer: Person, suggestion: Suggestion, answer: Answer, reason: str) -> Suggestion:
    suggestion.answer, suggestion.reason = answer, reason or None
    suggestion.answered_at = clock.now() if answer is not Answer.OPEN else None
    suggestion.answered_by = officer if answer is not Answer.OPEN else None
    db.session.flush()
    record(
        Fact.SUGGESTION_ANSWERED,
        council=suggestion.proposal.council,
        proposal=suggestion.proposal,
        by="officer",
        comment=suggestion.comment_id,
        answer=answer,
        version=suggestion.in_version or 0,
    )
    _tell(suggestion)
    return suggestion


def _tell(suggestion: Suggestion) -> None:
    """Mail the author what the council says, with its reason; never to a closed account."""
    author, title = suggestion.comment.author, headline(suggestion.proposal.title)
    if author.disabled_at is not None:
        return
    subjects = {
        Answer.OPEN: _("We are looking at your suggestion again: %(title)s", title=title),
        Answer.ACCEPTED: _("We take up your words: %(title)s", title=title),
        Answer.ACCEPTED_IN_PART: _("We take up some of your words: %(title)s", title=title),
        Answer.DECLINED: _("Why we did not take up your words: %(title)s", title=title),
    }
    post_mail(
        to=author.email,
        subject=subjects[suggestion.answer],
        template="mail/participation/suggestion.txt",
        person=author,
        suggestion=suggestion,
        proposal=suggestion.proposal,
    )


def _publish(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    made = suggest(
        person,
        proposal,
        payload["part"],
        payload["column"],
        Stance(payload["stance"]),
        payload["words"],
        read=payload["read"],
        wants_credit=payload["credit"],
    )
    return made.comment


def _support(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    found = queries.suggestion(proposal, UUID(payload["suggestion"]))
    support(person, found)
    return found.comment


KINDS["suggestion"] = Kind(
    count=_publish,
    subject=_l("Confirm your suggestion"),
    heading=_l("Publish your suggestion"),
    button=_l("Yes, publish my suggestion"),
    told=lambda proposal, _payload: _(
        "You suggested other words for “%(title)s”.", title=proposal.title
    ),
    effect=_l("It appears as soon as you confirm it."),
    room="site.comments",
)
KINDS["support"] = Kind(
    count=_support,
    subject=_l("Confirm that you support a suggestion"),
    heading=_l("Support these words"),
    button=_l("Yes, I support them"),
    told=lambda proposal, _payload: _(
        "You support words that somebody suggested for “%(title)s”.", title=proposal.title
    ),
    effect=_l("It counts as soon as you confirm it. Nobody sees who supports a suggestion."),
    room="site.comments",
)
