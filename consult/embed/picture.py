"""The picture that stands for a proposal where its address is shared; drawn from words alone.

It shows nothing that anybody said and no number of theirs, so that no round is told early.
"""

import hashlib
import json
from dataclasses import asdict, astuple, dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
EDGE, BAND, PILL = 72, 116, 56
SIZES = (82, 74, 66, 58, 52, 46)  # of the title: the largest that fits in three lines, or four
LINES = 4
PAPER, INK, SOFT, WHITE = "#fbfaf7", "#17242a", "#4a585e", "#ffffff"
FONTS = Path(__file__).parent / "fonts"
DRAWING = 2  # counts up when the drawing changes, so that every picture is made again

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Words:
    """All that is drawn."""

    council: str
    colour: str
    title: str
    state: str
    when: str
    call: str

    @property
    def key(self) -> str:
        """What these words are known by; other words have another."""
        said = json.dumps([DRAWING, asdict(self)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:32]


def draw(words: Words) -> bytes:
    """A PNG of 1200 by 630 pixels; letters that the font lacks are left out."""
    words = Words(words.council, words.colour, *map(_drawable, astuple(words)[2:]))
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, BAND), fill=words.colour)
    council = _cut(_drawable(words.council), _font("Bold", 40), WIDTH - 2 * EDGE)
    pen.text((EDGE, BAND / 2), council, WHITE, _font("Bold", 40), anchor="lm")
    font, lines = _fitted(words.title)
    _title(pen, font, lines)
    _foot(pen, words)
    file = BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _drawable(text: str) -> str:
    """What the font can show of a text; nothing of one that it can hardly show at all."""
    shown = "".join(char for char in text if char.isspace() or _has(char)).strip()
    return shown if 4 * len(shown) >= 3 * len(text.strip()) else ""


@cache
def _has(char: str) -> bool:
    font = _font("Bold", SIZES[0])
    return bytes(font.getmask(char)) != bytes(font.getmask("\U0010ffff"))


def _title(pen: ImageDraw.ImageDraw, font: Font, lines: list[str]) -> None:
    """Large, from the left, in the middle of what the band and the foot leave."""
    step = font.size * 1.16
    top = BAND + (HEIGHT - BAND - EDGE - PILL - step * len(lines)) / 2
    for number, line in enumerate(lines):
        pen.text((EDGE, top + step * (number + 0.5)), line, INK, font, anchor="lm")


def _foot(pen: ImageDraw.ImageDraw, words: Words) -> None:
    """How it stands, and on the right what the reader may do."""
    middle, right = HEIGHT - EDGE - PILL / 2 + 12, float(WIDTH - EDGE)
    if words.call:
        font = _font("Bold", 32)
        width = font.getlength(words.call) + 56
        shape = (right - width, middle - PILL / 2, right, middle + PILL / 2)
        pen.rounded_rectangle(shape, radius=8, fill=words.colour)
        pen.text((right - width / 2, middle), words.call, WHITE, font, anchor="mm")
        right -= width + 40
    state, when = _font("Bold", 32), _font("Regular", 32)
    pen.text((EDGE, middle), words.state, INK, state, anchor="lm")
    after = EDGE + state.getlength(words.state) + 20
    pen.text((after, middle), _cut(words.when, when, right - after), SOFT, when, anchor="lm")


def _fitted(title: str) -> tuple[Font, list[str]]:
    for size in SIZES:
        font = _font("Bold", size)
        lines = _wrapped(title, font)
        if len(lines) <= (3 if size > SIZES[-2] else LINES):
            return font, lines
    return font, [*lines[: LINES - 1], _cut(" ".join(lines[LINES - 1 :]), font, WIDTH - 2 * EDGE)]


def _wrapped(text: str, font: Font) -> list[str]:
    """Lines that fit, with words kept whole where they fit on a line of their own."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * EDGE:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, font)
        lines += full
    return [*lines, line]


def _pieces(word: str, font: Font) -> list[str]:
    """A word cut wherever a line is full."""
    pieces = [""]
    for letter in word:
        if font.getlength(pieces[-1] + letter) > WIDTH - 2 * EDGE:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(text: str, font: Font, width: float) -> str:
    """As much of it as fits."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"


@cache
def _font(weight: str, size: int) -> Font:
    path = FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
