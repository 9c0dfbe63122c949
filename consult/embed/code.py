"""A QR code as one path of an SVG picture."""

from dataclasses import dataclass

import segno

QUIET = 4


@dataclass(frozen=True)
class Code:
    """Where its squares are, and how wide it is with the quiet edge that readers need."""

    path: str
    width: int


def code_of(address: str) -> Code:
    """Draw an address; a seventh of it may be torn or dirty and it is still read."""
    matrix = segno.make(address, error="m", micro=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == row[x]:
                end += 1
            if row[x]:
                runs.append(f"M{x + QUIET} {y + QUIET}h{end - x}v1h-{end - x}z")
            x = end
    return Code("".join(runs), len(matrix) + 2 * QUIET)
