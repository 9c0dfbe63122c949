"""The council's answer to suggested words: taken up, in part or whole, or declined and why."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.core.mail import headline
from consult.jobs.outbox import post_mail
from consult.participation import queries
from consult.participation.models import Answer, Suggestion, Visibility
from consult.participation.rules.holding import hold_suggestion_row
from consult.participation.texts import fingerprint, tidy
from consult.proposals import rules as proposing

LONGEST_REASON = 2000


def accept(
    officer: Person,
    suggestion: Suggestion,
    words: str,
    reason: str = "",
    *,
    seen: str,
    mark: str | None = None,
) -> Suggestion:
    """Put words into the draft of the next version: those suggested, or a part of them.

    `words` are what shall stand there; where these are not the words suggested it is an acceptance
    in part, which needs a reason. `seen` is what stood in the draft when the officer looked, and
    `mark` that of the words suggested: what moderators took out meanwhile does not go in.
    """
    reason = tidy(reason)
    _hold(suggestion)
    if _was_accepted(officer, suggestion, words, reason, seen):
        return suggestion
    _check_answerable(officer, suggestion)
    if mark is not None and mark != words_mark(suggestion):
        raise proposing.Overtaken(_("These words were changed while you read. Read them again."))
    whole = _same(words, suggestion.comment.body)
    if whole:
        _check_whole(suggestion)
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
    reason = tidy(reason)
    _hold(suggestion)
    if suggestion.answer is Answer.DECLINED and _is_repeat(officer, suggestion, reason):
        return suggestion
    _check_answerable(officer, suggestion)
    if not reason:
        raise Invalid("reason", _("Give the reason. The author receives it."))
    _check_reason(reason)
    return _answer(officer, suggestion, Answer.DECLINED, reason)


def reopen(officer: Person, suggestion: Suggestion) -> Suggestion:
    """Take the answer back; accepted words leave the draft unless they are published already."""
    _hold(suggestion)
    if suggestion.answer is Answer.OPEN:
        return suggestion
    if suggestion.proposal.is_decided:
        raise Refused(_("The decision is made, so this answer stands."))
    if suggestion.answer.is_accepted:
        _put_back(officer, suggestion)
    suggestion.reason = None
    return _answer(officer, suggestion, Answer.OPEN, "")


def words_mark(suggestion: Suggestion) -> str:
    """A short mark of what the suggested words are now."""
    return fingerprint(suggestion.comment.visibility.value, suggestion.comment.body)[:16]


def _hold(suggestion: Suggestion) -> None:
    """Read everything as it is now; the proposal first, as everybody who writes there does."""
    proposing.held(suggestion.proposal)
    hold_suggestion_row(suggestion)


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


def _was_accepted(
    officer: Person, suggestion: Suggestion, words: str, reason: str, seen: str
) -> bool:
    """The same form, sent twice, has done its work the first time."""
    return (
        suggestion.answer.is_accepted
        and _is_repeat(officer, suggestion, reason)
        and suggestion.was == seen
        and _same(words, suggestion.taken or "")
    )


def _is_repeat(officer: Person, suggestion: Suggestion, reason: str) -> bool:
    return suggestion.answered_by_id == officer.id and (suggestion.reason or "") == reason


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


def _check_whole(suggestion: Suggestion) -> None:
    if suggestion.comment.visibility is Visibility.REDACTED:
        raise Refused(
            _("Moderators took something out of these words. Accept in part, without the gap.")
        )
    if queries.standing(suggestion) is not None:
        raise Refused(
            _(
                "Words of another suggestion stand there already. Take that answer back first, or "
                "accept in part and write what joins both."
            )
        )


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
