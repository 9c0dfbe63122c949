"""People's words before they are kept: one form of letters, no hidden characters; pure."""

import unicodedata
from hashlib import sha256

# Characters that reorder or hide text: bidirectional controls, zero-width marks but for the joiners
# that some scripts and emoji need, and the byte order mark.
HIDDEN = dict.fromkeys(
    [0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)


def tidy(text: str) -> str:
    """Return text in NFC with plain line ends, without control or hidden characters, stripped.

    Tidying twice changes nothing.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(HIDDEN)
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", text).strip()


def fingerprint(*parts: object) -> str:
    """Hash parts, each with its length before it, to 64 hex digits."""
    joined = "".join(f"{len(text)}:{text}" for text in map(str, parts))
    return sha256(joined.encode()).hexdigest()
