"""Personal details are found where they stand, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.finding import find, mask
from consult.core.personal_data.kinds import Confidence, Kind
from consult.moderation.redaction import MARKER, Detail

pytestmark = pytest.mark.either

HIGH, MEDIUM = Confidence.HIGH, Confidence.MEDIUM
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


def test_every_kind_has_a_label_and_a_mark_that_moderation_knows():
    for kind in Kind:
        assert Detail(kind.detail).marker == kind.marker
        assert MARKER.fullmatch(kind.marker)
