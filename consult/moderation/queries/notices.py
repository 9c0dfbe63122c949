"""What the author of a hidden or redacted comment is told."""

from dataclasses import dataclass
from datetime import datetime

from consult.accounts.models import Person
from consult.moderation.house_rules import HouseRule, rule_for
from consult.moderation.models import Act, Case, CaseKind, ModerationAction
from consult.moderation.queries.actions import actions_on
from consult.moderation.queries.cases import open_case
from consult.moderation.queries.originals import original
from consult.participation.models import Comment, Visibility


@dataclass(frozen=True)
class Notice:
    """What the author of a hidden or redacted comment is told, and only they."""

    action: ModerationAction
    rule: HouseRule | None
    original: str | None
    keep_until: datetime | None
    held: Case | None = None


def notice_for_author(comment: Comment, person: Person | None) -> Notice | None:
    """Why a comment was hidden or redacted, and what it said: for its author, for nobody else."""
    if person is None or person.id != comment.author_id:
        return None
    if comment.visibility is Visibility.SHOWN:
        return None
    standing = (act for act in actions_on(comment) if act.act in (Act.HOLD, Act.HIDE, Act.REDACT))
    action = next(standing, None)
    if action is None:
        return None
    kept = original(comment)
    return Notice(
        action,
        rule_for(action.reason),
        kept.body if kept else None,
        kept.keep_until if kept else None,
        open_case(comment, CaseKind.HELD),
    )
