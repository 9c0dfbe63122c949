import json

import pytest

from consult.changelog.models import Entry, Fact
from consult.core.db import db
from consult.core.errors import Forbidden, Invalid, NotFound, Refused
from consult.councils import queries, rules
from consult.councils.models import Invitation, Role, Staff
from consult.jobs.models import Mail
from tests.councils.pictures import a_png, an_svg
from tests.factories import a_council, a_member, a_person


def facts(council):
    """What the record says about a council's settings."""
    rows = db.session.query(Entry).filter_by(council_id=council.id, kind=Fact.SETTINGS_CHANGED)
    return [json.loads(row.body)["body"] for row in rows.order_by(Entry.seq)]


def invitation_mails(address):
    return db.session.query(Mail).filter_by(to=address).order_by(Mail.queued_at, Mail.id).all()


def token_of(mail):
    return mail.text.split("/invitations/")[1].split()[0]


def joined(**given):
    given = {
        "slug": "thornmere",
        "name": "Thornmere Council",
        "nation": "England",
        "reference_prefix": "THN",
        "wards": ["Millbrook", " "],
        "languages": ["en"],
        "contact_email": "dpo@thornmere.example",
        "colour": "#43356B",
    } | given
    return rules.create_council(**given)


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def owner(council):
    return a_member(council, Role.OWNER)


def test_a_council_joins_with_its_owner_invited():
    council = joined(owner_email="Owner@thornmere.example")

    assert queries.council("thornmere") is council
    assert council.wards == ["Millbrook"]
    assert council.colour == "#43356b"
    assert facts(council) == [{"what": "council_created", "role": ""}]
    assert len(invitation_mails("owner@thornmere.example")) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"slug": "Thorn mere"}, "slug"),
        ({"slug": "-a"}, "slug"),
        ({"name": "x"}, "name"),
        ({"name": "Thorn\u202emere"}, "name"),
        ({"nation": "France"}, "nation"),
        ({"reference_prefix": "thn"}, "reference_prefix"),
        ({"languages": ["fr"]}, "languages"),
        ({"contact_email": "nobody"}, "email"),
        ({"colour": "#ffff00"}, "colour"),
    ],
)
def test_a_council_that_is_not_described_right_does_not_join(wrong, field):
    with pytest.raises(Invalid) as refused:
        joined(**wrong)

    assert refused.value.field == field
    with pytest.raises(NotFound):
        queries.council("thornmere")


def test_the_same_council_does_not_join_twice():
    joined()

    with pytest.raises(Refused):
        joined(name="Another")
    with pytest.raises(Refused):
        joined(slug="another")


def test_a_role_given_twice_is_given_once(council):
    person = a_person()

    rules.give_role(council, person, Role.OFFICER)
    rules.give_role(council, person, Role.OFFICER)

    assert queries.roles_of(person, council) == {Role.OFFICER}
    assert facts(council) == [{"what": "role_given", "role": "officer"}]


def test_the_same_invitation_twice_is_one(council, owner):
    first = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)
    second = rules.invite(owner, council, "BEA@example.org", Role.MODERATOR)

    assert first is second
    assert len(invitation_mails("bea@example.org")) == 1


def test_only_an_owner_invites(council):
    officer = a_member(council, Role.OFFICER)

    with pytest.raises(Forbidden):
        rules.invite(officer, council, "bea@example.org", Role.OWNER)

    assert queries.waiting_invitations(council) == []


def test_an_owner_of_one_council_invites_to_no_other(council, owner):
    with pytest.raises(Forbidden):
        rules.invite(owner, a_council(), "bea@example.org", Role.OFFICER)


def test_nobody_is_invited_to_what_they_are(council, owner):
    member = a_member(council, Role.OFFICER)

    with pytest.raises(Invalid):
        rules.invite(owner, council, member.email, Role.OFFICER)


def test_an_invitation_accepted_gives_the_role_once_and_names_nobody_in_the_record(council, owner):
    offered = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)

    person = rules.accept(offered)

    assert person.email == "bea@example.org"
    assert queries.roles_of(person, council) == {Role.MODERATOR}
    assert facts(council) == [{"what": "role_given", "role": "moderator"}]
    with pytest.raises(Refused):
        rules.accept(offered)


def test_an_invitation_ends_after_seven_days_and_can_be_renewed(council, owner, clock):
    offered = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)
    clock.forward(days=7, seconds=1)

    with pytest.raises(Refused):
        rules.accept(offered)
    again = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)

    assert again is offered
    assert again.is_open
    assert len(invitation_mails("bea@example.org")) == 2


def test_sending_again_closes_the_link_sent_before(council, owner):
    offered = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)
    old = token_of(invitation_mails("bea@example.org")[0])

    rules.resend(owner, offered)

    new = token_of(invitation_mails("bea@example.org")[1])
    assert queries.invitation_by_token(new) is offered
    with pytest.raises(NotFound):
        queries.invitation_by_token(old)


def test_a_withdrawn_invitation_is_gone_and_can_be_made_anew(council, owner):
    offered = rules.invite(owner, council, "bea@example.org", Role.MODERATOR)

    rules.withdraw(owner, offered)
    rules.withdraw(owner, offered)

    with pytest.raises(Refused):
        rules.accept(offered)
    with pytest.raises(Refused):
        rules.resend(owner, offered)
    assert rules.invite(owner, council, "bea@example.org", Role.MODERATOR) is not offered
    assert db.session.query(Invitation).count() == 2


def test_somebody_else_cannot_accept(council, owner):
    offered = rules.invite(owner, council, "bea@example.org", Role.OWNER)
    other = a_person()

    with pytest.raises(Refused):
        rules.accept(offered, other)

    assert queries.roles_of(other, council) == frozenset()


def test_the_last_owner_stays(council, owner):
    staff = queries.role_held(owner, council, Role.OWNER)

    with pytest.raises(Refused):
        rules.take_role(owner, staff)

    assert queries.staff_with(council, Role.OWNER) == [owner]


def test_one_of_two_owners_can_go(council, owner):
    other = a_member(council, Role.OWNER)

    rules.take_role(owner, queries.role_held(owner, council, Role.OWNER))

    assert queries.staff_with(council, Role.OWNER) == [other]
    assert facts(council) == [{"what": "role_taken", "role": "owner"}]
    with pytest.raises(Forbidden):
        rules.take_role(owner, queries.role_held(other, council, Role.OWNER))


def test_a_member_is_listed_once_with_all_their_roles(council, owner):
    a_member(council, Role.ANALYST, person=owner)
    a_member(a_council(), Role.OFFICER)

    members = queries.members(council)

    assert [(member.person, [staff.role for staff in member.roles]) for member in members] == [
        (owner, [Role.OWNER, Role.ANALYST])
    ]


def test_another_councils_staff_row_is_not_found(council):
    other = a_council()
    a_member(other, Role.OFFICER)
    row = db.session.query(Staff).filter_by(council=other).one()

    with pytest.raises(NotFound):
        queries.staff_row(council, row.id)


def test_a_new_look_is_recorded_once_and_gets_a_new_version(council, owner):
    was = council.brand_version

    for _ in range(2):
        rules.change_branding(owner, council, "Thornmere", "#43356b", a_png())

    assert council.brand_version == was + 1
    assert (council.name, council.colour, council.logo_type) == (
        "Thornmere",
        "#43356b",
        "image/png",
    )
    assert facts(council) == [{"what": "branding", "role": ""}]


def test_a_pale_colour_is_refused_with_its_ratio_and_a_better_one(council, owner):
    with pytest.raises(Invalid) as refused:
        rules.change_branding(owner, council, "Thornmere", "#ffcc00")

    assert "1.5 to 1" in str(refused.value.message)
    assert "#907300" in str(refused.value.message)
    assert council.name != "Thornmere"


@pytest.mark.parametrize(
    "picture",
    [b"GIF89a", b"hello", a_png(3000, 1, pixels=b""), an_svg("<text>x</text>"), b"<svg" * 60_000],
)
def test_what_is_no_logo_changes_nothing(council, owner, picture):
    with pytest.raises(Invalid) as refused:
        rules.change_branding(owner, council, council.name, council.colour, picture)

    assert refused.value.field == "logo"
    assert not council.has_logo


def test_two_councils_never_share_a_name(council, owner):
    other = a_council()

    with pytest.raises(Invalid):
        rules.change_branding(owner, council, other.name, council.colour)


def test_a_logo_can_be_removed(council, owner):
    rules.change_branding(owner, council, council.name, council.colour, an_svg())

    rules.change_branding(owner, council, council.name, council.colour, remove_logo=True)

    assert not council.has_logo
    with pytest.raises(NotFound):
        queries.logo(council)
