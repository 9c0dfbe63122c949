"""The public log and the rules."""

from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.house_rules import RULES


def public_log_panel(council: Council, after: str | None = None) -> Panel:
    """What moderators did, for everybody."""
    return Panel("moderation/public_log.html", council=council, page=queries.log(council, after))


def rules_panel() -> Panel:
    """The rules for comments."""
    return Panel("moderation/rules.html", rules=RULES, council=None)
