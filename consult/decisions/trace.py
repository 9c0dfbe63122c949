"""The drawing from what people wrote to what changed: geometry only, pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH = 1060
TOP = 64
BOX = 46
GAP = 8
TEXT_LENGTH = 30


@dataclass(frozen=True)
class ThemeIn:
    """A theme as the drawing needs it: how many comments, and the numbers of its changes."""

    label: str
    comments: int
    answer: str
    tone: str
    changes: Sequence[int] = ()


@dataclass
class Rect:
    """A rectangle in the drawing's units, with its words."""

    x: float
    y: float
    w: float
    h: float
    kind: str
    text: str = ""
    note: str = ""

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.h / 2


@dataclass
class Trace:
    """All that the template draws."""

    height: float = 0
    stances: list[Rect] = field(default_factory=list)
    themes: list[Rect] = field(default_factory=list)
    answers: list[Rect] = field(default_factory=list)
    changes: list[Rect] = field(default_factory=list)
    ribbons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    stem: Rect | None = None


def trace(
    stances: Sequence[tuple[str, str, int]],
    themes: Sequence[ThemeIn],
    changes: Sequence[str],
) -> Trace:
    """Lay out stances (key, label, n), themes and changes; ribbons are as thick as their share.

    Units are those of a drawing 1060 wide; heights follow the number of themes. A theme's ribbon
    shows its comments; a comment in two themes is drawn in both.
    """
    drawn = Trace()
    rows = max(len(themes), len(changes), 3)
    drawn.height = TOP + rows * (BOX + GAP) + 24
    body = drawn.height - TOP - 24
    total = sum(n for _, _, n in stances)
    _put_stances(drawn, stances, body, total)
    _put_themes(drawn, themes)
    _put_changes(drawn, changes, body)
    _put_ribbons(drawn, themes)
    _put_links(drawn, themes)
    return drawn


def _put_stances(
    drawn: Trace, stances: Sequence[tuple[str, str, int]], body: float, total: int
) -> None:
    height = min(body * 0.6, 300)
    y = TOP + (body - height) / 2
    drawn.stem = Rect(150, y, 14, height, "stem")
    for key, label, n in stances:
        if n:
            h = height * n / total
            drawn.stances.append(Rect(0, y, 14, max(h - 1.5, 1), key, label))
            y += h


def _put_themes(drawn: Trace, themes: Sequence[ThemeIn]) -> None:
    for at, theme in enumerate(themes):
        y = TOP + at * (BOX + GAP)
        drawn.themes.append(
            Rect(318, y, 272, BOX, "box", shortened(theme.label), str(theme.comments))
        )
        drawn.answers.append(Rect(634, y + 7, 136, BOX - 14, theme.tone, theme.answer))


def _put_changes(drawn: Trace, changes: Sequence[str], body: float) -> None:
    if not changes:
        return
    step = body / len(changes)
    for at, title in enumerate(changes):
        y = TOP + at * step + (step - 42) / 2
        words = shortened(f"{at + 1}  {title}", 23)
        drawn.changes.append(Rect(846, y, 212, 42, "change", words))


def _put_ribbons(drawn: Trace, themes: Sequence[ThemeIn]) -> None:
    assert drawn.stem is not None
    drawn_total = sum(theme.comments for theme in themes) or 1
    y = drawn.stem.y
    for theme, box in zip(themes, drawn.themes, strict=True):
        thick = drawn.stem.h * theme.comments / drawn_total
        if thick:
            wide = min(max(thick, 3), BOX - 6)
            top = box.middle - wide / 2
            drawn.ribbons.append(
                f"M164 {y:.1f}C241 {y:.1f} 241 {top:.1f} 318 {top:.1f}V{top + wide:.1f}"
                f"C241 {top + wide:.1f} 241 {y + thick:.1f} 164 {y + thick:.1f}z"
            )
        y += thick


def _put_links(drawn: Trace, themes: Sequence[ThemeIn]) -> None:
    for theme, box, answer in zip(themes, drawn.themes, drawn.answers, strict=True):
        drawn.links.append(f"M590 {box.middle:.1f}H634")
        for number in theme.changes:
            to = drawn.changes[number - 1].middle
            drawn.links.append(
                f"M770 {answer.middle:.1f}C808 {answer.middle:.1f} 808 {to:.1f} 846 {to:.1f}"
            )


def shortened(text: str, longest: int = TEXT_LENGTH) -> str:
    """Cut text at a word where the box is too small for it."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
