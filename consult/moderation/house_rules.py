"""The rules for comments, in plain words, and the reasons that each of them gives."""

from dataclasses import dataclass
from typing import Any

from consult.core import _l
from consult.moderation.models import Reason


@dataclass(frozen=True)
class HouseRule:
    """One numbered rule."""

    number: int
    title: Any
    text: Any
    reasons: tuple[Reason, ...]


RULES = (
    HouseRule(
        1,
        _l("Talk about the proposal"),
        _l("Say what you think of this change, and why. Other subjects have other places."),
        (Reason.OFF_TOPIC,),
    ),
    HouseRule(
        2,
        _l("No threats or personal abuse"),
        _l("Disagree as strongly as you like. Do not threaten or insult people, or spread hate."),
        (Reason.ABUSE_OR_THREAT, Reason.HATE),
    ),
    HouseRule(
        3,
        _l("Protect your own privacy and other people’s"),
        _l(
            "Anyone can read this page. Leave out phone numbers, addresses, health details and "
            "anything that would show who a child or a person in a live case is."
        ),
        (Reason.PERSONAL_DATA, Reason.PERSONAL_DATA_CHILD, Reason.CONFIDENTIAL_CASE),
    ),
    HouseRule(
        4,
        _l("No serious claims about named people"),
        _l(
            "We cannot check whether somebody did wrong. Make a complaint instead, and write here "
            "about what should change."
        ),
        (Reason.DEFAMATION_RISK,),
    ),
    HouseRule(
        5,
        _l("Stay within the law"),
        _l("Do not write what breaks the law or could harm a court case."),
        (Reason.ILLEGAL_OTHER, Reason.CONTEMPT_OR_LEGAL),
    ),
    HouseRule(
        6,
        _l("Be one person, and be yourself"),
        _l("A made-up name is fine. Pretending to be somebody else, or to be several, is not."),
        (Reason.IMPERSONATION, Reason.DUPLICATE_ACCOUNT),
    ),
    HouseRule(
        7,
        _l("No advertising, and nothing that cannot be read"),
        _l("Links are welcome when they are about the proposal."),
        (Reason.SPAM_OR_ADVERT, Reason.UNREADABLE),
    ),
    HouseRule(
        8,
        _l("Before an election, leave parties and candidates out"),
        _l("In those weeks a council page must not help anybody win votes. Views still count."),
        (Reason.ELECTION_SENSITIVE,),
    ),
)

_BY_REASON = {reason: rule for rule in RULES for reason in rule.reasons}


def rule_for(reason: Reason | None) -> HouseRule | None:
    """The rule that a reason rests on; an author's own wish needs none."""
    return _BY_REASON.get(reason) if reason is not None else None
