"""Colours: contrast as WCAG 2.2 computes it, and the shades derived from a council's own."""

import re

FIRST = "#1d4f5c"
WHITE = (255, 255, 255)
PAPER = (251, 250, 247)
ENOUGH = 4.5
FORM = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")

Rgb = tuple[int, int, int]


def normal(text: str) -> str | None:
    """One spelling, `#rrggbb`; None for what is no colour."""
    match = FORM.fullmatch(text.strip().lower())
    if match is None:
        return None
    digits = match.group(1)
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def rgb(colour: str) -> Rgb:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def named(parts: Rgb) -> str:
    """The spelling of a colour."""
    return "#{:02x}{:02x}{:02x}".format(*parts)


def luminance(parts: Rgb) -> float:
    """Relative luminance, 0 black to 1 white."""
    red, green, blue = (_linear(part / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb = WHITE) -> float:
    """How far two colours stand apart, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def passes(colour: str) -> bool:
    """White text can be read on it, and it on white."""
    return contrast(rgb(colour)) >= ENOUGH


def darker_that_passes(colour: str, on: Rgb = WHITE, enough: float = ENOUGH) -> str:
    """The nearest shade of the same hue that stands far enough apart; itself, if it does."""
    parts = rgb(colour)
    for step in range(256):
        shade = _scaled(parts, 1 - step / 255)
        if contrast(shade, on) >= enough:
            return named(shade)
    return "#000000"


def tint(colour: str) -> str:
    """A breath of the colour, for backgrounds."""
    return named(_mixed(rgb(colour), WHITE, 0.10))


def link(colour: str) -> str:
    """The colour for links, readable on white, paper and the tint."""
    ground = min(PAPER, rgb(tint(colour)), key=luminance)
    return darker_that_passes(colour, on=ground)


def link_hover(colour: str) -> str:
    """The colour of a link under the pointer."""
    return named(_scaled(rgb(link(colour)), 0.68))


def ratio(value: float) -> str:
    """A ratio for people, rounded down so that it never claims to pass when it does not."""
    return f"{int(value * 10) / 10:.1f}"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _scaled(parts: Rgb, by: float) -> Rgb:
    red, green, blue = (round(part * by) for part in parts)
    return red, green, blue


def _mixed(parts: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (
        round(part * share + base * (1 - share)) for part, base in zip(parts, other, strict=True)
    )
    return red, green, blue
