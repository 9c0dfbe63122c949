"""Mail to authors about what a moderator did with their comment; it never repeats their words."""

from consult.core import _
from consult.jobs.outbox import post_mail
from consult.moderation.house_rules import rule_for
from consult.moderation.models import Act, ModerationAction


def tell_author(action: ModerationAction) -> None:
    """Send the statement of reasons; a comment left as it is needs no letter."""
    author = action.comment.author
    if action.act is Act.KEEP or author.disabled_at is not None:
        return
    subjects = {
        Act.HIDE: _("We hid your comment"),
        Act.REDACT: _("We removed details from your comment"),
        Act.RESTORE: _("Your comment is shown again"),
    }
    post_mail(
        to=author.email,
        subject=subjects[action.act],
        template="mail/moderation/decision.txt",
        action=action,
        comment=action.comment,
        proposal=action.comment.proposal,
        rule=rule_for(action.reason),
    )
