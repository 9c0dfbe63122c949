import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.errors import Invalid
from consult.embed.origins import origin_of

MEANT = {
    "https://www.example.gov.uk": "https://www.example.gov.uk",
    "  https://www.example.gov.uk/ ": "https://www.example.gov.uk",
    "HTTPS://WWW.Example.GOV.UK": "https://www.example.gov.uk",
    "https://www.example.gov.uk:443": "https://www.example.gov.uk",
    "https://www.example.gov.uk:8443": "https://www.example.gov.uk:8443",
    "https://cyngor-llŷn.example": "https://xn--cyngor-lln-5hc.example",
}
REFUSED = [
    "",
    "www.example.gov.uk",
    "http://www.example.gov.uk",
    "ftp://www.example.gov.uk",
    "javascript:alert(1)",
    "https://",
    "https://*.example.gov.uk",
    "https://www.example.gov.uk/page",
    "https://www.example.gov.uk?",
    "https://www.example.gov.uk#a",
    "https://user@www.example.gov.uk",
    "https://user:secret@www.example.gov.uk",
    "https://@www.example.gov.uk",
    "https://192.0.2.7",
    "https://2130706433",
    "https://0x7f.1",
    "https://example.0x7f",
    "https://[::1]",
    "https://[::1",
    "https://localhost",
    "https://intranet",
    "https://www.example.gov.uk.",
    "https://www..example",
    "https://-www.example",
    "https://under_score.example",
    "https://www.example:0",
    "https://www.example:99999",
    "https://www.example:x",
    "https://www.example; frame-src *",
    "https://www.example https://other.example",
    "https://www.example\\@other.example",
    "https://www.exa\nmple",
    "https://" + "a" * 64 + ".example",
    "https://" + "abcdefghi." * 25 + "example",
]


@pytest.mark.parametrize("typed", MEANT)
def test_an_origin_is_read_as_browsers_write_it(typed):
    assert origin_of(typed) == MEANT[typed]


@pytest.mark.parametrize("typed", REFUSED)
def test_whatever_is_more_or_less_than_an_origin_is_refused_beside_the_field(typed):
    with pytest.raises(Invalid) as refused:
        origin_of(typed)

    assert refused.value.field == "origin"


@pytest.mark.parametrize("typed", ["http://localhost:8000", "http://127.0.0.1:8001"])
def test_this_computer_is_a_site_only_where_things_are_tried_out(typed):
    assert origin_of(typed, local=True) == typed
    with pytest.raises(Invalid):
        origin_of(typed)


@given(st.text(max_size=60).map(lambda text: f"https://{text}"))
def test_whatever_is_typed_an_origin_fits_into_a_header_and_means_itself(typed):
    try:
        origin = origin_of(typed)
    except Invalid:
        return

    assert set(origin) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.:/")
    assert origin_of(origin) == origin
