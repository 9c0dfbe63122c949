"""Several comments under one decision."""

from collections.abc import Sequence

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation.forms import ManyForm
from consult.moderation.models import CaseKind
from consult.moderation.panels.figures import figures_here
from consult.moderation.rules import Plan
from consult.moderation.sought import Sought
from consult.participation.models import Comment


def many_panel(
    council: Council,
    reader: Person,
    comments: Sequence[Comment],
    form: ManyForm,
    plan: Plan | None = None,
) -> Panel:
    """What was ticked, the choice, and once that is made what would happen."""
    return Panel(
        "moderation/many.html",
        council=council,
        reader=reader,
        room="queue",
        tab="",
        sought=Sought(),
        kinds=list(CaseKind),
        figures=figures_here(council),
        comments=comments,
        form=form,
        plan=plan,
    )
