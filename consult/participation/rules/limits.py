"""Who may say how much: what moderators decided about somebody in this council."""

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.errors import Refused
from consult.core.format import moment
from consult.councils.models import Council
from consult.participation.queries.limits import limit_on, said_since


def check_may_say(person: Person, council: Council) -> None:
    """Refuse whoever is suspended here, and whoever has said today what they may.

    The person is held first, so that two comments sent at once are not both the last.
    """
    limit = limit_on(person, council)
    if limit is None or not limit.holds or limit.until is None:
        return
    until = moment(limit.until)
    check_not_suspended(person, council)
    accounts.hold_person(person, to_change=True)
    today = clock.local(clock.now()).replace(
        hour=0, minute=0, second=0, microsecond=0, tzinfo=None, fold=0
    )
    if said_since(person, council, clock.from_local(today)) >= limit.per_day:
        raise Refused(
            _(
                "You have written all you can today: %(number)s a day until %(when)s.",
                number=limit.per_day,
                when=until,
            )
        )


def hold_if_limited(person: Person, council: Council) -> None:
    """Hold whoever may say less, before the proposal, as whoever gives something does."""
    limit = limit_on(person, council)
    if limit is not None and limit.holds:
        accounts.hold_person(person, to_change=True)


def check_not_suspended(person: Person, council: Council) -> None:
    """Refuse whoever may write nothing here, not even in words that stand already."""
    limit = limit_on(person, council)
    if limit is not None and limit.holds and limit.is_suspension and limit.until is not None:
        until = moment(limit.until)
        raise Refused(_("You cannot write here until %(when)s. See our e-mail.", when=until))
