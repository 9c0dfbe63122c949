from hypothesis import given
from hypothesis import strategies as st

from consult.core.html import render_markdown
from consult.proposals.parts import paragraph_lines, paragraphs, with_ids
from consult.proposals.prose import pieces, prose

MARKS = ["a", "word ", "\n", "\n\n", "- ", "1. ", "## ", "> ", "    ", "```\n", "| a |\n|---|\n"]
MARKS += ["*b*", "[x]: /y\n", "[x]", "https://a.example ", "\t", " ", "---\n"]
TEXT = st.lists(st.sampled_from(MARKS), max_size=30).map("".join)


@given(TEXT)
def test_a_text_in_pieces_is_the_same_text(text):
    ids = tuple(f"body/{number}" for number in range(len(paragraphs(text))))

    found = pieces(text, ids)

    assert "".join(piece.html for piece in found) == render_markdown(text)
    assert tuple(id_ for piece in found for id_ in piece.part_ids) == ids


@given(TEXT)
def test_every_paragraph_begins_on_a_line(text):
    lines = paragraph_lines(text)

    every = text.split("\n")
    assert len(lines) == len(paragraphs(text))
    assert lines == sorted(set(lines))
    for line, words in zip(lines, paragraphs(text), strict=True):
        assert every[line].strip() == words.strip().split("\n")[0].strip()


def test_a_piece_knows_its_paragraph_and_a_list_its_several():
    content = with_ids({}, {"body": "## Why\n\nOne.\n\n- a\n\n- b\n\nTwo, see [x].\n\n[x]: /y"})
    ids = [f"body/{part['id']}" for part in content["body_parts"]]

    found = prose(content)

    assert [piece.part_ids for piece in found] == [
        (ids[0],),
        (ids[1],),
        (ids[2], ids[3]),
        (ids[4], ids[5]),
    ]
    assert '<a href="/y"' in found[3].html
