"""Mail about what a moderator did with a comment; it never repeats anybody's words in it."""

from consult.core import _
from consult.jobs.outbox import post_mail
from consult.moderation.house_rules import rule_for
from consult.moderation.models import Act, Appeal, ModerationAction, Outcome, Report
from consult.moderation.redress import appeal_until, ombudsman


def tell_author(action: ModerationAction) -> None:
    """Send the statement of reasons; a comment left as it is needs no letter."""
    author, council = action.comment.author, action.comment.proposal.council
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
        until=appeal_until(action.created_at),
        ombudsman=ombudsman(council.nation),
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
