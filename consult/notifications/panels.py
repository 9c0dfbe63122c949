"""What people see of following."""

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.notifications import queries
from consult.notifications.forms import FollowForm
from consult.proposals.models import Proposal


def follow_panel(
    proposal: Proposal, viewer: Person | None, form: FollowForm | None = None
) -> Panel:
    """Whether mail comes, and the button that changes it."""
    return Panel(
        "notifications/follow.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        is_following=viewer is not None and queries.is_following(viewer, proposal),
        form=form or FollowForm(formdata=None),
    )


def my_follows_panel(person: Person) -> Panel:
    """Every proposal that somebody follows, each with a button to stop."""
    return Panel(
        "notifications/my_follows.html",
        proposals=queries.followed_by(person),
        form=FollowForm(formdata=None),
    )


def stop_panel(proposal: Proposal, token: str, *, stopped: bool = False) -> Panel:
    """What a mail's link shows: a button, or that no more mail comes."""
    return Panel(
        "notifications/stop.html",
        council=proposal.council,
        proposal=proposal,
        token=token,
        stopped=stopped,
        form=FollowForm(formdata=None),
    )
