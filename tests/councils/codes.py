"""Codes printed for tests."""

from datetime import timedelta

from consult.core import clock
from consult.councils import rules
from consult.councils.letters import new_batch
from consult.councils.models import Role
from tests.factories import a_member


def printed(council, number=1, days=30, batch=None, owner=None):
    today = clock.local(clock.now()).date()
    owner = owner or a_member(council, Role.OWNER)
    last_day = today + timedelta(days=days)
    return rules.print_codes(owner, council, batch or new_batch(today), number, last_day)
