"""What authors may ask to have looked at again, and what somebody else then decides."""

from dataclasses import dataclass
from typing import assert_never

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.moderation import queries
from consult.moderation.checks import check_may_judge, refuse_mention, refuse_quotation
from consult.moderation.models import Act, Appeal, CaseKind, ModerationAction, Outcome
from consult.moderation.redaction import Span, remove
from consult.moderation.redress import appeal_until
from consult.moderation.rules.cases import open_case
from consult.moderation.rules.deciding import bring_back, cover_less, restore, words_below
from consult.moderation.rules.ending import end, overturn
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility


@dataclass(frozen=True)
class Ruling:
    """What a moderator decides about an appeal."""

    outcome: Outcome
    answer: str | None = None
    spans: tuple[Span, ...] = ()


def refusal_to_appeal(action: ModerationAction) -> str | None:
    """Why there is nothing to appeal against."""
    comment = action.comment
    if comment.visibility is Visibility.DELETED:
        return _("You have taken this comment back, so there is nothing left to decide.")
    if comment.visibility is Visibility.SHOWN:
        return _("Your comment is shown again, so there is nothing left to decide.")
    if clock.now() > appeal_until(action.created_at):
        return _("The time for an appeal was six months. It is over.")
    about = queries.appeal_about(action)
    if about is not None and about.act_id == action.id:
        return _("This was decided on your appeal, so you cannot appeal here again.")
    return None


def make_appeal(author: Person, comment: Comment, words: str | None = None) -> Appeal:
    """Ask that somebody else decide; asking twice is asking once."""
    action = _own(author, comment)
    about = queries.appeal_about(action)
    if about is not None and (about.is_open or about.action_id == action.id):
        return about
    refusal = refusal_to_appeal(action)
    if refusal is not None:
        raise Refused(refusal)
    case = open_case(CaseKind.APPEALED, comment)
    appeal = Appeal(action=action, case=case, words=words or None, created_at=clock.now())
    db.session.add(appeal)
    db.session.flush()
    return appeal


def withdraw_appeal(author: Person, comment: Comment) -> Appeal:
    """Take one's appeal back; what was decided stays decided."""
    appeal = queries.appeal_about(_own(author, comment))
    if appeal is None:
        raise Refused(_("You have not appealed, so there is nothing to take back."))
    if appeal.is_open:
        end(appeal, Outcome.WITHDRAWN, None, by="resident")
    elif appeal.outcome is not Outcome.WITHDRAWN:
        raise Refused(_("Your appeal has been decided. You can read the outcome on this page."))
    return appeal


def decide_appeal(judge: Person, comment: Comment, ruling: Ruling) -> Appeal:
    """Decide about an appeal, as somebody who had no hand in the matter; once."""
    participation.hold(comment)
    appeal = queries.open_appeal(comment)
    if appeal is None:
        return _decided(judge, comment, ruling)
    check_may_judge(judge, comment)
    _check_answer(comment, ruling)
    match ruling.outcome:
        case Outcome.UPHELD:
            end(appeal, Outcome.UPHELD, judge, ruling.answer)
        case Outcome.UPHELD_IN_PART:
            _uphold_in_part(judge, appeal, ruling)
        case Outcome.OVERTURNED:
            _overturn(judge, appeal, ruling)
        case Outcome.WITHDRAWN:
            raise Refused(_("Only the author can take an appeal back."))
        case _:
            assert_never(ruling.outcome)
    return appeal


def _own(author: Person, comment: Comment) -> ModerationAction:
    """The act that an author may speak about; nobody else learns that there is one."""
    if comment.author_id != author.id:
        raise NotFound()
    participation.hold(comment)
    action = queries.covering_act(comment)
    if action is None:
        raise NotFound()
    return action


def _decided(judge: Person, comment: Comment, ruling: Ruling) -> Appeal:
    """The same decision sent twice is one; another one comes too late."""
    appeal = next(iter(queries.appeals_on(comment)), None)
    if appeal is None:
        raise NotFound()
    if appeal.decided_by_id != judge.id or appeal.outcome is not ruling.outcome:
        raise Refused(_("This appeal has already been decided. Look at it again."))
    return appeal


def _check_answer(comment: Comment, ruling: Ruling) -> None:
    if ruling.outcome is not Outcome.OVERTURNED and not ruling.answer:
        raise Invalid("answer", _("Say why. The author will read it."))
    refuse_mention(ruling.answer, ruling.spans, "answer")
    original = queries.original(comment)
    if original is not None:
        refuse_quotation(ruling.answer, original.body, "answer")


def _uphold_in_part(judge: Person, appeal: Appeal, ruling: Ruling) -> None:
    comment = appeal.action.comment
    is_redacted = comment.visibility is Visibility.REDACTED
    if is_redacted and remove(words_below(comment), ruling.spans) == comment.body:
        raise Invalid("spans", _("That changes nothing. Say that the decision stands."))
    standing = queries.covering_act(comment) or appeal.action
    action = cover_less(judge, comment, ruling.spans, standing.reason)
    end(appeal, Outcome.UPHELD_IN_PART, judge, ruling.answer, action)


def _overturn(judge: Person, appeal: Appeal, ruling: Ruling) -> None:
    comment = appeal.action.comment
    if queries.original(comment) is None:
        overturn(judge, appeal, ruling.answer, None)
        return
    if appeal.action.act is Act.REDACT and comment.visibility is Visibility.HIDDEN:
        bring_back(comment)
    restore(judge, comment, ruling.answer)
