"""What a visitor may have waiting until they confirm an address, and what it becomes then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from consult.accounts.models import Person
from consult.participation.models import Comment
from consult.proposals.models import Proposal

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """One thing that can wait: how it counts, and the words around it.

    `count` makes it count for a person and gives the comment that it became, if it became one.
    `told` says in a sentence what was sent, for the mail and the page that ask to confirm.
    `room` is the endpoint of the page where it then stands.
    """

    count: Callable[[Person, Proposal, Payload], Comment | None]
    subject: object
    heading: object
    button: object
    told: Callable[[Proposal, Payload], str]
    effect: object
    room: str = "site.proposal"


KINDS: dict[str, Kind] = {}
