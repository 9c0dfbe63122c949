"""The mails that follow from the record: what came of it, a new version, a withdrawal."""

from typing import Any

from consult.accounts.models import Person
from consult.core import _
from consult.core.mail import headline
from consult.decisions import queries as decisions
from consult.jobs.outbox import post_mail
from consult.notifications import queries
from consult.notifications.tokens import unfollow_address
from consult.participation.models import Visibility
from consult.proposals.models import Proposal


def decision(proposal: Proposal) -> None:
    """Tell each commenter what came of each of their comments, and other followers that it is."""
    came = queries.dispositions(proposal)
    following = {person.id: person for person in queries.followers(proposal)}
    for person, comments in decisions.commenters_to_tell(proposal):
        theirs = [
            (comment, ", ".join(one.label for one in came.get(comment.id, [])))
            for comment in comments
            if comment.visibility is not Visibility.DELETED and not comment.is_official
        ]
        if not theirs or following.pop(person.id, None) is None:
            continue
        _post(
            person,
            proposal,
            _("What came of your comment: %(title)s", title=headline(proposal.title)),
            "decision",
            comments=theirs,
        )
    for person in following.values():
        subject = _("Decided: %(title)s", title=headline(proposal.title))
        _post(person, proposal, subject, "decided")


def new_version(proposal: Proposal, version: int, note: str) -> None:
    """Ask those who voted on an earlier version to confirm or change it; tell other followers."""
    voted = queries.votes_on(proposal)
    for person in queries.followers(proposal):
        voted_on = voted.get(person.id)
        if voted_on is not None and voted_on >= version:
            continue
        _post(
            person,
            proposal,
            _("The proposal changed: %(title)s", title=headline(proposal.title)),
            "new_version",
            version=version,
            voted_on=voted_on,
            note=note,
        )


def withdrawn(proposal: Proposal, reason: str) -> None:
    """Tell every follower that the proposal is no more, and why."""
    for person in queries.followers(proposal):
        subject = _("Withdrawn: %(title)s", title=headline(proposal.title))
        _post(person, proposal, subject, "withdrawn", reason=reason)


def _post(person: Person, proposal: Proposal, subject: str, template: str, **given: Any) -> None:
    post_mail(
        to=person.email,
        subject=subject,
        template=f"mail/notifications/{template}.txt",
        unsubscribe=unfollow_address(person, proposal),
        proposal=proposal,
        person=person,
        **given,
    )
