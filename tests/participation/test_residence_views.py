from consult.accounts.models import Verification
from consult.core.db import db
from consult.councils import queries as councils
from consult.councils.models import Place, Postcode, Residence
from consult.participation import queries, rules
from consult.participation.models import Stance
from tests.councils.codes import printed
from tests.factories import a_council, a_person, a_proposal, a_residence

POSTCODE = "ZZ1 2AB"


def a_council_with_postcodes():
    council = a_council()
    db.session.add(Postcode(council_id=council.id, postcode="ZZ12AB", ward="Millbrook"))
    db.session.flush()
    return council


def address(council, what=""):
    return f"/councils/{council.slug}/about-you{what}"


def rows_with(text):
    found = []
    for name, table in db.metadata.tables.items():
        if name != "postcode":
            found += [name for row in db.session.execute(table.select()) if text in repr(row)]
    return found


def test_strangers_are_asked_to_sign_in(browser):
    council = a_council()

    assert browser.get(address(council)).status_code == 303
    for what in ("/postcode", "/ward", "/letter", "/forget"):
        assert browser.post(address(council, what)).location.startswith("/account/sign-in")


def test_a_postcode_becomes_a_ward_and_is_kept_nowhere(browser, caplog):
    council, person = a_council_with_postcodes(), a_person()
    browser.sign_in(person)

    done = browser.post(address(council, "/postcode"), {"postcode": " zz1 2ab "})

    assert done.location == address(council)
    assert "Your ward: Millbrook" in browser.get(address(council)).words
    assert councils.level_in(person, council) is Verification.ADDRESS_CLAIMED
    for spelling in ("ZZ1 2AB", "ZZ12AB", "zz1 2ab"):
        assert rows_with(spelling) == []
        assert spelling not in caplog.text


def test_a_postcode_elsewhere_is_explained_beside_the_field_and_changes_nothing(browser):
    council = a_council_with_postcodes()
    browser.sign_in(a_person())

    unknown = browser.post(address(council, "/postcode"), {"postcode": "ZZ9 9ZZ"})
    shapeless = browser.post(address(council, "/postcode"), {"postcode": "Millbrook"})

    assert unknown.status_code == shapeless.status_code == 422
    assert "do not find this postcode" in unknown.one("#postcode-error").text
    assert unknown.one("#postcode")["value"] == "ZZ9 9ZZ"
    assert "full UK postcode" in shapeless.one("#postcode-error").text
    assert db.session.query(Residence).count() == 0


def test_a_ward_from_the_list_or_none_is_taken_at_ones_word(browser):
    council, person = a_council(), a_person()
    browser.sign_in(person)

    for value, level in (
        ("ward:Thorn Hill", Verification.ADDRESS_CLAIMED),
        ("outside", Verification.EMAIL_VERIFIED),
        ("no_fixed_address", Verification.ADDRESS_CLAIMED),
    ):
        assert browser.post(address(council, "/ward"), {"ward": value}).status_code == 303
        assert councils.level_in(person, council) is level
    for forged in ("ward:Nowhere", "in_area", ""):
        assert browser.post(address(council, "/ward"), {"ward": forged}).status_code == 422
    assert councils.residence_of(person, council).place is Place.NO_FIXED_ADDRESS


def test_a_code_from_a_letter_moves_the_vote_that_was_given_before(browser):
    proposal, person = a_proposal(), a_person()
    council = proposal.council
    (code,) = printed(council)
    rules.cast_vote(person, proposal, Stance.OPPOSE)
    browser.sign_in(person)
    here = f"/councils/{council.slug}/proposals/{proposal.slug}"
    assert "Tell us your ward" in browser.get(here).words

    done = browser.post(address(council, "/letter"), {"code": code.lower().replace("-", " ")})

    assert done.status_code == 303
    assert "Your address is checked" in browser.get(address(council)).words
    assert queries.tally_by_level(proposal)[Stance.OPPOSE][Verification.ADDRESS_VERIFIED] == 1
    assert queries.recount() == []
    assert "Tell us your ward" not in browser.get(here).words


def test_wrong_codes_run_out_and_right_ones_are_not_counted(browser, limits):
    council = a_council()
    (code,) = printed(council)
    browser.sign_in(a_person())

    for _ in range(10):
        page = browser.post(address(council, "/letter"), {"code": "BBBB-BBBB-BBBB"})
        assert page.status_code == 422
    assert "not a code of this council" in page.one("#code-error").text

    assert browser.post(address(council, "/letter"), {"code": code}).status_code == 429


def test_what_was_said_is_forgotten_when_asked(browser):
    proposal, person = a_proposal(), a_person()
    a_residence(person, proposal.council, ward="Millbrook")
    rules.cast_vote(person, proposal, Stance.SUPPORT)
    browser.sign_in(person)

    for _twice in range(2):
        assert browser.post(address(proposal.council, "/forget")).status_code == 303

    assert db.session.query(Residence).count() == 0
    assert queries.tally_by_level(proposal)[Stance.SUPPORT][Verification.EMAIL_VERIFIED] == 1
    assert queries.recount() == []


def test_results_switch_between_everybody_and_the_verified(browser):
    proposal, known = a_proposal(), a_person()
    a_residence(known, proposal.council)
    rules.cast_vote(known, proposal, Stance.SUPPORT)
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/results"

    everybody, verified = browser.get(here), browser.get(f"{here}?who=verified")

    assert everybody.one(".who a[aria-current]").text == "Everybody (2)"
    assert verified.one(".who a[aria-current]").text == "Verified only (1)"
    assert "1 Oppose" in everybody.one("svg desc").text
    assert "0 Oppose" in verified.one("svg desc").text
    rows = [row.text for row in everybody.select("#results table:last-of-type tr")]
    assert "Address checked Counted as verified1" in rows


def test_hidden_results_stay_hidden_for_every_choice_of_people(browser):
    proposal = a_proposal(hides_results=True)
    rules.cast_vote(a_person(), proposal, Stance.OPPOSE)
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/results"

    for who in ("all", "verified", "x"):
        page = browser.get(f"{here}?who={who}")
        assert not page.select("table, svg.stance-bar, .who")
        assert "Oppose" not in page.one("#results").text


def test_the_page_costs_a_handful_of_statements(browser, at_most):
    council = a_council()
    browser.sign_in(a_person())

    with at_most(12):
        assert browser.get(address(council)).status_code == 200
