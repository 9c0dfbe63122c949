"""An appeal beside the comment that it is about."""

from collections.abc import Sequence
from typing import Any

from consult.accounts.models import Person
from consult.councils.models import Role
from consult.moderation import queries
from consult.moderation.checks import refusal_to_judge
from consult.moderation.forms import RulingForm
from consult.moderation.models import Report
from consult.moderation.queries import Done
from consult.participation.models import Comment


def appeal_beside(
    comment: Comment,
    reader: Person,
    roles: frozenset[Role],
    done: Done,
    reports: Sequence[Report],
    form: RulingForm | None,
) -> dict[str, Any]:
    """The latest appeal about a comment, and who may decide it while it waits."""
    if done.appeal is None or not done.appeal.is_open:
        return {"appeal": done.appeal}
    refusal = refusal_to_judge(reader, comment, done.actions, reports)
    may = Role.MODERATOR in roles and refusal is None
    return {
        "appeal": done.appeal,
        "ruling_form": form or RulingForm(formdata=None),
        "judge_refusal": refusal,
        "has_judge": may or bool(queries.may_judge(comment, done.actions, reports)),
    }
