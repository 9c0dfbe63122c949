"""What a moderator asks for with a comment, in one place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from consult.accounts.models import Person
from consult.core import _
from consult.core.errors import Refused
from consult.moderation.checks import check_may_act
from consult.moderation.models import Act, ModerationAction, Reason
from consult.moderation.redaction import Span
from consult.moderation.rules.claims import take
from consult.moderation.rules.deciding import keep, redact, restore
from consult.moderation.rules.names import cover_name, show_name
from consult.moderation.rules.pairs import hide_or_propose
from consult.moderation.rules.places import move, part
from consult.moderation.rules.threads import lock, unlock
from consult.participation.models import Comment


@dataclass(frozen=True)
class Order:
    """What a moderator asks for; `part_id` is where a comment goes, none the whole proposal."""

    act: Act
    reason: Reason | None = None
    spans: tuple[Span, ...] = ()
    explanation: str | None = None
    part_id: str | None = None


Carried = Callable[[Person, Comment, Order], ModerationAction | None]

CARRIED: Mapping[Act, Carried] = {
    Act.KEEP: lambda by, comment, _order: keep(by, comment),
    Act.HIDE: lambda by, comment, order: hide_or_propose(
        by, comment, order.reason, order.explanation
    ),
    Act.REDACT: lambda by, comment, order: redact(
        by, comment, order.spans, order.reason, order.explanation
    ),
    Act.RESTORE: lambda by, comment, order: restore(by, comment, order.explanation),
    Act.LOCK: lambda by, comment, order: lock(by, comment, order.reason, order.explanation),
    Act.UNLOCK: lambda by, comment, order: unlock(by, comment, order.explanation),
    Act.MOVE: lambda by, comment, order: move(by, comment, order.part_id, order.explanation),
    Act.PART: lambda by, comment, _order: part(by, comment),
    Act.COVER_NAME: lambda by, comment, order: cover_name(
        by, comment, order.reason, order.explanation
    ),
    Act.SHOW_NAME: lambda by, comment, order: show_name(by, comment, order.explanation),
}


def act(moderator: Person, comment: Comment, order: Order) -> ModerationAction | None:
    """Do what the moderator asks for; asking twice does it once."""
    check_may_act(moderator, comment)
    take(moderator, comment)
    carry = CARRIED.get(order.act)
    if carry is None:
        raise Refused(_("This cannot be chosen here."))
    return carry(moderator, comment, order)
