"""The board of patterns: questions, what else may explain them, and what moderators found."""

from collections.abc import Collection
from uuid import UUID

from consult.core.panels import Panel
from consult.councils.models import Council, Role
from consult.moderation import queries
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.signals import LookForm
from consult.moderation.models import CaseKind, Found
from consult.moderation.panels.figures import figures_here
from consult.moderation.sought import Sought


def signals_panel(
    council: Council,
    roles: Collection[Role],
    after: str | None = None,
    form: LookForm | None = None,
    wrong: UUID | None = None,
) -> Panel:
    """What was noticed, the latest first; `form` belongs to the signal that is `wrong`."""
    page = queries.signals(council, after)
    return Panel(
        "moderation/signals.html",
        council=council,
        room="queue",
        tab="signals",
        figures=figures_here(council),
        sought=Sought(),
        kinds=list(CaseKind),
        page=page,
        looks=queries.looks_at(page.items),
        is_moderator=Role.MODERATOR in roles,
        founds=[Found.NOTHING, Found.LOOKING],
        form=form,
        wrong=wrong,
        button_form=EmptyForm(formdata=None),
    )
