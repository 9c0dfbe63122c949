"""What waits for owners because the law asks for it: complaints, and the yearly look at safety."""

from consult.core import _, clock, ngettext
from consult.councils.models import Council, Role
from consult.desk.todo import Todo, short
from consult.moderation import queries as moderation


def legal_todos(council: Council, roles: frozenset[Role]) -> list[Todo]:
    """What owners owe to people who complained, and to the Online Safety Act."""
    if Role.OWNER not in roles:
        return []
    return _complaints(council) + _review(council)


def _complaints(council: Council) -> list[Todo]:
    count, first = moderation.complaints_due(council)
    if not count or first is None:
        return []
    return [
        Todo(
            what=ngettext(
                "Answer %(num)s complaint about personal data",
                "Answer %(num)s complaints about personal data",
                count,
            ),
            why=_("News is due within 30 days"),
            due=short(first),
            button=_("Answer"),
            endpoint="moderation.complaints",
            by=first,
            is_late=first <= clock.now(),
        )
    ]


def _review(council: Council) -> list[Todo]:
    latest = moderation.position_of(council)
    if latest is None or not moderation.is_review_due(council):
        return []
    return [
        Todo(
            what=_("Look at the position on the Online Safety Act"),
            why=_("A year has passed since it was written"),
            due=_("Now"),
            button=_("Look at it"),
            endpoint="moderation.position",
            by=clock.now(),
        )
    ]
