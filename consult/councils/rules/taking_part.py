"""What a council asks of those who take part."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.councils import queries
from consult.councils.models import Council
from consult.councils.rules.roles import check_owner


def ask_equality(owner: Person, council: Council, asks: bool) -> None:
    """Begin or stop asking the optional questions about equality."""
    council = queries.locked_council(council)
    check_owner(owner, council)
    if council.asks_equality == asks:
        return
    council.asks_equality = asks
    what = "equality_on" if asks else "equality_off"
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what=what, role="")
