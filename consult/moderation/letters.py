"""Mail about what was done with a comment; it never repeats anybody's words in it."""

from datetime import datetime

from consult.core import _
from consult.jobs.outbox import post_mail
from consult.moderation.house_rules import rule_for
from consult.moderation.models import Act, Appeal, ModerationAction, Outcome, Report
from consult.moderation.redress import appeal_until, ombudsman
from consult.participation.models import Comment, HeldFor


def tell_author(action: ModerationAction, why: HeldFor | None = None) -> None:
    """Send the statement of reasons; a comment left as it is needs no letter."""
    author, council = action.comment.author, action.comment.proposal.council
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
        until=appeal_until(action.created_at),
        ombudsman=ombudsman(council.nation),
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


def tell_outcome(appeal: Appeal) -> None:
    """Tell the author what came of an appeal; whoever took it back knows."""
    comment = appeal.action.comment
    if appeal.outcome is Outcome.WITHDRAWN or comment.author.disabled_at is not None:
        return
    post_mail(
        to=comment.author.email,
        subject=_("We have decided your appeal"),
        template="mail/moderation/appeal.txt",
        appeal=appeal,
        comment=comment,
        proposal=comment.proposal,
        ombudsman=ombudsman(comment.proposal.council.nation),
    )


def tell_reporter(report: Report, action: ModerationAction) -> None:
    """Tell somebody who reported while signed in what came of it; its author has a letter."""
    reporter, comment = report.reporter, action.comment
    if reporter is None or reporter.disabled_at is not None:
        return
    if reporter.id == comment.author_id and action.act is not Act.KEEP:
        return
    post_mail(
        to=reporter.email,
        subject=_("What came of your report"),
        template="mail/moderation/report.txt",
        action=action,
        report=report,
        comment=comment,
        proposal=comment.proposal,
    )
