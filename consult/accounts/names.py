"""Public names: which ones people may choose, and the ones that are given."""

import re
import secrets
import unicodedata

LONGEST = 60
OFFICIAL = frozenset(
    {
        "admin", "administrator", "alderman", "anonymous", "consult", "council", "councillor",
        "councils", "cllr", "cyngor", "cynghorydd", "decisionmaker", "deleted", "government", "gov",
        "hmrc", "mayor", "moderator", "moderators", "nhs", "officer", "official", "ombudsman",
        "ico", "police", "preswylydd", "resident", "root", "sheriff", "staff", "support", "system",
        "team",
    }
)  # fmt: skip
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


class Unfit(ValueError):
    """Why a name cannot be taken: one word that the rules put into a sentence."""


def clean(name: str) -> str:
    """Tidy a name; Unfit says "empty", "long", "hidden", "mixed", "official" or "letters"."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split(" ")).strip()
    if not tidy:
        raise Unfit("empty")
    if any(unicodedata.category(character) in HIDDEN for character in tidy):
        raise Unfit("hidden")
    tidy = " ".join(tidy.split())
    if len(tidy) > LONGEST:
        raise Unfit("long")
    _check_letters(tidy)
    if _is_official(tidy):
        raise Unfit("official")
    return tidy


def _check_letters(name: str) -> None:
    letters = [character for character in name if character.isalpha()]
    others = [c for c in name if not c.isalpha() and c not in " .'’-‐·" and not _is_mark(c)]
    if len(letters) < 2 or others or _piles_marks(name):
        raise Unfit("letters")
    alphabets = {
        script
        for letter in letters
        for script in SCRIPTS
        if unicodedata.name(letter, "").startswith(script)
    }
    if len(alphabets) > 1:
        raise Unfit("mixed")


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _piles_marks(name: str) -> bool:
    """More marks on one letter than any language writes."""
    run = 0
    for character in name:
        run = run + 1 if _is_mark(character) else 0
        if run > 3:
            return True
    return False


def _is_official(name: str) -> bool:
    """Speaks for a council or looks like a given name, however it is spelt."""
    words = re.split(r"[^\w]+", _without_marks(name))
    joined = "".join(words)
    return (
        not OFFICIAL.isdisjoint(words)
        or joined in OFFICIAL
        or any(word in joined for word in ("council", "moderator", "residentof"))
    )


def plain(name: str) -> str:
    """What two spellings of one name have in common: no accents, spaces, points or capitals."""
    return re.sub(r"[\W_]+", "", _without_marks(name))


def _without_marks(name: str) -> str:
    whole = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in whole if not _is_mark(character))


def given(place: str, digits: int = 4) -> str:
    """The tail of a given name: random, so that it says nothing about its holder."""
    return f"{place} {secrets.token_hex((digits + 1) // 2).upper()}"
