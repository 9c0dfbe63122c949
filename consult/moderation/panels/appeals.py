"""An appeal beside the comment that it is about."""

from collections.abc import Sequence
from typing import Any

from consult.accounts.models import Person
from consult.moderation import queries
from consult.moderation.checks import refusal_to_judge
from consult.moderation.forms import RulingForm
from consult.moderation.models import Report
from consult.participation.models import Comment


def appeal_beside(
    comment: Comment, reader: Person, reports: Sequence[Report], form: RulingForm | None
) -> dict[str, Any]:
    """The latest appeal about a comment, and who may decide it while it waits."""
    appeal = next(iter(queries.appeals_on(comment)), None)
    waits = appeal is not None and appeal.is_open
    return {
        "appeal": appeal,
        "ruling_form": form or RulingForm(formdata=None),
        "judge_refusal": refusal_to_judge(reader, comment, reports) if waits else None,
        "judges": len(queries.may_judge(comment)) if waits else 0,
    }
