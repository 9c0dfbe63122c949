"""What the record says about moderation, in words."""

from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _
from consult.moderation.models import Act, Reason


@says(Fact.MODERATION_ACTION)
def _acted(fact: Recorded) -> str:
    act, reason = Act(fact.fields["act"]), fact.fields["reason"]
    why = Reason(reason).label if reason else ""
    match act:
        case Act.HOLD:
            return _("One comment held until a moderator has looked.")
        case Act.HIDE:
            return _("One comment hidden: %(why)s. The view in it is still counted.", why=why)
        case Act.REDACT:
            return _("Details removed from one comment: %(why)s. The author was told why.", why=why)
        case Act.RESTORE:
            return _("One comment shown again.")
        case Act.KEEP:
            return _("One reported comment left as it is.")
