"""Becoming a person here, and the name others see."""

from collections.abc import Callable
from uuid import UUID

from email_validator import EmailNotValidError, validate_email

from consult.accounts import names, queries
from consult.accounts.models import Channel, CoveredName, Person, Verification
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused


def normal_email(text: str) -> str:
    """One spelling for one address."""
    try:
        checked = validate_email(
            text.strip(), check_deliverability=False, allow_smtputf8=False, test_environment=True
        )
    except EmailNotValidError as error:
        raise Invalid("email", _wrong_address()) from error
    address = (checked.ascii_email or "").lower()
    if not address or len(address) > 254:
        raise Invalid("email", _wrong_address())
    return address


def person_for(email: str, place: str | None = None, name: str | None = None) -> Person:
    """The person of a confirmed address; made, with a given name, if there is none."""
    address = normal_email(email)
    found = queries.person_by_email(address)
    if found is not None:
        return found
    made = Person(email=address, pseudonym=_new_pseudonym(place), place=place)
    if name is not None:
        choose_real_name(made, name)
    db.session.add(made)
    db.session.flush()
    return made


def person_by_channel(channel: Channel) -> Person:
    """Somebody who took part without this site: no address, and a name that says only how."""
    made = Person(
        channel=channel,
        pseudonym=_free(lambda digits: names.given(channel.one, digits)),
        verification=Verification.GUEST_UNVERIFIED,
    )
    db.session.add(made)
    db.session.flush()
    return made


def choose_real_name(person: Person, name: str) -> None:
    """Be seen under a name of one's own."""
    try:
        cleaned = names.clean(name)
    except names.Unfit as unfit:
        raise Invalid("name", _why_unfit(str(unfit))) from unfit
    if _is_covered(person, cleaned):
        raise Invalid("name", _("Moderators covered this name. Choose another, or write to them."))
    person.real_name = cleaned
    person.shows_real_name = True
    person.name_chosen_at = clock.now()


def choose_pseudonym(person: Person) -> None:
    """Be seen under the given name."""
    person.shows_real_name = False
    person.name_chosen_at = clock.now()


def cover_name(person: Person, by: UUID) -> CoveredName:
    """Show the given name in the place of the chosen one, which cannot be chosen again."""
    cover = CoveredName(
        person_id=person.id, plain=names.plain(person.real_name or ""), covered_by=by
    )
    cover.created_at = clock.now()
    db.session.add(cover)
    person.shows_real_name = False
    db.session.flush()
    return cover


def uncover_name(person: Person, cover: CoveredName) -> None:
    """Allow a name again, and show it unless its holder has chosen anything since."""
    cover.ended_at = clock.now()
    db.session.flush()
    is_theirs = names.plain(person.real_name or "") == cover.plain
    chose = person.name_chosen_at is not None and person.name_chosen_at > cover.created_at
    if is_theirs and not chose and not _is_covered(person, person.real_name or ""):
        person.shows_real_name = True
    db.session.flush()


def _is_covered(person: Person, name: str) -> bool:
    plain = names.plain(name)
    return any(one.plain == plain for one in queries.covers(person))


def renew_pseudonym(person: Person) -> None:
    """Exchange the given name for another, once."""
    if not person.may_renew_pseudonym:
        raise Refused(_("You have already had a new name. It cannot be changed again."))
    person.pseudonym = _new_pseudonym(person.place)
    person.pseudonym_renewed_at = clock.now()


def _new_pseudonym(place: str | None) -> str:
    where = (place or str(_("this area")))[:60]
    return _free(lambda digits: str(_("Resident of %(place)s", place=names.given(where, digits))))


def _free(make: Callable[[int], str]) -> str:
    for digits in (4, 4, 4, 4, 6, 8):
        pseudonym = make(digits)
        if not queries.is_pseudonym_taken(pseudonym):
            return pseudonym
    raise Refused(_("No name is free at the moment. Try again."))


def _wrong_address() -> str:
    return str(_("Enter an e-mail address in the right format, like name@example.com."))


def _why_unfit(fault: str) -> str:
    said = {
        "empty": _("Enter the name that others should see."),
        "long": _("Shorten the name to 60 characters or fewer."),
        "hidden": _("Remove the hidden characters from the name."),
        "mixed": _("Write the name in one alphabet."),
        "official": _(
            "Choose a name that could not be taken for a council, its staff or a given name."
        ),
        "letters": _("Use letters, spaces, hyphens, full stops and apostrophes only."),
    }
    return str(said[fault])
