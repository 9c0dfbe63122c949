"""A consultation that is ready to be decided, told in one call."""

from dataclasses import dataclass
from datetime import date

from consult.accounts.models import Person
from consult.analysis import rules as analysis
from consult.analysis.models import Disposition, Theme
from consult.councils.models import Council, Role
from consult.decisions import rules
from consult.decisions.models import Verdict
from consult.decisions.rules.drafting import Ending, Statement
from consult.participation.models import Comment, Stance
from consult.proposals.models import Proposal, Status
from tests.factories import a_comment, a_council, a_member, a_proposal

STATEMENT = Statement(
    Verdict.ADOPTED_WITH_CHANGES,
    "We will go ahead in a different way",
    "One flag instead of six facts.",
    "Two people read every comment.",
    "Cabinet Member for Communities",
)
ENDING = Ending(
    [{"request": "Ask everybody first", "reason": "It would repeat the problem."}],
    "Two panel members would have preferred opt-in.",
    [{"what": "Letters go out", "by": "2026-12-01"}],
    None,
    date(2027, 6, 1),
)


@dataclass
class Story:
    """Who and what there is."""

    council: Council
    proposal: Proposal
    officer: Person
    moderator: Person
    signer: Person
    comments: list[Comment]
    theme: Theme


def a_story() -> Story:
    """Three comments, a theme with two of them, nothing answered."""
    council = a_council()
    proposal = a_proposal(Status.CONSIDERING, council)
    moderator = a_member(council, Role.MODERATOR)
    stances = (Stance.SUPPORT_WITH_CHANGES, Stance.OPPOSE, Stance.QUESTION)
    comments = [a_comment(proposal, body=f"Words {s.value}", stance=s) for s in stances]
    theme = analysis.create_theme(moderator, proposal, "Share less", "Fewer facts would do.")
    analysis.put_under(moderator, theme, comments[:2])
    return Story(
        council,
        proposal,
        a_member(council, Role.OFFICER),
        moderator,
        a_member(council, Role.DECISION_MAKER),
        comments,
        theme,
    )


def an_answered_story() -> Story:
    """The same with every outcome, answer and section, ready to send."""
    story = a_story()
    analysis.give_outcome(
        story.moderator, story.comments[2], Disposition.ALREADY_IN_PLACE, "It is on the page."
    )
    rules.answer_theme(story.officer, story.theme, Disposition.CHANGED, "Six facts become one.")
    rules.save_statement(story.officer, story.proposal, STATEMENT)
    rules.save_change(
        story.officer,
        story.proposal,
        None,
        title="One flag, not six facts",
        before="Six facts",
        after="One flag",
        themes=[story.theme],
        comments=[story.comments[0]],
    )
    rules.save_ending(story.officer, story.proposal, ENDING)
    return story


def a_sent_story() -> Story:
    """The same, waiting for its signature."""
    story = an_answered_story()
    rules.send_for_signature(story.officer, story.proposal)
    return story


def a_decided_story() -> Story:
    """The same, signed and public."""
    story = a_sent_story()
    rules.sign(story.signer, story.proposal, read_all=True)
    return story
