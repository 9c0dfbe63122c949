"""Mail about comments, notices and complaints; it never repeats what a comment said."""

from collections.abc import Sequence
from datetime import datetime

from consult.accounts.models import Person
from consult.core import _, _l, clock, ngettext
from consult.councils.models import Council
from consult.jobs.outbox import post_mail
from consult.moderation.house_rules import rule_for
from consult.moderation.models import (
    OF_A_NAME,
    OF_A_PLACE,
    OF_A_THREAD,
    Act,
    Appeal,
    ComplaintNote,
    DataComplaint,
    LegalNotice,
    ModerationAction,
    Outcome,
    Reason,
    Report,
    VotesAside,
)
from consult.moderation.notices import Event
from consult.moderation.queries import QueueFigures
from consult.moderation.redress import appeal_until, ombudsman
from consult.participation.models import Comment, HeldFor, Limit

PARTICULARS = {
    "name": _l("your name"),
    "said": _l("the words in the comment that are about you"),
    "meaning": _l("what they say about you and why that harms your good name"),
    "wrong": _l("what is untrue in them, or an opinion without facts to support it"),
    "cannot_sue": _l("that you do not know enough about the author to go to court"),
}


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
        Act.LOCK: _("No more replies to your comment"),
        Act.UNLOCK: _("Your comment takes replies again"),
        Act.MOVE: _("We moved your comment"),
        Act.GROUP: _("We grouped your comment with one that says the same"),
        Act.PART: _("Your comment stands by itself again"),
        Act.COVER_NAME: _("We covered your public name"),
        Act.SHOW_NAME: _("Your public name can be shown again"),
    }
    post_mail(
        to=author.email,
        subject=subjects[action.act],
        template=f"mail/moderation/{_letter_of(action, why)}.txt",
        action=action,
        comment=action.comment,
        proposal=action.comment.proposal,
        rule=rule_for(action.reason),
        why=why,
        until=appeal_until(action.created_at),
        ombudsman=ombudsman(council.nation),
    )


def _letter_of(action: ModerationAction, why: HeldFor | None) -> str:
    if action.act in OF_A_THREAD:
        return "thread"
    if action.act in OF_A_PLACE:
        return "place"
    if action.act in OF_A_NAME:
        return "name"
    return "held" if why else "decision"


def tell_limited(limit: Limit, measure: str) -> None:
    """Tell somebody how much they may write, why, until when, and how to appeal."""
    if limit.person.disabled_at is not None:
        return
    subjects = {
        "suspended": _("You cannot write here for a time"),
        "limited": _("You can write less for a time"),
        "lifted": _("You can write again as before"),
    }
    reason = Reason(limit.reason)
    post_mail(
        to=limit.person.email,
        subject=subjects[measure],
        template="mail/moderation/limited.txt",
        limit=limit,
        measure=measure,
        reason=reason,
        rule=rule_for(reason),
        proposal=limit.comment.proposal,
        ombudsman=ombudsman(limit.council.nation),
    )


def tell_set_aside(aside: VotesAside, people: Sequence[Person]) -> None:
    """Tell people that their vote does not count, why and how to appeal; or counts again."""
    proposal = aside.proposal
    again, gone = _("Your view counts again"), _("Your view is not counted")
    for person in people:
        if person.disabled_at is not None or person.email is None:
            continue
        post_mail(
            to=person.email,
            subject=again if aside.is_back else gone,
            template="mail/moderation/aside.txt",
            aside=aside,
            proposal=proposal,
            reason=Reason.DUPLICATE_ACCOUNT,
            rule=rule_for(Reason.DUPLICATE_ACCOUNT),
            until=appeal_until(aside.agreed_at or clock.now()),
            ombudsman=ombudsman(proposal.council.nation),
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


def tell_what_waits(moderator: Person, council: Council, figures: QueueFigures) -> None:
    """Tell a moderator how much waits; what it says is at the desk only."""
    post_mail(
        to=moderator.email,
        subject=ngettext(
            "%(num)s thing waits at your desk", "%(num)s things wait at your desk", figures.waiting
        ),
        template="mail/moderation/digest.txt",
        council=council,
        kinds=[(kind.plural, number) for kind, number in figures.kinds.items() if number],
        figures=figures,
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


def tell_reporter(report: Report, comment: Comment, action: ModerationAction | None) -> None:
    """Tell somebody who reported while signed in what came of it; its author has a letter.

    No act means that the author took the comment back.
    """
    reporter = report.reporter
    if reporter is None or reporter.disabled_at is not None:
        return
    if reporter.id == comment.author_id and (action is None or action.act is not Act.KEEP):
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


def ask_author(notice: LegalNotice) -> None:
    """Tell an author that somebody gave notice of their words, and how to answer in five days."""
    post_mail(
        to=notice.comment.author.email,
        subject=_("A legal notice about your comment: please answer"),
        template="mail/moderation/legal_author.txt",
        notice=notice,
        comment=notice.comment,
        proposal=notice.comment.proposal,
    )


def tell_complainant(notice: LegalNotice, event: Event | None) -> None:
    """Tell whoever gave notice that it arrived, or what happened to it."""
    post_mail(
        to=notice.email,
        subject=_("Your notice about a comment"),
        template="mail/moderation/legal_complainant.txt",
        notice=notice,
        event=event.value if event else "received",
        missing=[str(PARTICULARS[name]) for name in notice.missing],
        proposal=notice.comment.proposal,
    )


def acknowledge(complaint: DataComplaint) -> None:
    """Say at once that a complaint arrived, and by when there will be news."""
    _about(complaint, _("We received your complaint about personal data"), None)


def tell_progress(complaint: DataComplaint, note: ComplaintNote) -> None:
    """Pass on what the council says about a complaint."""
    outcome, news = _("The outcome of your complaint"), _("News of your complaint")
    _about(complaint, outcome if note.is_outcome else news, note)


def _about(complaint: DataComplaint, subject: str, note: ComplaintNote | None) -> None:
    post_mail(
        to=complaint.email,
        subject=subject,
        template="mail/moderation/complaint.txt",
        complaint=complaint,
        note=note,
    )
