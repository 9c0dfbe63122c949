from datetime import timedelta

import pytest

from consult.accounts import queries, rules
from consult.accounts.models import Person, Session, SignIn
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.jobs.models import Mail
from tests.factories import a_person


def last_mail() -> Mail:
    return db.session.query(Mail).order_by(Mail.queued_at.desc(), Mail.id).first()


def ask(email="ann@example.org", next_url=None):
    """Ask to sign in; tell what the mail holds."""
    db.session.query(Mail).delete()
    asked = rules.ask_to_sign_in(email, next_url)
    mail = db.session.query(Mail).one()
    token = mail.text.split("/account/sign-in/link/")[1].split()[0]
    code = mail.subject[:7].replace(" ", "")
    return asked, token, code


def another(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


@pytest.mark.parametrize("typed", [" Ann@Example.ORG ", "ANN@example.org"])
def test_one_address_has_one_spelling(typed):
    assert rules.normal_email(typed) == "ann@example.org"


@pytest.mark.parametrize(
    "typed", ["", "ann", "ann@", "@example.org", "ann@example.org\nBcc: x@y.org", "a b@example.org"]
)
def test_what_is_no_address_is_refused_beside_the_field(typed):
    with pytest.raises(Invalid) as refused:
        rules.normal_email(typed)

    assert refused.value.field == "email"


def test_a_new_person_gets_a_name_that_tells_the_place_only():
    person = rules.person_for("ann@example.org", place="Millbrook")

    assert person.public_name.startswith("Resident of Millbrook ")
    assert len(person.public_name.rpartition(" ")[2]) == 4
    assert "ann" not in person.public_name


def test_the_same_address_is_the_same_person():
    first = rules.person_for("ann@example.org", place="Millbrook")

    assert rules.person_for("Ann@Example.org", place="Thorn Hill") is first
    assert db.session.query(Person).filter_by(email="ann@example.org").count() == 1


def test_asking_makes_nobody_and_sends_one_mail_with_link_and_code():
    asked, token, code = ask()

    assert queries.person_by_email("ann@example.org") is None
    assert len(token) >= 43
    assert len(code) == 6
    assert token not in (asked.token_hash, asked.code_hash)
    assert code not in asked.code_hash
    assert "do nothing" in last_mail().text


def test_a_mail_does_not_tell_whether_the_address_was_known():
    a_person(email="known@example.org")

    _known, token, code = ask("known@example.org")
    known_text = last_mail().text.replace(token, "T").replace(f"{code[:3]} {code[3:]}", "C")
    db.session.query(Mail).delete()
    _new, token, code = ask("new@example.org")
    new_text = last_mail().text.replace(token, "T").replace(f"{code[:3]} {code[3:]}", "C")

    assert known_text == new_text


def test_a_link_lets_in_once():
    asked, token, code = ask()

    assert rules.use_link(token).email == "ann@example.org"
    assert rules.use_link(token) is None
    assert rules.use_code(asked.id, code) is None


def test_a_code_lets_in_once_with_or_without_its_space():
    asked, token, code = ask()

    assert rules.use_code(asked.id, f" {code[:3]} {code[3:]} ").email == "ann@example.org"
    assert rules.use_code(asked.id, code) is None
    assert rules.use_link(token) is None


def test_a_way_in_closes_after_ten_minutes(clock):
    asked, token, code = ask()

    clock.forward(minutes=10, seconds=1)

    assert rules.use_link(token) is None
    assert rules.use_code(asked.id, code) is None


def test_a_link_nobody_sent_lets_nobody_in():
    assert rules.use_link("x" * 43) is None


def test_five_wrong_codes_close_the_way_in_for_code_and_link():
    asked, token, code = ask()

    for _ in range(4):
        assert rules.use_code(asked.id, another(code)) is None
    assert asked.is_open
    rules.use_code(asked.id, another(code))

    assert not asked.is_open
    assert rules.use_code(asked.id, code) is None
    assert rules.use_link(token) is None


def test_a_code_of_one_sign_in_does_not_open_another():
    _first, _, code = ask()
    second, _, other = ask()
    if code == other:
        pytest.skip("one in a million")

    assert rules.use_code(second.id, code) is None


def test_after_many_wrong_codes_in_a_day_only_links_let_an_address_in(clock):
    for _ in range(4):
        asked, token, code = ask()
        for _ in range(5):
            rules.use_code(asked.id, another(code))
    asked, token, code = ask()

    assert rules.use_code(asked.id, code) is None
    assert rules.use_link(token) is not None
    clock.forward(days=1, minutes=1)
    asked, token, code = ask()
    assert rules.use_code(asked.id, code) is not None


def test_a_session_is_stored_without_its_secret():
    secret, begun = rules.sign_in_person(a_person(), "Chrome on Android")

    assert len(secret) >= 43
    assert secret not in begun.token_hash


def test_a_closed_account_lets_nobody_in(clock):
    person = a_person()
    _secret, begun = rules.sign_in_person(person, "Chrome on Android")
    person.disabled_at = begun.created_at

    assert not begun.is_live
    with pytest.raises(Refused):
        rules.sign_in_person(person, "Chrome on Android")


def test_signing_out_everywhere_ends_one_persons_sessions_only():
    ann, bea = a_person(), a_person()
    for person in (ann, ann, bea):
        rules.sign_in_person(person, "Chrome on Android")

    rules.end_all_sessions(ann)

    assert queries.live_sessions(ann) == []
    assert len(queries.live_sessions(bea)) == 1


def test_a_name_of_ones_own_is_shown_and_can_be_taken_back():
    person = a_person()

    rules.choose_real_name(person, " Ann  Bell ")
    assert person.public_name == "Ann Bell"

    rules.choose_pseudonym(person)
    assert person.public_name == person.pseudonym


def test_a_name_that_speaks_for_a_council_changes_nothing():
    person = a_person()

    with pytest.raises(Invalid):
        rules.choose_real_name(person, "Thornmere Council")

    assert person.public_name == person.pseudonym


def test_a_given_name_is_exchanged_once():
    person = rules.person_for("ann@example.org", place="Millbrook")
    was = person.pseudonym

    rules.renew_pseudonym(person)

    assert person.pseudonym != was
    assert person.pseudonym.startswith("Resident of Millbrook ")
    with pytest.raises(Refused):
        rules.renew_pseudonym(person)


def test_old_ways_in_and_ended_sessions_are_forgotten(clock):
    ask()
    person = a_person()
    _secret, ended = rules.sign_in_person(person, "Chrome on Android")
    rules.sign_in_person(person, "Firefox on Linux")
    rules.end_session(ended)

    clock.forward(days=3)
    ask("new@example.org")

    assert rules.forget_old() == 2
    db.session.flush()
    assert db.session.query(SignIn).one().email == "new@example.org"
    assert db.session.query(Session).one().browser == "Firefox on Linux"
    assert queries.live_sessions(person)[0].expires_at > ended.expires_at - timedelta(seconds=5)
