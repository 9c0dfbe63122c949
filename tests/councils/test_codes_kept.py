"""How long codes of letters are kept, and what their owners see of them."""

from datetime import timedelta

from consult.core import clock
from consult.core.db import db
from consult.councils import rules
from consult.councils.models import LetterCode, Residence, Role
from consult.councils.tasks import forget_codes
from tests.councils.codes import printed
from tests.factories import a_council, a_member, a_person


def test_codes_are_forgotten_a_month_after_they_ran_out():
    council = a_council()
    printed(council, 2, days=1)
    printed(council, 3, days=300)
    rules.use_code(a_person(), council, printed(council, days=1)[0])

    with clock.at(clock.now() + timedelta(days=31)):
        forget_codes()
        assert db.session.query(LetterCode).count() == 6
    with clock.at(clock.now() + timedelta(days=33)):
        forget_codes()

    assert db.session.query(LetterCode).count() == 3
    assert db.session.query(Residence).count() == 1


def test_an_owner_does_not_watch_the_code_of_one_home(browser):
    council = a_council()
    owner = a_member(council, Role.OWNER)
    rules.use_code(a_person(), council, printed(council, batch="20260301-AAAAAA")[0])
    rules.use_code(a_person(), council, printed(council, 10, batch="20260302-BBBBBB")[0])

    page = browser.sign_in(owner).get(f"/desk/{council.slug}/residents")

    numbers = [cell.text for cell in page.select("td.n")]
    at = numbers.index("10")
    assert numbers[at : at + 4] == ["10", "1", "1", "not shown"]
