import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core import clock
from consult.core.errors import Invalid
from consult.embed.framing import ancestors
from consult.embed.models import Proof, Site
from consult.embed.origins import origin_of_page
from consult.embed.refusals import LABELS, Circumstances, Refusal, judged

BASE = "https://consult.example"
HOST = "https://www.town.example"
WAITS, LAPSED = "https://waits.example", "https://lapsed.example:8443"
SITES = [
    Site(origin=HOST, proof=Proof.FILE, proved_at=clock.now()),
    Site(origin=WAITS, proof=None, proved_at=None),
    Site(origin=LAPSED, proof=Proof.DNS, proved_at=None),
]
R = Refusal
FOUND = {
    "https://www.town.example": (R.BY_PAGE,),
    "https://town.example": (R.WRONG_WWW,),
    "http://www.town.example": (R.WRONG_SCHEME,),
    "https://www.town.example:8443": (R.WRONG_PORT,),
    "http://town.example:8080": (R.WRONG_SCHEME, R.WRONG_PORT, R.WRONG_WWW),
    "https://waits.example": (R.WAITING,),
    "https://www.waits.example": (R.WRONG_WWW,),
    "https://lapsed.example:8443": (R.LAPSED,),
    "https://lapsed.example": (R.WRONG_PORT,),
    "https://other.example": (R.NOT_LISTED,),
    "https://a.town.example": (R.NOT_LISTED,),
    "http://other.example": (R.NOT_HTTPS,),
    "https://consult.example": (R.OURS,),
}
HOSTS = st.sampled_from(["town.example", "www.town.example", "waits.example", "x.example"])
PLACES = st.builds(
    "{}://{}{}".format, st.sampled_from(["http", "https"]), HOSTS, st.sampled_from(["", ":8443"])
)


@pytest.mark.parametrize("origin", FOUND)
def test_each_way_of_missing_the_list_has_its_own_reason(origin):
    found = judged(origin, SITES, Circumstances(BASE))

    assert found.reasons == FOUND[origin]


@pytest.mark.parametrize("origin", FOUND)
def test_what_nobody_can_see_shows_nowhere(origin):
    found = judged(origin, SITES, Circumstances(BASE, is_public=False))

    assert found.reasons == ((R.OURS,) if origin == BASE else (R.NOT_PUBLIC,))
    assert not found.may_be_added


def test_a_site_that_showed_it_and_is_gone_from_the_list_was_taken_off():
    given = Circumstances(BASE, was_seen=True)

    assert judged("https://gone.example", SITES, given).reasons == (R.REMOVED,)
    assert judged(WAITS, SITES, given).reasons == (R.WAITING,)


@pytest.mark.parametrize(
    ("origin", "reasons"),
    [
        (HOST, (R.BY_PAGE,)),
        (WAITS, (R.TO_READ, R.WAITING)),
        (LAPSED, (R.TO_READ, R.LAPSED)),
        ("https://town.example", (R.TO_READ,)),
        ("http://other.example", (R.TO_READ,)),
    ],
)
def test_where_every_site_may_show_it_only_proved_ones_may_do_more(origin, reasons):
    found = judged(origin, SITES, Circumstances(BASE, is_open_to_all=True))

    assert found.reasons == reasons
    assert found.is_shown


def test_the_nearest_site_is_named_and_a_proved_one_first():
    near = [Site(origin="https://town.example:8443"), *SITES]

    found = judged("https://town.example", near, Circumstances(BASE))
    other = judged("https://www.town.example:8443", near, Circumstances(BASE))

    assert (found.reasons, found.site.origin) == ((R.WRONG_WWW,), HOST)
    assert (other.reasons, other.site.origin) == ((R.WRONG_PORT,), HOST)


def test_every_reason_has_words_of_its_own():
    assert len({reason.label for reason in Refusal}) == len(Refusal) == len(LABELS)


@given(PLACES, st.booleans(), st.booleans(), st.booleans())
def test_it_says_that_a_page_may_show_it_exactly_where_browsers_are_told_so(
    origin, is_public, is_open, was_seen
):
    proved = [site.origin for site in SITES if site.is_proved]
    given = Circumstances(BASE, is_public, is_open, was_seen)

    found = judged(origin, SITES, given)

    sources = ancestors(proved, "", anywhere=is_open).split()
    told = origin in sources or f"{origin.partition(':')[0]}:" in sources
    assert found.is_shown == (told and is_public)
    assert found.reasons


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("https://www.town.example/a/page?x=1#part", HOST),
        (" https://WWW.town.example:443/it's, a; page <b> ", HOST),
        ("http://town.example:80", "http://town.example"),
        ("https://cyngor-llŷn.example/tudalen", "https://xn--cyngor-lln-5hc.example"),
        ("https://www.town.example/*\\@evil.example", HOST),
    ],
)
def test_a_page_stands_where_browsers_say_that_it_stands(typed, origin):
    assert origin_of_page(typed) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "town",
        "www.town.example/page",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,a",
        "https://",
        "https:///page",
        "https://*.town.example/page",
        "https://town.example\\@evil.example/",
        "https://user:secret@town.example/",
        "https://192.0.2.7/page",
        "https://[::1]/page",
        "http://localhost/page",
        "http://169.254.169.254/latest/meta-data",
        "https://intranet/page",
        "https://town.example:99999/",
        "https://town.example/a\nb",
        "https://town.example/a\x00b",
    ],
)
def test_what_is_no_page_of_a_site_is_refused(typed):
    with pytest.raises(Invalid):
        origin_of_page(typed)


@given(st.text(max_size=80).map(lambda text: f"https://{text}"))
def test_whatever_is_typed_it_is_judged_or_refused(typed):
    try:
        origin = origin_of_page(typed)
    except Invalid:
        return

    assert set(origin) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.:/")
    assert judged(origin, SITES, Circumstances(BASE)).reasons
