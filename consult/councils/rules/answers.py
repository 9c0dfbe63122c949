"""How soon a council promises to answer questions."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.errors import Invalid
from consult.councils.models import Council
from consult.councils.rules.roles import check_owner

LONGEST = 60


def promise_answers_within(owner: Person, council: Council, days: int) -> None:
    """Promise answers within so many working days; questions asked before keep their day."""
    check_owner(owner, council)
    if not 1 <= days <= LONGEST:
        raise Invalid("days", _("Enter a number of days from 1 to 60."))
    if council.answer_days == days:
        return
    council.answer_days = days
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="answer_days", role="")
