"""Mail to authors about what was done with their comment; it never repeats their words."""

from datetime import datetime

from consult.core import _
from consult.jobs.outbox import post_mail
from consult.moderation.house_rules import rule_for
from consult.moderation.models import Act, ModerationAction
from consult.participation.models import Comment, HeldFor


def tell_author(action: ModerationAction, why: HeldFor | None = None) -> None:
    """Send the statement of reasons; a comment left as it is needs no letter."""
    author = action.comment.author
    if action.act is Act.KEEP or author.disabled_at is not None:
        return
    subjects = {
        Act.HOLD: _("We are checking your comment"),
        Act.HIDE: _("We hid your comment"),
        Act.REDACT: _("We removed details from your comment"),
        Act.RESTORE: _("Your comment is shown"),
    }
    post_mail(
        to=author.email,
        subject=subjects[action.act],
        template="mail/moderation/held.txt" if why else "mail/moderation/decision.txt",
        action=action,
        comment=action.comment,
        proposal=action.comment.proposal,
        rule=rule_for(action.reason),
        why=why,
    )


def alert_duty(comment: Comment, to: str, at: datetime) -> None:
    """Tell the duty contact that somebody may come to harm; the words are at the desk only."""
    post_mail(
        to=to,
        subject=_("Look now: somebody may be in danger"),
        template="mail/moderation/danger.txt",
        comment=comment,
        proposal=comment.proposal,
        at=at,
    )
