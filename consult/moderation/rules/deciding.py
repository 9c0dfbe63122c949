"""What moderators may do with a comment's words, each act with its reason."""

from collections.abc import Sequence

from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Refused
from consult.moderation import history, queries
from consult.moderation.checks import (
    check_spans,
    needed,
    refuse_mention,
    refuse_quotation,
)
from consult.moderation.findings import details_found
from consult.moderation.models import (
    Act,
    CaseKind,
    ModerationAction,
    Original,
    Reason,
)
from consult.moderation.redaction import Span, length_left, occurs, remove
from consult.moderation.rules.ending import is_lifted, overturn
from consult.moderation.rules.noting import begin, note
from consult.moderation.rules.originals import put_away
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility


def keep(moderator: Person, comment: Comment) -> ModerationAction | None:
    """Leave a comment as it is and answer the reports; without a report there is nothing to do."""
    begin(moderator, comment)
    if queries.open_case(comment, CaseKind.HELD) is not None:
        raise Refused(_("It is held: publish it as written, remove details, or hide it."))
    if not queries.open_reports(comment) and queries.hiding_proposed(comment) is None:
        return queries.last_action(comment)
    return note(moderator, comment, Act.KEEP)


def hide(
    moderator: Person, comment: Comment, reason: Reason | None, explanation: str | None = None
) -> ModerationAction:
    """Take a comment's words from the public; its place and its replies stay."""
    begin(moderator, comment)
    reason = needed(reason)
    if comment.visibility is Visibility.HIDDEN:
        return _already(comment, Act.HIDE, reason)
    refuse_quotation(explanation, words_of(comment))
    original = put_away(comment)
    if comment.visibility is Visibility.REDACTED:
        original.redacted = history.taken_down(comment)
    participation.hide(comment, reason.value)
    history.clean(comment, lambda _body: "")
    return note(moderator, comment, Act.HIDE, reason, explanation)


def redact(
    moderator: Person,
    comment: Comment,
    spans: Sequence[Span],
    reason: Reason | None,
    explanation: str | None = None,
) -> ModerationAction:
    """Take exact words out of a comment and say in their place what they were."""
    begin(moderator, comment)
    reason = needed(reason)
    if comment.visibility is Visibility.HIDDEN:
        raise Refused(_("This comment is hidden. Show it again before you remove details."))
    if _is_redacted_so(comment, spans):
        return _already(comment, Act.REDACT, reason)
    words = words_of(comment)
    spans = [*spans, *_sure(comment, words)]
    check_spans(words, spans)
    _check_leaves_most(comment, words, spans, reason)
    refuse_mention(explanation, spans)
    _take_out(comment, words, spans)
    return note(moderator, comment, Act.REDACT, reason, explanation)


def cover_less(
    moderator: Person, comment: Comment, spans: Sequence[Span], reason: Reason | None
) -> ModerationAction:
    """Show a comment again but for some words, in one act; the letter about it is the caller's."""
    begin(moderator, comment)
    check_spans(words_below(comment), spans)
    bring_back(comment)
    _take_out(comment, comment.body, spans)
    return note(moderator, comment, Act.REDACT, reason, tells=False)


def _take_out(comment: Comment, words: str, spans: Sequence[Span]) -> None:
    put_away(comment)
    participation.redact(comment, remove(words, spans))
    history.clean(comment, lambda body: remove(body, spans))


def restore(
    moderator: Person, comment: Comment, explanation: str | None = None
) -> ModerationAction:
    """Show a comment as it stood before: a hidden one as it was then, a redacted one in full."""
    begin(moderator, comment)
    if comment.visibility is Visibility.SHOWN:
        return _already(comment, Act.RESTORE, None)
    bring_back(comment)
    appeal = queries.open_appeal(comment)
    if appeal is None or not is_lifted(appeal):
        return note(moderator, comment, Act.RESTORE, None, explanation)
    action = note(moderator, comment, Act.RESTORE, None, explanation, tells=False)
    overturn(moderator, appeal, explanation, action)
    return action


def words_below(comment: Comment) -> str:
    """What a covered comment says once it is shown again."""
    original = _kept(comment)
    if comment.visibility is Visibility.HIDDEN and original.redacted is not None:
        return str(original.redacted["body"])
    return original.body


def bring_back(comment: Comment) -> None:
    """Give a comment the words back that the last cover took."""
    original = _kept(comment)
    if comment.visibility is Visibility.HIDDEN and original.redacted is not None:
        participation.redact(comment, original.redacted["body"])
        history.bring_back(comment, original.redacted["edits"])
        original.redacted = None
    else:
        participation.show(comment, original.body)
        history.bring_back(comment, original.edits)
        db.session.delete(original)
        db.session.flush()


def _kept(comment: Comment) -> Original:
    original = queries.original(comment)
    if original is None:
        raise Refused(_("The original was kept for 90 days and is gone. Nothing can be shown."))
    return original


def _check_leaves_most(comment: Comment, words: str, spans: Sequence[Span], reason: Reason) -> None:
    """Where hiding takes two moderators, one must not take most of a comment out instead."""
    if reason not in queries.paired_reasons(comment.proposal.council):
        return
    held = queries.original(comment)
    if 2 * length_left(remove(words, spans)) < length_left(held.body if held else words):
        raise Refused(
            _("This takes most of the comment out. For this reason two have to agree: hide it.")
        )


def _already(comment: Comment, act: Act, reason: Reason | None) -> ModerationAction:
    """The same act twice is one; another reason for it is not the same act."""
    last = queries.last_about_words(comment)
    if last is None or last.act is not act or last.reason is not reason:
        raise Refused(_("Somebody has already decided this in another way. Look at it again."))
    return last


def _sure(comment: Comment, words: str) -> list[Span]:
    """What stays covered of a held comment whatever else is removed: only restoring shows it."""
    if queries.open_case(comment, CaseKind.HELD) is None:
        return []
    return [found.span for found in details_found(comment, words) if found.is_sure]


def words_of(comment: Comment) -> str:
    """What a moderator decides about: what is shown, or what a check held back."""
    if queries.open_case(comment, CaseKind.HELD) is None:
        return comment.body
    original = queries.original(comment)
    return original.body if original else comment.body


def _is_redacted_so(comment: Comment, spans: Sequence[Span]) -> bool:
    original = queries.original(comment)
    if comment.visibility is not Visibility.REDACTED or original is None or not spans:
        return False
    if queries.open_case(comment, CaseKind.HELD) is not None:
        return False
    return all(
        occurs(span, original.body)
        and not occurs(span, comment.body)
        and span.detail.marker in comment.body
        for span in spans
    )
