"""Where somebody lives or what they drive: addresses, full postcodes, vehicle registrations.

Shapes: a house number, capitalised words and a street type, English or Welsh; a postcode in one of
the 124 areas of the Postcode Address File, outward and inward code together (an outward code alone
is welcome, since it says which part of town); registrations of the styles of 1963 to today, with a
cue. All are medium, for offices and roads look the same, until somebody says "I live at".
"""

import re
from collections.abc import Iterator

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.kinds import Confidence, Finding, Kind
from consult.core.personal_data.shapes import said_around, sure

_ALL_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN "
    "DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
    "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG "
    "SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREAS = frozenset(_ALL_AREAS.split())
_POSTCODE = re.compile(
    r"(?<![\w/-])([A-Z]{1,2})\d(?:\d|[A-Z])? {0,2}\d[ABD-HJLNP-UW-Z]{2}(?!\w|-\d)", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_HOUSE = re.compile(
    r"(?<![\w.,£$/-])(?:(?:no\.?|number|flat|house) )?\d{1,3}[a-z]?,? $", re.IGNORECASE
)
_HOUSE_BEFORE = 16

_TYPES = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Cl|Crescent|Cres|Court|Ct|Gardens|Gdns"
    "|Grove|Terrace|Terr|Way|Walk|Place|Pl|Square|Sq|Hill|Park|Rise|Row|Mews|Parade|Green|View"
    "|Villas|Cottages|Buildings|Mansions|Parc|Fold|Croft|Mount|Vale|Wharf|Quay|Gate|Heights"
)
_WELSH = "Heol|Stryd|Ffordd|Maes|Lôn|Lon|Clos|Rhodfa|Teras|Bryn|Cwrt|Rhes|Tan"
_NUMBER = (
    r"(?<![\w.,£$€/:-])(?:(?i:flat|apartment|apt\.?|unit|room) \w{1,4},? )?"
    r"(?!(?:19|20)\d\d)\d{1,4}[A-Za-z]?(?:-\d{1,4})?,? {1,2}"
)
# A stop belongs to a short word, as in "St. Mary's"; after a longer one the sentence ends.
_NAMED = r"(?:[A-Z][\w']{0,2}\.|[A-Z](?:[\w'-]|\.(?=\w)){0,30})"
_CLOSED = (
    r"(?! (?:closures?|closed|works?|roadworks|schemes?|residents?|improvements?|bus(?:es)?|traffic"
    r"|junctions?|car park|one|zones?|parking|neighbourhoods?|users"
    r"|is closed|will be closed|was closed)\b)"
)
_ADDRESS = re.compile(
    rf"{_NUMBER}(?:{_NAMED} ){{1,4}}(?:{_TYPES}|{_TYPES.upper()})\b(?!['’-]\w){_CLOSED}"
    rf"|{_NUMBER}(?:{_WELSH})"
    r"(?:[ -](?:y|yr|Y|Yr|[A-Z][\w'-]{0,30}))(?:[ -][A-Z][\w'-]{0,30}){0,2}(?!\w)"
)
_SMALL_ADDRESS = re.compile(
    rf"(?<![\w.,£$/:-])\d{{1,4}}[a-z]?,? "
    r"(?!mph|min|mile|year|metre|house|way|people|other|lane|storey|bed|car)[a-z][a-z']{2,20} "
    rf"(?:[a-z][a-z']{{2,20}} )?(?:{_TYPES.lower()})\b"
)
# Directly before an address: whoever is said to live there. An office's address is not a home's.
_LIVES = re.compile(
    r"\b(?:liv(?:e|es|ed|ing) (?:at|on|in)|(?:my|his|her) (?:home )?address(?: is|'s)?"
    r"|reside[sd]? at|home (?:is|at)|(?:house|flat) is|(?:i'm|i am|he is|she is|he's|she's) at"
    r"|on my own at|mother is at|father is at|mum is at|dad is at|visit me at|come round to|byw yn)"
    r"\W{0,3}(?:(?:number|no\.?|house|flat \w{1,4}),? )?$",
    re.IGNORECASE,
)
_LIVES_BEFORE = 40

_VEHICLE = re.compile(
    r"(?<![\w/-])(?:[A-HJ-PR-Y][A-HJ-PR-Y]\d\d ?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3} [A-Z]{3}"
    r"|[A-HJ-NPR-TV-Y]\d{2,3}[A-Z]{3}|[a-hj-pr-y]{2}\d\d ?[a-hj-pr-z]{3})(?!\w)"
)
_VEHICLE_SAID = re.compile(
    r"\b(?:reg|registration|plates?|numberplate|car|vehicle|van|motorbike|motorcycle|lorry|driv(?:es|ing)"
    r"|parked|taxi|bmw|audi|ford|vauxhall|fiesta|astra|golf)\b",
    re.IGNORECASE,
)


def addresses(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """House number and street; high only where somebody is said to live there."""
    for match in _ADDRESS.finditer(text):
        yield Finding(Kind.ADDRESS, *match.span(), sure(_is_home(text, match.start())))
    for match in _SMALL_ADDRESS.finditer(text):
        if _is_home(text, match.start()):
            yield Finding(Kind.ADDRESS, *match.span(), Confidence.HIGH)


def _is_home(text: str, start: int) -> bool:
    return _LIVES.search(text[max(start - _LIVES_BEFORE, 0) : start]) is not None


def postcodes(text: str, allowed: Allowed) -> Iterator[Finding]:
    """Full postcodes; with a house number before it one is an address."""
    for match in _POSTCODE.finditer(text):
        start, end = match.span()
        code = match.group()
        letters = "".join(c for c in code if c.isalpha())
        if match[1].upper() not in _AREAS or not (letters.isupper() or letters.islower()):
            continue
        if allowed.has_postcode(code) or _ORDINAL.search(code):
            continue
        house = _HOUSE.search(text[max(start - _HOUSE_BEFORE, 0) : start])
        if house:
            start -= len(house.group())
        yield Finding(Kind.ADDRESS if house else Kind.POSTCODE, start, end, Confidence.MEDIUM)


def vehicles(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Registrations with a cue beside them."""
    for match in _VEHICLE.finditer(text):
        if said_around(_VEHICLE_SAID, text, *match.span()):
            yield Finding(Kind.VEHICLE, match.start(), match.end(), Confidence.MEDIUM)
