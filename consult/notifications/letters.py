"""The mails that follow from the record: what came of it, a new version, a withdrawal."""

from consult.core import _
from consult.core.mail import headline
from consult.decisions import queries as decisions
from consult.jobs.outbox import post_mail
from consult.notifications import queries
from consult.participation.models import Visibility
from consult.proposals.models import Proposal


def decision(proposal: Proposal) -> None:
    """Tell each commenter, once, what came of each of their comments."""
    came = queries.dispositions(proposal)
    for person, comments in decisions.commenters_to_tell(proposal):
        theirs = [
            (comment, ", ".join(one.label for one in came.get(comment.id, [])))
            for comment in comments
            if comment.visibility is not Visibility.DELETED and not comment.is_official
        ]
        if not theirs or person.disabled_at is not None:
            continue
        post_mail(
            to=person.email,
            subject=_("What came of your comment: %(title)s", title=headline(proposal.title)),
            template="mail/notifications/decision.txt",
            proposal=proposal,
            person=person,
            comments=theirs,
        )


def new_version(proposal: Proposal, version: int, note: str) -> None:
    """Ask those who voted on an earlier version to confirm or change their view."""
    for person, voted_on in queries.votes_before(proposal, version):
        post_mail(
            to=person.email,
            subject=_("The proposal changed: %(title)s", title=headline(proposal.title)),
            template="mail/notifications/new_version.txt",
            proposal=proposal,
            person=person,
            version=version,
            voted_on=voted_on,
            note=note,
        )


def withdrawn(proposal: Proposal, reason: str) -> None:
    """Tell everybody who took part that the proposal is no more, and why."""
    for person in queries.people_in(proposal):
        post_mail(
            to=person.email,
            subject=_("Withdrawn: %(title)s", title=headline(proposal.title)),
            template="mail/notifications/withdrawn.txt",
            proposal=proposal,
            person=person,
            reason=reason,
        )
