"""Lists of postcodes, codes on letters, and what they make of a resident."""

import csv
import gc
import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.accounts.models import Verification
from consult.core import clock
from consult.core.db import db
from consult.core.errors import Forbidden, Invalid, Refused
from consult.councils import letters, postcodes, queries, rules
from consult.councils.models import LetterCode, Place, Postcode, Residence, Role
from tests.councils.codes import printed
from tests.factories import a_council, a_member, a_person, a_residence

TABLE = "Ward,Postcode\nMillbrook,zz1 1aa\nThorn Hill,ZZ11AB\n"


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def owner(council):
    return a_member(council, Role.OWNER)


def upload(owner, council, text):
    return rules.upload_postcodes(owner, council, io.StringIO(text))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("sw1a 1aa", "SW1A1AA"),
        ("M1 1AE", "M11AE"),
        (" zz1\u00a01aa ", "ZZ11AA"),
        ("EC1A-1BB", "EC1A1BB"),
        ("SW1A", None),
        ("SW1A 1CI", None),
        ("12345", None),
        ("ZZ1 1AA; DROP", None),
        ("", None),
    ],
)
def test_postcodes_have_one_spelling(typed, kept):
    assert postcodes.normal(typed) == kept


@given(st.text())
def test_any_text_is_a_postcode_or_none(text):
    known = postcodes.normal(text)

    assert known is None or (postcodes.normal(known) == known and known.isascii())


@given(st.text(), st.lists(st.text()))
def test_any_file_is_a_table_or_names_its_fault(head, lines):
    try:
        found = postcodes.table([f"postcode,ward,{head}\n", *lines])
    except postcodes.Fault:
        return
    assert all(postcodes.normal(postcode) == postcode for postcode in found)


def test_a_list_is_replaced_as_a_whole(council, owner):
    other = a_council()
    upload(a_member(other, Role.OWNER), other, TABLE)
    upload(owner, council, TABLE)

    assert upload(owner, council, "postcode,ward\nZZ1 1AD,Millbrook\n") == 1

    assert queries.ward_of(council, "ZZ11AA") is None
    assert queries.ward_of(council, "ZZ11AD") == "Millbrook"
    assert queries.ward_of(other, "ZZ11AB") == "Thorn Hill"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,ward\n", "first line must name"),
        ("postcode,ward\n", "names no postcode"),
        ("postcode,ward\nZZ1 1AA,Millbrook\nhere,Millbrook\n", "Line 3: “here”"),
        ("postcode,ward\nZZ1 1AA\n", "Line 2 lacks"),
        ("postcode,ward\nZZ1 1AA,\n", "Line 2 has no ward"),
        ("postcode,ward\nZZ1 1AA,Millbrook\nzz11aa,Thorn Hill\n", "Line 3: “zz11aa” lies"),
        ('postcode,ward\nZZ1 1AA,"Mill\n', "Line 2 cannot be read"),
        ("postcode,ward\nZZ1 1AA,Atlantis\n", "not wards of this council: Atlantis"),
    ],
)
def test_a_list_with_a_fault_names_it_and_changes_nothing(council, owner, text, said):
    upload(owner, council, TABLE)

    with pytest.raises(Invalid, match=said):
        upload(owner, council, text)

    assert queries.postcode_count(council) == 2


def test_a_list_takes_fifty_thousand_postcodes_and_no_more(council, owner):
    letters_ = "ABDEFGHJLNPQRSTUWXYZ"
    codes = [
        f"{area}Z{district} {sector}{one}{two}"
        for area in "ABCDE"
        for district in range(1, 10)
        for sector in range(1, 10)
        for one in letters_
        for two in letters_
    ]
    lines = ["postcode,ward\n", *(f"{code},Millbrook\n" for code in codes)]

    assert rules.upload_postcodes(owner, council, lines[:50_001]) == 50_000
    with pytest.raises(Invalid, match="more than 50,000"):
        rules.upload_postcodes(owner, council, lines[:50_002])
    assert queries.postcode_count(council) == 50_000


def test_only_owners_upload_print_and_ask(council):
    officer = a_member(council, Role.OFFICER)

    for act in (
        lambda: upload(officer, council, TABLE),
        lambda: printed(council, owner=officer),
        lambda: rules.ask_equality(officer, council, asks=True),
    ):
        with pytest.raises(Forbidden):
            act()
    assert db.session.query(LetterCode).count() == db.session.query(Postcode).count() == 0


def test_codes_are_long_distinct_and_kept_as_hashes_only(council):
    codes = printed(council, 200)

    assert len(set(codes)) == 200
    assert all(letters.normal(code) == code.replace("-", "") for code in codes)
    assert len(letters.ALPHABET) ** letters.LENGTH > 2**50
    assert not set(letters.ALPHABET) & set("01OIL5SAEU")
    rows = repr(db.session.execute(LetterCode.__table__.select()).all())
    assert not any(code in rows or letters.normal(code) in rows for code in codes)


def test_a_code_is_good_once_for_one_person_of_one_council(council):
    one, two, other = a_person(), a_person(), a_council()
    (code,) = printed(council)

    with pytest.raises(Invalid, match="not a code of this council"):
        rules.use_code(one, other, code)
    rules.use_code(one, council, code)
    with pytest.raises(Invalid, match="has been used"):
        rules.use_code(two, council, code)

    assert queries.level_in(one, council) is Verification.ADDRESS_VERIFIED
    assert queries.level_in(two, council) is Verification.EMAIL_VERIFIED
    assert queries.level_in(one, other) is Verification.EMAIL_VERIFIED


def test_nothing_kept_tells_who_used_which_code(council):
    person = a_person()
    code, _spare = printed(council, 2)

    rules.use_code(person, council, code)

    used = db.session.query(LetterCode).filter_by(is_used=True).one()
    held = queries.residence_of(person, council)
    kept = {str(getattr(used, column.name)) for column in LetterCode.__table__.columns}
    about = {str(getattr(held, column.name)) for column in Residence.__table__.columns}
    assert kept & about == {str(council.id)}
    assert letters.code_hash(council.id, code) == used.code_hash


def test_whoever_is_checked_keeps_a_second_code_unused(council):
    person = a_person()
    first, second = printed(council, 2)
    rules.use_code(person, council, first)

    with pytest.raises(Refused, match="already"):
        rules.use_code(person, council, second)

    rules.use_code(a_person(), council, second)


def test_a_code_runs_out_at_the_end_of_its_last_day_in_london(council, clock):
    first, second = printed(council, 2, days=3)
    last = db.session.query(LetterCode).first().expires_at

    clock.at(last - timedelta(seconds=1))
    rules.use_code(a_person(), council, first)
    clock.at(last)
    with pytest.raises(Invalid, match="run out"):
        rules.use_code(a_person(), council, second)


@pytest.mark.parametrize(("number", "days"), [(0, 30), (5_001, 30), (10, 0), (10, 400)])
def test_too_many_codes_or_for_too_long_are_refused(council, number, days):
    with pytest.raises(Invalid):
        printed(council, number, days)

    assert db.session.query(LetterCode).count() == 0


def test_a_printing_is_made_once(council, owner):
    batch = letters.new_batch(clock.now().date())
    printed(council, 3, batch=batch, owner=owner)

    with pytest.raises(Refused, match="cannot be shown again"):
        printed(council, 3, batch=batch, owner=owner)

    (made,) = queries.letter_batches(council)
    assert (made.batch, made.printed, made.used) == (batch, 3, 0)


def test_moving_to_another_ward_needs_another_letter(council):
    person = a_person()
    (code,) = printed(council)
    rules.use_code(person, council, code)

    rules.choose_ward(person, council, Place.IN_AREA, "Millbrook")
    assert queries.level_in(person, council) is Verification.ADDRESS_VERIFIED
    rules.choose_ward(person, council, Place.IN_AREA, "Millbrook")
    assert queries.level_in(person, council) is Verification.ADDRESS_VERIFIED
    rules.choose_ward(person, council, Place.IN_AREA, "Thorn Hill")
    assert queries.level_in(person, council) is Verification.ADDRESS_CLAIMED
    rules.choose_ward(person, council, Place.OUTSIDE)
    assert queries.level_in(person, council) is Verification.EMAIL_VERIFIED


def test_an_organisation_stays_one_wherever_it_is(council):
    person = a_person(verification=Verification.ORGANISATION)
    a_residence(person, council, level=Verification.ADDRESS_CLAIMED)

    assert queries.level_in(person, council) is Verification.ORGANISATION
    assert queries.levels_in(council, [person])[person.id] is Verification.ORGANISATION


def test_the_desk_uploads_prints_and_switches(browser, council, owner):
    here = f"/desk/{council.slug}/residents"
    browser.sign_in(owner)
    batch = browser.get(here).one("input[name=batch]")["value"]
    file = (io.BytesIO(b"\xef\xbb\xbf" + TABLE.encode()), "wards.csv")
    last_day = (clock.now() + timedelta(days=20)).date().isoformat()
    codes = {"batch": batch, "number": "3", "last_day": last_day}

    assert browser.post(f"{here}/postcodes", {"table": file}).location == here
    sheet = browser.post(f"{here}/letters", codes)
    again = browser.post(f"{here}/letters", codes)
    assert browser.post(f"{here}/equality", {"asks": "y"}).location == here

    rows = list(csv.DictReader(io.StringIO(sheet.text)))
    assert len(rows) == 3
    assert sheet.headers["Content-Disposition"].startswith("attachment")
    assert sheet.headers["Cache-Control"] == "no-store"
    assert again.status_code == 409
    page = browser.get(here)
    assert "Your list names 2 postcodes." in page.words
    assert page.one("#asks").get("checked") is not None
    assert batch in page.words
    assert not any(row["code"] in page.text for row in rows)


def test_a_faulty_list_is_explained_beside_the_field(browser, council, owner):
    browser.sign_in(owner)
    here = f"/desk/{council.slug}/residents"

    for file in (b"postcode,ward\nnowhere,Millbrook\n", b"\xff\xfe\x00", b""):
        page = browser.post(f"{here}/postcodes", {"table": (io.BytesIO(file), "a.csv")})
        assert page.status_code == 422
        assert page.one("#table-error").text
    assert browser.post(f"{here}/postcodes").status_code == 422


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_a_list_may_be_larger_than_other_forms_and_not_boundless(browser, council, owner):
    browser.sign_in(owner)
    address = f"/desk/{council.slug}/residents/postcodes"

    large = TABLE + "\n" * 2_000_000
    assert (
        browser.post(address, {"table": (io.BytesIO(large.encode()), "a.csv")}).status_code == 303
    )
    huge = io.BytesIO(b"\n" * 5_000_000)
    assert browser.post(address, {"table": (huge, "a.csv")}).status_code == 413
    gc.collect()  # the test client leaves files behind that it wrote large forms to
