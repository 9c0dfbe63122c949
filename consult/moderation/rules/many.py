"""Deciding about several comments at once, after a look at what would happen to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.checks import needed, refusal_to
from consult.moderation.models import AT_RISK, Act, Case, CaseKind, Reason, Report
from consult.moderation.rules.claims import has_it
from consult.moderation.rules.ordering import Order, act
from consult.moderation.rules.undoing import UNDO, undo
from consult.participation.models import Comment, Visibility

MOST = 50
TOGETHER = (Act.KEEP, Act.HIDE)  # what needs no look at the single words


@dataclass(frozen=True)
class Plan:
    """What would happen: to whom, how many letters, and which comments are left out and why."""

    order: Order
    allowed: Sequence[Comment]
    refused: Sequence[tuple[Comment, str]]
    reporters: int

    @property
    def authors(self) -> int:
        """How many authors are told; who wrote a comment that stays as it is hears nothing."""
        if self.order.act is Act.KEEP:
            return 0
        return len({comment.author_id for comment in self.allowed})


def plan(moderator: Person, comments: Sequence[Comment], order: Order) -> Plan:
    """Say what would happen, and change nothing."""
    if order.act not in TOGETHER or len(comments) > MOST:
        raise Refused(_("Choose at most 50 comments, to leave as they are or to hide."))
    if order.act is Act.HIDE:
        _check_takes_one(comments, needed(order.reason))
    cases, reports = queries.open_cases_of(comments), queries.reports_of(comments)
    said = {
        comment.id: _refusal(moderator, comment, cases[comment.id], reports[comment.id], order.act)
        for comment in comments
    }
    allowed = [comment for comment in comments if said[comment.id] is None]
    return Plan(
        order=order,
        allowed=allowed,
        refused=[(one, why) for one in comments if (why := said[one.id]) is not None],
        reporters=sum(report.settled_at is None for one in allowed for report in reports[one.id]),
    )


def _check_takes_one(comments: Sequence[Comment], reason: Reason) -> None:
    """What takes two moderators is decided one by one; all of them are of one council."""
    if comments and reason in queries.paired_reasons(comments[0].proposal.council):
        raise Invalid("reason", _("Hiding for this takes two moderators. Decide each by itself."))


def _refusal(
    moderator: Person, comment: Comment, cases: Sequence[Case], reports: Sequence[Report], wish: Act
) -> str | None:
    """Why one of them is not decided together with the others."""
    refusal = refusal_to(moderator, comment, reports)
    if refusal is not None:
        return refusal
    taken = [case for case in cases if case.holder_id not in (None, moderator.id)]
    if taken:
        return has_it(taken[0])
    if any(case.kind is not CaseKind.REPORTED or case.rank == AT_RISK for case in cases):
        return _("It needs a look of its own: it is held, appealed, legal or somebody is at risk.")
    if comment.visibility not in (Visibility.SHOWN, Visibility.REDACTED):
        return _("It is not shown any more.")
    if wish is Act.KEEP and not cases:
        return _("Nothing waits about it any more.")
    return None


def act_together(moderator: Person, comments: Sequence[Comment], order: Order) -> UUID:
    """Do the same to each that may be decided now; the others stay as they are.

    All of it happens or nothing. The answer names what was done, so that it can be undone.
    """
    allowed = plan(moderator, comments, order).allowed
    if not allowed:
        raise Refused(_("None of these can be decided together any more."))
    batch = uuid4()
    for comment in allowed:
        action = act(moderator, comment, order)
        if action is not None:
            action.batch_id = batch
    db.session.flush()
    return batch


def undo_together(moderator: Person, council: Council, batch: UUID) -> tuple[int, int]:
    """Take back what was done in one go; tell how many, and how many were decided again since."""
    actions = queries.actions_together(moderator, council, batch)
    if not actions:
        raise NotFound()
    if clock.now() - actions[0].created_at > UNDO:
        raise Refused(_("Five minutes have passed. Decide again instead."))
    undone = 0
    for action in actions:
        try:
            with db.session.begin_nested():
                undo(moderator, action)
        except Refused:
            continue  # somebody decided again since; that stands
        undone += 1
    return undone, len(actions) - undone
