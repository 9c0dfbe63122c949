import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.accounts import browsers, names

pytestmark = pytest.mark.either


@pytest.mark.parametrize(
    "name", ["Ann Ó Briain", "Siân ap Huw", "O’Neill", "J. R. Okafor", "Łukasz", "李小龙", "Анна"]
)
def test_real_names_of_many_kinds_are_taken(name):
    assert names.clean(f"  {name} ") == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 61, "long"),
        ("Ann\u202eeil", "hidden"),
        ("Ann\u200bBell", "hidden"),
        ("Ann\nBell", "hidden"),
        ("Ann\tBell", "hidden"),
        ("Thornmere Council", "official"),
        ("C0uncil offic3r", "letters"),
        ("Moderat\u00f3r", "official"),
        ("Cyngor Sir", "official"),
        ("Resident of Millbrook FACE", "official"),
        ("S t a f f", "official"),
        ("Аnn Bell", "mixed"),
        ("A", "letters"),
        ("12345", "letters"),
        ("ann@example.org", "letters"),
        ("<b>Ann</b>", "letters"),
        ("A" + "\u0301" * 5 + "nn\u0330\u0330\u0330\u0330\u0330", "letters"),
    ],
)
def test_a_name_that_could_deceive_is_refused(name, why):
    with pytest.raises(names.Unfit) as refused:
        names.clean(name)

    assert str(refused.value) == why


@given(st.text(max_size=80))
def test_a_clean_name_is_clean_and_stays_so(text):
    try:
        name = names.clean(text)
    except names.Unfit:
        return

    assert names.clean(name) == name
    assert name.isprintable()
    assert 2 <= len(name) <= names.LONGEST


@pytest.mark.parametrize(
    ("agent", "label"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; rv:127.0) Firefox/127.0", "Firefox on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/126 Safari/537.36 Edg/126", "Edge on Linux"),
        ("<script>alert(1)</script>", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_named_in_words_people_know(agent, label):
    assert browsers.label(agent) == label
