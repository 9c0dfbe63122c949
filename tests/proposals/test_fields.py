import pytest

from consult.proposals.enums import Article9, DpiaTrigger, OrganisationType
from consult.proposals.fields import FIELDS, SECTIONS, Kind, field, section, section_of


def test_fifteen_sections_stand_in_four_groups():
    assert len(SECTIONS) == 15
    assert len({str(part.group) for part in SECTIONS}) == 4


def test_every_field_is_asked_once():
    assert len(FIELDS) == sum(len(part.fields) for part in SECTIONS)


@pytest.mark.parametrize("each", FIELDS.values(), ids=FIELDS)
def test_a_field_has_what_its_kind_needs(each):
    for one in (each, *each.columns):
        assert bool(one.columns) == (one.kind is Kind.ROWS)
        chooses = one.kind in (Kind.CHOICE, Kind.CHOICES)
        assert bool(one.choices or one.rows_from) == chooses
        assert one.rows_from is None or FIELDS[one.rows_from].kind is Kind.ROWS
    keys = [column.key for column in each.columns]
    assert len(keys) == len(set(keys))
    assert "id" not in keys


def test_a_field_is_found_with_its_section():
    assert section_of("retention_period") is section("handling")
    assert field("data_items").column("why_needed").required


def test_fourteen_signs_decide_alone():
    assert sum(sign.is_decisive for sign in DpiaTrigger) == 14


def test_an_unknown_key_finds_nothing():
    assert OrganisationType.of("council") is OrganisationType.COUNCIL
    assert OrganisationType.of("guild") is None
    assert OrganisationType.of(None) is None


def test_only_listed_conditions_need_schedule_1():
    assert Article9.SUBSTANTIAL_PUBLIC_INTEREST.schedule1_part == 2
    assert Article9.HEALTH_OR_SOCIAL_CARE.schedule1_part == 1
    assert Article9.EXPLICIT_CONSENT.schedule1_part is None
