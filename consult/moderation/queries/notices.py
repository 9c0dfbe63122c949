"""What the author of a hidden or redacted comment is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from consult.accounts.models import Person
from consult.moderation.house_rules import HouseRule, rule_for
from consult.moderation.models import (
    BESIDE_WORDS,
    Act,
    Appeal,
    Case,
    CaseKind,
    Ground,
    ModerationAction,
    Reason,
    ground_of,
)
from consult.moderation.queries.actions import actions_on
from consult.moderation.queries.appeals import appeal_about
from consult.moderation.queries.cases import open_case
from consult.moderation.queries.originals import original
from consult.moderation.redress import appeal_until
from consult.participation.models import Comment, Visibility

COVERED = (Visibility.HIDDEN, Visibility.REDACTED)


@dataclass(frozen=True)
class Notice:
    """What the author of a hidden or redacted comment is told, and only they."""

    action: ModerationAction
    rule: HouseRule | None
    original: str | None
    keep_until: datetime | None
    appeal: Appeal | None = None
    ended_at: datetime | None = None

    @property
    def ground(self) -> Ground | None:
        """What the act rests on."""
        return ground_of(self.action.reason) if self.action.reason else None

    @property
    def is_machine_found(self) -> bool:
        """A machine, and nobody else, pointed at the comment."""
        return self.action.found_by.value == "automated"

    @property
    def appeal_until(self) -> datetime:
        """How long the author may appeal."""
        return appeal_until(self.action.created_at)


@dataclass(frozen=True)
class Checking:
    """What an author is told while a check holds their words, and only they."""

    case: Case
    rule: HouseRule | None
    words: str | None


def checking_for_author(comment: Comment, person: Person | None) -> Checking | None:
    """Why a moderator looks at a comment, by when, and what it said: for its author."""
    if person is None or person.id != comment.author_id:
        return None
    case = open_case(comment, CaseKind.HELD)
    if case is None or comment.visibility not in (Visibility.HELD, Visibility.REDACTED):
        return None
    kept = original(comment)
    rule = rule_for(Reason.PERSONAL_DATA) if comment.is_readable else None
    return Checking(case, rule, kept.body if kept else None)


def statement_for_author(comment: Comment, person: Person | None) -> Notice | None:
    """Why a comment is or was covered, what it said, and what came of an appeal: for its author."""
    if person is None or person.id != comment.author_id:
        return None
    actions = actions_on(comment)
    action = next((one for one in actions if one.act in (Act.HIDE, Act.REDACT)), None)
    if action is None:
        return None
    kept = original(comment)
    return Notice(
        action,
        rule_for(action.reason),
        kept.body if kept else None,
        kept.keep_until if kept else None,
        appeal_about(action),
        None if comment.visibility in COVERED else _ended(actions).created_at,
    )


def _ended(actions: Sequence[ModerationAction]) -> ModerationAction:
    return next(one for one in actions if one.act not in BESIDE_WORDS)


def notice_for_author(comment: Comment, person: Person | None) -> Notice | None:
    """The same while the comment is covered, to stand beside it."""
    if comment.visibility not in COVERED:
        return None
    return statement_for_author(comment, person)
