import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.languages import Lang
from consult.embed.framing import ancestors
from consult.embed.looks import Look, Theme, View

NAMES = st.sampled_from(["view", "theme", "host", "size", "preview", "lang"])


@given(st.dictionaries(NAMES, st.text(max_size=300)))
def test_any_address_is_read_as_some_look_and_says_the_same_again(args):
    look = Look.read(args)

    assert look.view in View
    assert look.theme in Theme
    assert look.lang in Lang
    assert Look.read(look.arguments()) == look


def test_an_unknown_view_theme_or_language_becomes_the_usual_one():
    look = Look.read({"view": "admin", "theme": "url(javascript:alert(1))", "lang": "fr"})

    assert (look.view, look.theme, look.lang) == (View.CARD, Theme.COUNCIL, Lang.EN)


def test_an_empty_list_of_sites_stands_for_nobody():
    assert ancestors([], "", anywhere=False) == "'self'"
    assert ancestors([], "https://evil.example", anywhere=False) == "'self'"


def test_a_frame_that_names_its_site_may_stand_on_that_site_only():
    proved = ["https://a.example", "https://b.example"]

    assert ancestors(proved, "https://a.example", anywhere=True) == "'self' https://a.example"
    assert ancestors(proved, "", anywhere=False) == "'self' https://a.example https://b.example"


@given(st.text(max_size=80))
def test_no_host_that_was_not_proved_reaches_the_header(host):
    said = ancestors(["https://a.example"], host, anywhere=False)

    assert said == "'self' https://a.example"


@pytest.mark.parametrize("host", ["*", "null", "https://*", "javascript:x", "https://a b", "/"])
def test_a_host_is_an_exact_origin_or_none(host):
    assert Look.read({"host": host}).host == ""
