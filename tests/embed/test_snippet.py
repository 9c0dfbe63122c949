import html5lib
from hypothesis import given
from hypothesis import strategies as st

from consult.core.languages import Lang
from consult.embed.code import QUIET, code_of
from consult.embed.looks import Look, Theme, View
from consult.embed.snippet import Kind, Widget

BASE = "https://consult.example"
LOOKS = st.builds(
    Look,
    view=st.sampled_from(View),
    theme=st.sampled_from(Theme),
    is_compact=st.booleans(),
)
SHAPES = {
    Kind.SCRIPT: ["a", "script"],
    Kind.PINNED: ["a", "script"],
    Kind.FRAME: ["iframe", "p", "a"],
    Kind.LINK: ["a"],
}
NASTY = st.lists(
    st.sampled_from(
        ['"', "'", "<", ">", "&", "</a>", "<script>", "]]>", "-->", " onload=x ", "`", "\n", "é"]
    )
)
# what a parser replaces in any page
TITLES = st.one_of(
    NASTY.map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")),
)


def widget(title="Warm homes", look=None, asks="Give your view"):
    return Widget(BASE, "thornmere", "warm-homes", title, look or Look(view=View.VOTE), asks)


def elements(text):
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    return [found for found in tree.iter() if isinstance(found.tag, str)][1:]


@given(title=TITLES, kind=st.sampled_from(Kind), look=LOOKS)
def test_no_title_breaks_out_of_its_place(title, kind, look):
    found = elements(widget(title, look).snippet(kind))

    assert [each.tag for each in found] == SHAPES[kind]
    link = next(each for each in found if each.tag == "a")
    assert link.text == f"Give your view: {title}"
    assert link.get("href") == f"{BASE}/councils/thornmere/proposals/warm-homes"
    known = {"href", "src", "async", "title", "width", "height", "loading", "sandbox", "class"}
    known |= {"integrity", "crossorigin"} if kind is Kind.PINNED else set()
    assert all(name in known or name.startswith("data-") for each in found for name in each.attrib)


def test_the_script_form_is_a_link_that_the_loader_finds():
    assert widget().snippet(Kind.SCRIPT) == (
        '<a data-consult="https://consult.example/embed/thornmere/warm-homes" data-view="vote" '
        'data-theme="council" data-lang="en" data-title="Warm homes" '
        'href="https://consult.example/councils/thornmere/proposals/warm-homes">'
        "Give your view: Warm homes</a>\n"
        '<script async src="https://consult.example/embed/v1/loader.js"></script>'
    )


def test_the_plain_frame_has_a_title_a_height_a_sandbox_and_a_link():
    frame = elements(widget(look=Look(view=View.CARD, is_compact=True)).snippet(Kind.FRAME))[0]

    assert frame.attrib == {
        "src": f"{BASE}/embed/thornmere/warm-homes?view=card&theme=council&size=compact&lang=en",
        "title": "Consultation: Warm homes",
        "width": "100%",
        "height": "320",
        "loading": "lazy",
        "sandbox": "allow-scripts allow-forms allow-same-origin allow-popups "
        "allow-popups-to-escape-sandbox",
    }


def test_what_is_copied_speaks_the_language_of_the_frame(app):
    ours = widget("Cartrefi cynnes", Look(view=View.VOTE, lang=Lang.CY), "Rhowch eich barn")

    script, frame = elements(ours.snippet(Kind.SCRIPT))[0], elements(ours.snippet(Kind.FRAME))[0]

    assert script.get("data-lang") == "cy"
    assert script.text == "Rhowch eich barn: Cartrefi cynnes"
    assert frame.get("title") == "Ymgynghoriad: Cartrefi cynnes"
    assert frame.get("src").endswith("&lang=cy")
    assert elements(ours.snippet(Kind.LINK))[0].text == "Rhowch eich barn: Cartrefi cynnes"


def test_addresses_are_those_that_the_site_answers(app):
    ours = widget()
    where = {"council": "thornmere", "proposal": "warm-homes"}
    known = app.url_map.bind("consult.example")

    assert ours.page == BASE + known.build("site.proposal", where)
    assert ours.address == BASE + known.build("embed.widget", where)
    assert known.match("/embed/v1/loader.js")[0] == "embed.loader"


def test_the_code_has_a_quiet_edge_and_its_three_corners():
    code = code_of(f"{BASE}/councils/thornmere/proposals/warm-homes")

    assert code.path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")
    assert (code.width - 2 * QUIET - 17) % 4 == 0
    assert set(code.path) <= set("Mhvz -0123456789")


@given(words=TITLES, kind=st.sampled_from(Kind))
def test_the_link_says_what_it_is_told_to_ask(words, kind):
    found = elements(widget(asks=words).snippet(kind))

    assert [each.text for each in found if each.tag == "a"] == [f"{words}: Warm homes"]
