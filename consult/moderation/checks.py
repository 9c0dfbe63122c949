"""What a moderator's act has to pass before it happens."""

from collections.abc import Sequence

from consult.accounts.models import Person
from consult.core import _
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council, Role
from consult.moderation import queries
from consult.moderation.models import ModerationAction, Reason, Report
from consult.moderation.redaction import Span, occurs
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility


def refusal_to(moderator: Person, comment: Comment, reports: Sequence[Report]) -> str | None:
    """Why this moderator may not decide about this comment: nobody is judge in their own matter."""
    if comment.author_id == moderator.id:
        return _("You wrote this comment. Another moderator has to decide.")
    if comment.proposal.author_id == moderator.id:
        return _("You wrote this proposal. A moderator who did not has to decide.")
    if any(report.reporter_id == moderator.id for report in reports):
        return _("You reported this comment. Another moderator has to decide.")
    if comment.visibility is Visibility.DELETED:
        return _("The author has deleted this comment. There is nothing left to decide.")
    return None


def refusal_to_restrict(moderator: Person, comment: Comment, *, has_reported: bool) -> str | None:
    """Why this moderator may not decide about a comment's author, whether or not it still stands.

    `has_reported` says that the moderator reported anything that this person wrote here.
    """
    if comment.author_id == moderator.id:
        return _("This is you. Another moderator has to decide.")
    if comment.proposal.author_id == moderator.id:
        return _("You wrote this proposal. A moderator who did not has to decide.")
    if has_reported:
        return _("You reported what this person wrote. Another moderator has to decide.")
    return None


def moderates(person: Person, council: Council) -> bool:
    """Tell whether somebody who began what takes two is still one of the moderators."""
    return person.disabled_at is None and Role.MODERATOR in councils.roles_of(person, council)


def check_still_moderates(first: Person, council: Council) -> None:
    """Refuse to complete what somebody began who is not a moderator any longer."""
    if not moderates(first, council):
        raise Refused(
            _("Whoever proposed this is no moderator here any longer. Say no, and propose it anew.")
        )


def check_may_act(moderator: Person, comment: Comment) -> None:
    """Refuse whoever may not decide about this comment, and keep it as it is for who may."""
    participation.hold(comment)
    refusal = refusal_to(moderator, comment, queries.reports_on(comment))
    if refusal is not None:
        raise Refused(refusal)


def refusal_to_judge(
    moderator: Person,
    comment: Comment,
    actions: Sequence[ModerationAction],
    reports: Sequence[Report],
) -> str | None:
    """Why this moderator may not decide about an appeal: whoever covered it has decided already."""
    if moderator.id in queries.covered_by(actions):
        return _(
            "You hid this comment or removed details from it. Somebody else decides; you can still "
            "show it again."
        )
    return refusal_to(moderator, comment, reports)


def check_may_judge(moderator: Person, comment: Comment) -> None:
    """Refuse whoever may not decide about an appeal."""
    refusal = refusal_to_judge(
        moderator, comment, queries.actions_on(comment), queries.reports_on(comment)
    )
    if refusal is not None:
        raise Refused(refusal)


def needed(reason: Reason | None) -> Reason:
    """Nothing is taken away without a reason."""
    if reason is None:
        raise Invalid("reason", _("Choose the reason. The author and everyone else will read it."))
    return reason


def check_spans(words: str, spans: Sequence[Span]) -> None:
    """Every span names words that stand in the text under decision."""
    if not spans:
        raise Invalid("spans", _("Copy in the words to remove."))
    for number, span in enumerate(spans, start=1):
        if not span.is_long_enough:
            raise Invalid(
                "spans", _("Words %(number)s: give two characters or more.", number=number)
            )
        if not occurs(span, words):
            raise Invalid(
                "spans",
                _(
                    "Words %(number)s are not in the comment. Copy them exactly from the text as "
                    "it was typed.",
                    number=number,
                ),
            )


def refuse_mention(
    explanation: str | None, spans: Sequence[Span], field: str = "explanation"
) -> None:
    """What is taken out must not travel in the letter about it."""
    if explanation and any(occurs(span, explanation) for span in spans):
        raise Invalid(field, _("Leave out the words that you are removing."))


def refuse_quotation(explanation: str | None, body: str, field: str = "explanation") -> None:
    """What is hidden must not travel in the letter about it."""
    said = " ".join(body.split()).casefold()
    if explanation and said and said in " ".join(explanation.split()).casefold():
        raise Invalid(field, _("Leave out the words that you are hiding."))
