"""The drawing stays inside its frame and loses nobody."""

from hypothesis import given
from hypothesis import strategies as st

from consult.decisions.trace import TOP, WIDTH, ThemeIn, shortened, trace

COUNTS = st.lists(st.integers(0, 100_000), min_size=5, max_size=5)


@given(COUNTS, st.lists(st.integers(0, 5000), max_size=12), st.integers(0, 9))
def test_everything_is_inside_the_frame(
    stances: list[int], themes: list[int], changes: int
) -> None:
    drawn = trace(
        [("support", "Support", n) for n in stances],
        [ThemeIn("A theme", n, "Changed", "yes", range(1, changes + 1)) for n in themes],
        ["A change"] * changes,
    )

    boxes = [*drawn.stances, *drawn.themes, *drawn.answers, *drawn.changes]
    assert all(box.x >= 0 and box.x + box.w <= WIDTH for box in boxes)
    assert all(box.y + 1e-6 >= TOP and box.y + box.h <= drawn.height for box in boxes)


@given(COUNTS)
def test_each_stance_with_comments_has_a_bar(stances: list[int]) -> None:
    drawn = trace([("oppose", "Oppose", n) for n in stances], [], [])

    assert len(drawn.stances) == sum(1 for n in stances if n)


def test_each_change_is_linked_from_the_answer_it_comes_from() -> None:
    drawn = trace(
        [("oppose", "2 oppose", 2)], [ThemeIn("Letters", 2, "Changed", "yes", [2])], ["A", "B"]
    )

    assert any(link.endswith(f"846 {drawn.changes[1].middle:.1f}") for link in drawn.links)
    assert not any(link.endswith(f"846 {drawn.changes[0].middle:.1f}") for link in drawn.links)


@given(st.text(min_size=1))
def test_words_fit_their_box(text: str) -> None:
    assert len(shortened(text, 20)) <= 20 or len(text) <= 20
