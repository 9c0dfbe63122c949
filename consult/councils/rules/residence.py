"""Where somebody lives: looked up or chosen; the postcode is forgotten, the ward is kept."""

from consult.accounts.models import Person, Verification
from consult.accounts.queries import hold_person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import postcodes, queries
from consult.councils.models import Council, Place, Residence


def claim_address(person: Person, council: Council, postcode: str) -> Residence:
    """Take the ward in which a postcode lies; the postcode itself goes nowhere."""
    known = postcodes.normal(postcode)
    if known is None:
        raise Invalid("postcode", _("Enter a full UK postcode, like TM1 2AB."))
    ward = queries.ward_of(council, known)
    if ward is None:
        raise Invalid(
            "postcode",
            _("We do not find this postcode in the council’s area. Choose below where you live."),
        )
    return _settle(person, council, Place.IN_AREA, ward)


def choose_ward(
    person: Person, council: Council, place: Place, ward: str | None = None
) -> Residence:
    """Take somebody's word for where they live."""
    if place is not Place.IN_AREA:
        return _settle(person, council, place, None)
    if ward not in council.wards:
        raise Invalid("ward", _("Choose where you live."))
    return _settle(person, council, place, ward)


def forget_residence(person: Person, council: Council) -> None:
    """Forget where somebody lives; without that there is nothing to do."""
    hold_person(person, to_change=True)
    held = queries.residence_of(person, council)
    if held is not None:
        db.session.delete(held)
        db.session.flush()


def verify(person: Person, council: Council) -> Residence:
    """Note that a letter to a home in the area has reached somebody."""
    held = _held_or_new(person, council)
    if held.place is Place.OUTSIDE:
        held.place = Place.IN_AREA
    held.level, held.verified_at = Verification.ADDRESS_VERIFIED, clock.now()
    db.session.flush()
    return held


def _settle(person: Person, council: Council, place: Place, ward: str | None) -> Residence:
    """Keep what is said now; a letter vouches for where it was sent, not for anywhere else."""
    held = _held_or_new(person, council)
    if (held.place, held.ward) == (place, ward) and held not in db.session.new:
        return held
    names_it = held.ward is None and (held.place, place) == (Place.IN_AREA, Place.IN_AREA)
    if held.verified_at is None or not names_it:
        held.verified_at = None
        outside = place is Place.OUTSIDE
        held.level = Verification.EMAIL_VERIFIED if outside else Verification.ADDRESS_CLAIMED
    held.place, held.ward, held.claimed_at = place, ward, clock.now()
    db.session.flush()
    return held


def _held_or_new(person: Person, council: Council) -> Residence:
    hold_person(person, to_change=True)
    held = queries.residence_of(person, council)
    if held is None:
        held = Residence(
            council_id=council.id,
            person_id=person.id,
            place=Place.IN_AREA,
            level=Verification.EMAIL_VERIFIED,
            claimed_at=clock.now(),
        )
        db.session.add(held)
    return held
