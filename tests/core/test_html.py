import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consult.core.html import (
    REL,
    TAGS,
    clean,
    mark_redactions,
    plain,
    plain_words,
    render_markdown,
    stored_html,
)

pytestmark = pytest.mark.either

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](java\tscript:alert(1))",
    "[click](&#106;avascript:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click](vbscript:msgbox(1))",
    '[click](https://a.example "onmouseover=alert(1)")',
    '[click](https://a.example/"onmouseover="alert(1))',
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://evil.example></iframe>",
    "<style>*{display:none}</style>",
    "<base href=https://evil.example>",
    "<form action=https://evil.example><input name=q></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "![picture](https://evil.example/track.png)",
    "`<script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "<!--><script>alert(1)</script>-->",
    "<p style='position:fixed'>over everything</p>",
    "https://a.example/<script>alert(1)</script>",
    "www.evil.example\"onmouseover=alert(1)",
    "| <img src=x onerror=alert(1)> |\n|---|\n| <script>1</script> |",
]  # fmt: skip


def tags_of(html: str) -> list[tuple[str, dict[str, str]]]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(found.tag, dict(found.attrib)) for found in tree.iter() if isinstance(found.tag, str)]


def assert_harmless(html: str) -> None:
    for tag, attributes in tags_of(html):
        assert tag in TAGS | {"DOCUMENT_FRAGMENT"}
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        address = attributes.get("href", "https:").lower()
        assert address.startswith(("http:", "https:", "mailto:", "tel:"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_becomes_harmless_html(text):
    assert_harmless(render_markdown(text))


@given(st.text(alphabet="<>&\"'`[]()!*_#|-:/\\= \nascript:onhref1.", max_size=120))
def test_any_text_becomes_harmless_html_that_stays_the_same_when_cleaned_again(text):
    html = render_markdown(text)

    assert_harmless(html)
    assert clean(html) == html


@pytest.mark.parametrize("text", HOSTILE)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text",
    ["[a](https://a.org)", "see https://a.org now", "<https://a.org>"],
)
def test_every_link_says_that_a_resident_gave_it(text):
    links = [given for tag, given in tags_of(render_markdown(text)) if tag == "a"]

    assert links == [{"href": "https://a.org", "rel": REL}]


def test_markdown_is_understood():
    html = render_markdown("# Why\n\n**Less** is *more*.\n\n- one\n- two\n\n> said")

    for piece in ("<h3>Why</h3>", "<strong>Less</strong>", "<em>more</em>", "<li>one</li>"):
        assert piece in html
    assert "<blockquote>" in html


@pytest.mark.parametrize(
    "what", ["phone number", "NHS number", "e-mail address", "person’s name", "Name"]
)
def test_what_a_moderator_took_out_is_marked(what):
    assert stored_html(f"<p>Call [{what} removed].</p>") == (
        f'<p>Call <span class="redacted">{what} removed</span>.</p>'
    )


@pytest.mark.parametrize("text", ["[<b>x</b> removed]", "[ removed]", "[1 removed]", "[removed]"])
def test_what_only_looks_like_it_is_left_alone(text):
    assert mark_redactions(text) == text


def test_plain_words_hold_no_markup():
    assert plain("**Less** than [this](https://a.example)\n\n& that") == "Less than this &amp; that"
    assert plain_words("<p>Less &amp; less</p>\n<p>now</p>") == "Less & less now"
    assert stored_html(None) == ""


CODE = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters="`"))


@given(CODE.filter(str.strip))
@example("a<b&&c>d")
@example("0\xa0")
@example("&lt;")
@example("&amp;lt;</code><script>alert(1)</script>")
def test_code_says_what_was_typed(words):
    span = render_markdown(f"`{words}`")
    block = render_markdown(f"```\n{words}\n```")

    for html in (span, block):
        tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
        assert "".join(tree.itertext()).strip("\n") == words
        assert_harmless(html)
