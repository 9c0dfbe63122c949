"""Personal details are found where they stand, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.finding import find, mask
from consult.core.personal_data.kinds import Kind
from consult.moderation.redaction import MARKER, Detail
from tests.core.comments import demo_comments, real_comments
from tests.core.detection import (
    is_high,
    precision,
    recall,
    seconds,
    trap_texts,
)
from tests.core.traps import SILENT

pytestmark = pytest.mark.either

SPELT = (
    "07912 345678|943 476 5919|jane@example.org|Mrs Jones| |\u200b|½|ﬁ|a|0|born 1/2/1984|"
    "12 Acacia Avenue|AB1 2CD|@|é|１２|(at)|.|\n|card |4111 1111 1111 1111|12-34-56 12345678|"
    "AB123456C|GB33 BUKB 2020 1555 5555 55|utr |UPRN |my son goes to |St Ann Primary School"
)
PIECES = st.sampled_from(SPELT.split("|"))
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join)


def found(text, **given):
    return [(one.kind, text[one.start : one.end]) for one in find(text, **given)]


@given(TEXTS)
def test_findings_stand_in_the_text_in_order_and_none_over_another(text):
    findings = find(text)

    ends = [0, *(one.end for one in findings)]
    assert all(0 <= end <= one.start < one.end for end, one in zip(ends, findings, strict=False))
    assert all(one.end <= len(text) for one in findings)


@given(TEXTS)
def test_covering_changes_what_was_found_and_nothing_else(text):
    findings = find(text)

    masked = mask(text, findings, lambda one: "\0")

    kept = masked.split("\0") if findings else [masked]
    edges = [0, *(edge for one in findings for edge in (one.start, one.end)), len(text)]
    if "\0" not in text:
        assert kept == [text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]


@given(TEXTS)
def test_the_same_text_gives_the_same_findings(text):
    assert find(text) == find(text)


def test_disguised_characters_are_seen_through_and_covered_whole():
    text = "Ring ０7７00 900\u200b123 or jаne＠example．org today"

    masked = mask(text, find(text), lambda one: one.kind.marker)

    assert masked == "Ring [phone number removed] or [e-mail address removed] today"


def test_what_a_council_allows_is_left():
    text = (
        "Ring 0113 496 0123, write to hello@thornmere.example or a.b@thornmere.example,"
        " come to LS1 3AB and ask for Mrs Ann Lee or Mrs Lee"
    )

    allowed = Allowed(
        phones=("+44 (0)113 496 0123",),
        mailboxes=("A.B@thornmere.example",),
        domains=("thornmere.example",),
        postcodes=("ls13ab",),
        names=("Ann Lee",),
    )

    assert [kind for kind, _words in found(text)] == [
        Kind.PHONE, Kind.EMAIL, Kind.EMAIL, Kind.POSTCODE, Kind.NAME, Kind.NAME,
    ]  # fmt: skip
    assert found(text, allowed=allowed) == []


def test_names_that_the_council_watches_are_found_without_a_title():
    text = "My case worker jo bloggs never rang; Sam is better."

    assert found(text, watched=["Jo Bloggs", "Alex Doe"]) == [(Kind.NAME, "jo bloggs")]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Tel. (07912) 345678 please", Kind.PHONE, "(07912) 345678"),
        ("call me 0 7 9 1 2 3 4 5 6 7 8", Kind.PHONE, "0 7 9 1 2 3 4 5 6 7 8"),
        ("my number is 7912345678", Kind.PHONE, "7912345678"),
        ("WhatsApp +353 86 123 4567", Kind.PHONE, "+353 86 123 4567"),
        ("Ring 07700 900123", Kind.PHONE, "07700 900123"),
        ("jane dot smith at gmail dot com", Kind.EMAIL, "jane dot smith at gmail dot com"),
        ("write jane.smith AT gmail.com", Kind.EMAIL, "jane.smith AT gmail.com"),
        ("My NI no. is JH123456", Kind.NATIONAL_INSURANCE, "JH123456"),
        ("my son, born 12/3/2014, is", Kind.BIRTH_DATE, "12/3/2014"),
        ("i live at 14 high street now", Kind.ADDRESS, "14 high street"),
        ("at 12, LS1 4AB", Kind.ADDRESS, "12, LS1 4AB"),
        ("saw PC 1234 Smith there", Kind.NAME, "PC 1234 Smith"),
        ("it was Mrs O'Brien's idea", Kind.NAME, "Mrs O'Brien"),
        ("Mr and Mrs Jones", Kind.NAME, "Mr and Mrs Jones"),
        ("Ms. J. K. Okafor wrote", Kind.NAME, "Ms. J. K. Okafor"),
        ("reg AB12CDE", Kind.VEHICLE, "AB12CDE"),
    ],
)
def test_what_people_write_is_found_whole(text, kind, words):
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize("text", ["I live at 12 Acacia Avenue", "Call 07700 900123", "DOB 1/2/84"])
def test_a_cue_makes_a_doubtful_detail_sure(text):
    assert [is_high(one) for one in find(text)] == [True]


def test_every_kind_has_a_label_and_a_mark_that_moderation_knows():
    for kind in Kind:
        assert Detail(kind.detail).marker == kind.marker
        assert MARKER.fullmatch(kind.marker)
        assert kind.label


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.NAME])
def test_formatted_details_are_found_in_real_comments(kind):
    assert recall(kind) >= 0.98


def test_every_name_with_a_title_is_found_in_real_comments():
    assert recall(Kind.NAME) == 1


@pytest.mark.parametrize("kind", Kind)
def test_what_is_held_is_what_it_seems(kind):
    assert precision(kind) >= 0.95


def test_nothing_of_a_trap_is_held():
    held = [(text, one.kind) for text in trap_texts() for one in find(text) if is_high(one)]

    assert held == []


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_asked_about_what_is_plainly_no_detail(text):
    assert found(text) == []


def test_of_two_thousand_real_comments_one_is_held_and_rightly():
    texts = (*real_comments(), *demo_comments())

    held = [text[one.start : one.end] for text in texts for one in find(text) if is_high(one)]

    assert len(real_comments()) == 2111
    assert held == ["Jake@pubbynovo.com"]


REPEATED = (
    "0|07|0 |4 |1-|@|a@|a.|a at |Aa |Mr A |12 A|AB12 |born |utr 1|\u0661|é|\u200b|(0|+44 |"
    "12-34-56 |x dot |St |my son at A |07912 345678 |4111 1111 1111 1111 "
)


@pytest.mark.parametrize("piece", REPEATED.split("|"))
def test_no_text_runs_away(piece):
    """Measured in `make bench`; here only what grows much faster than its length would fail."""
    assert seconds(piece * (16_000 // len(piece))) < 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call at 14 Tallow Lane. Dr Osman knows.", "14 Tallow Lane"),
        ("I live at 14 Tallow Lane. St John's is near.", "14 Tallow Lane"),
        ("I live at 3 St. Mary's Road.", "3 St. Mary's Road"),
    ],
)
def test_an_address_ends_with_its_sentence(text, found):
    first = next(one for one in find(text) if one.kind is Kind.ADDRESS)

    assert text[first.start : first.end] == found


@pytest.mark.parametrize("named", ["Amir Shah", "Dr Amir Shah", "Cllr Dr Amir Shah"])
def test_an_office_holder_is_allowed_with_and_without_titles(named):
    assert find("Dr Amir Shah said so, and Mr Shah agreed.", Allowed(names=(named,))) == ()
