"""Who somebody is: names after a title, dates of birth after a cue, the school of a child.

A bare name has no shape of its own, so that only names after a title are found, and those that the
caller gives as `watched` (a council's officers and case workers). Whoever holds public office is
named freely: councillors have no title here, and `Allowed.names` takes the others.
"""

import re
from collections.abc import Iterable, Iterator

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.kinds import Confidence, Finding, Kind
from consult.core.words import fold

_SPELT = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['-](?=[^\W\d_]))*"
_TITLE = re.compile(
    r"(?<![\w-])(?:(?:Mr|Mrs|Miss|Mx|Dr|Doctor|MR|MRS|MISS|MX|DR|mr|mrs|miss|dr|Ms|ms|Prof|Professor|Rev|Reverend"
    r"|Revd|Fr|Father|Sister|Sgt|Sergeant|PC|DC|DS|WPC|PCSO|Nurse|Sir|Dame|Lady|Lord|Madam|Judge)\b\.?"
    r"(?: (?:and|&) (?:Mrs|Mr|Ms|Miss|Dr)\b\.?)?) {1,2}(?:\d{2,5} )?(?=[^\W\d_])"
)
_WORD = re.compile(_SPELT)
_INITIAL = re.compile(r"[^\W\d_]\.(?: ?[^\W\d_]\.)*")
_BETWEEN = "de la le van von der den da di del dos el al bin ap ab st ten ter mac"
_PARTICLES = frozenset(_BETWEEN.split())
_MOST_WORDS = 4
# What follows a title and is nobody: offices, shops, and characters.
_NOBODY = (
    "speaker chairman chairwoman chair chairperson president mayor deputy minister world whippy "
    "bean potato blobby who martens martin's gaming games gamer user users plod bloggs america "
    "universe england wales scotland britain ireland word teams office excel windows provost "
    "lieutenant chancellor chief justice advocate day drinks privy spiritual temporal of and the "
    "or is in at christmas time god gaga luck macbeth godiva it me you i we he she they but if so "
    "this that are was were has had comics lite plus saigon act"
)
_NOT_NAMES = frozenset(_NOBODY.split())
_SMALL_TITLES = frozenset({"mr", "mrs"})

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{1,2}}(?P<sep>[ ./-])\d{{1,2}}(?P=sep){_YEAR}|(?:19|20)\d\d-\d\d-\d\d"
    rf"|{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}|{_MONTH} {_DAY},? {_YEAR})(?!\d)"
)
_BORN = re.compile(
    r"\b(?:born|dob|d\.o\.b\.?|date of birth|birth ?date|birthday|dyddiad geni|ganwyd|geni)"
    rf"(?:[ :=,()-]{{1,3}}(?:on|is|was|the|ar)\b){{0,4}}[ :=,()-]{{0,3}}({_DATE})",
    re.IGNORECASE,
)
_SUBJECT = 30
_FOUNDED = re.compile(
    r"\b(?:nhs|gig|council|service|scheme|act|party|idea|project|law|policy|programme|state|internet"
    r"|charity|company|system|bbc|union|nation|country)\b",
    re.IGNORECASE,
)

_SCHOOL = re.compile(
    r"(?<!\w)(?:(?:[A-Z][\w'-]{0,30}\.?|of|C of E|CofE|RC|and) ){1,6}"
    r"(?:School|Academy|Nursery|College|Primary|Infants|Juniors|Comprehensive|High|Preschool)\b"
    r"(?: (?:School|Academy|Nursery))?|(?<!\w)Ysgol(?: [A-Z][\w'-]{0,30}| y| yr){1,4}"
)
_CHILD = re.compile(
    r"\b(?:son|daughter|child|children|kids?|boy|girl|twins?|grandson|granddaughter|grandchild(?:ren)?"
    r"|niece|nephew|stepson|stepdaughter|foster child|pupil|mab|merch|plentyn)\b",
    re.IGNORECASE,
)
_ATTENDS = re.compile(
    r"\b(?:goes|go|going|attends?|attending|is at|are at|is in|are in|at|started|starts|year \d+"
    r"|reception|studies|yn mynd|pupil)\b",
    re.IGNORECASE,
)
_SAME_SENTENCE = 90


def names(text: str, allowed: Allowed) -> Iterator[Finding]:
    """A title with the name after it; a small "mr" or "mrs" takes a small one, too."""
    for title in _TITLE.finditer(text):
        end = _name_end(text, title.end(), title.group().strip(" .") in _SMALL_TITLES)
        if end and not allowed.has_name(text[title.end() : end]):
            yield Finding(Kind.NAME, title.start(), end, Confidence.MEDIUM)


def watched_names(text: str, watched: Iterable[str]) -> Iterator[Finding]:
    """Names that the caller knows, without a title and whatever their capitals."""
    known = {tuple(map(fold, name.split())) for name in watched}
    longest = max(map(len, known), default=0)
    words = [(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)] if known else []
    for at in range(len(words)):
        for length in range(min(longest, len(words) - at), 0, -1):
            if tuple(word for _start, _end, word in words[at : at + length]) in known:
                start, end = words[at][0], words[at + length - 1][1]
                yield Finding(Kind.NAME, start, end, Confidence.MEDIUM)
                break


def birth_dates(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """A whole date directly after a cue; medium where it is no person that was born."""
    for match in _BORN.finditer(text):
        is_founded = said_founded(text, match.start())
        confidence = Confidence.MEDIUM if is_founded else Confidence.HIGH
        yield Finding(Kind.BIRTH_DATE, match.start(1), match.end(1), confidence)


def said_founded(text: str, start: int) -> bool:
    """The words before name an organisation or an idea."""
    return _FOUNDED.search(text, max(start - _SUBJECT, 0), start) is not None


def schools(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """A named school after a child who goes there, in the same sentence."""
    for match in _SCHOOL.finditer(text):
        before = text[max(match.start() - _SAME_SENTENCE, 0) : match.start()]
        sentence = re.split(r"[.!?]\s|\n", before)[-1]
        child = _CHILD.search(sentence)
        if child and _ATTENDS.search(sentence, child.end()):
            yield Finding(Kind.CHILD_SCHOOL, match.start(), match.end(), Confidence.MEDIUM)


def _name_end(text: str, start: int, is_small: bool) -> int | None:
    """Where a name that begins here ends."""
    end, place, words, is_whole = None, start, 0, False
    while words < _MOST_WORDS:
        initial = _INITIAL.match(text, place)
        word = initial or _WORD.match(text, place)
        if word is None:
            break
        is_first = end is None
        spelt = word.group().removesuffix("'s").removesuffix("'S")
        if is_first and spelt.casefold() in _NOT_NAMES:
            return None
        if spelt[0].isupper() or (is_first and is_small):
            end, words = word.start() + len(spelt), words + 1
            is_whole = is_whole or (not initial and len(spelt) > 1)
        elif spelt not in _PARTICLES:
            break
        if len(spelt) < len(word.group()) or text[word.end() : word.end() + 1] != " ":
            break
        place = word.end() + 1
    return end if is_whole else None
