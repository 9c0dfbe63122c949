from datetime import timedelta

import pytest

from consult.core import clock as moments
from consult.councils.models import Role
from consult.embed.invitation import invitation_to
from consult.proposals.models import Status
from tests.embed.sites import a_site
from tests.factories import a_member, a_proposal

DECIDED = (Status.DECIDED, Status.AGREEMENT_SIGNED, Status.LIVE, Status.UNDER_REVIEW, Status.ENDED)
READ = (Status.CLOSED, Status.CONSIDERING, Status.CO_DESIGN, Status.DECISION_DRAFTED)
ASKED = {
    Status.OPEN: "Give your view",
    Status.PAUSED: "Read the proposal",
    Status.WITHDRAWN: "Read why it was withdrawn",
    **dict.fromkeys(READ, "Read the results"),
    **dict.fromkeys(DECIDED, "Read the decision"),
}


@pytest.mark.parametrize("status", ASKED)
def test_a_link_asks_for_what_can_be_done_now(app, status):
    proposal = a_proposal(status)
    if status in DECIDED:
        proposal.decided_at = moments.now()

    assert invitation_to(proposal) == ASKED[status]


def test_nobody_is_asked_for_a_view_from_the_second_the_round_closes(app, clock):
    proposal = a_proposal()
    clock.at(proposal.closes_at - timedelta(seconds=1))
    assert invitation_to(proposal) == "Give your view"

    clock.at(proposal.closes_at)

    assert invitation_to(proposal) == "Read the results"


@pytest.mark.parametrize("kind", ["script", "pinned", "frame", "link"])
def test_what_is_copied_asks_the_same_as_the_frame_above_it(browser, kind):
    proposal = a_proposal(Status.DECIDED)
    a_site(proposal.council)
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    desk = f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed?kind={kind}"
    copied = browser.get(desk).one("#snippet").text
    frames = [
        browser.get(f"/embed/{proposal.council.slug}/{proposal.slug}?view={view}").one(".btn").text
        for view in ("card", "vote", "button")
    ]

    assert f">Read the decision: {proposal.title}</a>" in copied
    assert all(text.startswith("Read the decision") for text in frames)
