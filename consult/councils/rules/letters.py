"""Codes on letters: printed by a council, good once, for one person, until a day."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import delete

from consult.accounts.models import Person, Verification
from consult.accounts.queries import hold_person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import letters, queries
from consult.councils.models import Council, LetterCode, Residence
from consult.councils.rules.residence import verify
from consult.councils.rules.roles import check_owner

MOST_CODES = 5_000
LONGEST_LIFE = timedelta(days=366)
KEPT_AFTER = timedelta(days=30)  # so long somebody is told that their code has run out


def print_codes(
    owner: Person, council: Council, batch: str, number: int, last_day: date
) -> list[str]:
    """Make the codes of one printing; nobody can read them again afterwards."""
    council = queries.locked_council(council)
    check_owner(owner, council)
    if not letters.BATCH.fullmatch(batch):
        raise Invalid("batch", _("Open this page again to print codes."))
    if not 1 <= number <= MOST_CODES:
        raise Invalid("number", _("Enter a number from 1 to 5,000."))
    today = clock.local(clock.now()).date()
    if not today < last_day <= today + LONGEST_LIFE:
        raise Invalid("last_day", _("Enter a day from tomorrow to a year from now."))
    if queries.is_printed(council, batch):
        raise Refused(
            _("These codes were printed before and cannot be shown again. Print new ones.")
        )
    codes = [letters.new_code() for _each in range(number)]
    now = clock.now()
    ends = clock.from_local(datetime.combine(last_day + timedelta(days=1), time.min))
    db.session.add_all(
        LetterCode(
            council_id=council.id,
            batch=batch,
            code_hash=letters.code_hash(council.id, code),
            expires_at=ends,
            created_at=now,
        )
        for code in codes
    )
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="letter_codes", role="")
    return codes


def use_code(person: Person, council: Council, code: str) -> Residence:
    """Take a code from a letter for proof; which of the codes it was is not kept."""
    known = letters.normal(code)
    if known is None:
        raise Invalid("code", _("Enter the 12 letters and digits from your letter."))
    hold_person(person, to_change=True)
    if queries.level_in(person, council) is Verification.ADDRESS_VERIFIED:
        raise Refused(_("Your address is checked already. You can give this code away."))
    found = queries.letter_code(council, letters.code_hash(council.id, known))
    if found is None:
        raise Invalid("code", _("This is not a code of this council. Check each letter and digit."))
    if found.is_used:
        raise Invalid("code", _("This code has been used. Each code is good for one person."))
    if found.expires_at <= clock.now():
        raise Invalid("code", _("This code has run out. Ask the council for a new letter."))
    found.is_used = True
    return verify(person, council)


def forget_codes() -> None:
    """Drop the codes that ran out some time ago, used or not."""
    before = clock.now() - KEPT_AFTER
    db.session.execute(delete(LetterCode).where(LetterCode.expires_at < before))
