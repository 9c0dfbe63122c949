"""Numbers that an office gave to a person: health, tax, insurance, school, travel and money.

Shapes and check digits, each from its issuer: NHS number, ten digits, modulus 11 (NHS Data
Dictionary); National Insurance number, two letters, six digits, A to D (HMRC manual NIM39110);
payment card, 12 to 19 digits, Luhn (ISO/IEC 7812); sort code and account number, six and eight
digits (Pay.UK); IBAN, up to 34 characters, modulus 97 (ISO 13616); tax reference, ten digits
(HMRC); pupil number, thirteen characters (DfE); passport, nine digits; driving licence, sixteen
characters (DVLA); UPRN, up to twelve digits (Ordnance Survey). About one in ten or eleven ordinary
numbers has the right check digit by chance, so that high confidence needs a spacing or a cue, too.
"""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.gb import nhs, upn, utr

from consult.core.personal_data.allowed import Allowed
from consult.core.personal_data.kinds import Finding, Kind
from consult.core.personal_data.shapes import (
    REFERENCE,
    digits_of,
    said_around,
    said_before,
    sure,
)

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:[ -]?[A-Z0-9]){11,30}(?!\w)", re.IGNORECASE)
_SHORTEST = 12  # of a card; an IBAN has 15 or more

# Seen from every group of digits, since another number may stand before a card's.
_CARD = re.compile(r"(?<![\w./-])(?=((?:[3-6]\d{3}|2[2-7]\d\d)(?:[ -]?\d){9,15}(?!\w)))")
_CARD_SAID = re.compile(
    r"\b(?:cards?|visa|mastercard|maestro|amex|american express|debit|credit)\b", re.IGNORECASE
)
_CARD_GROUPS = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 1)})
# The first digits of cards in Britain and how long such a card's number is (ISO/IEC 7812-1).
_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[0-2])\d{13}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d)\d{12}"
    r"|(?:50|5[6-9]|6\d)\d{11,17}"
)

_NHS = re.compile(r"(?<![\w.+/-])\d{3}([ -]?)\d{3}([ -]?)\d{4}(?![\w/]|-\d|\.\d)")
_NHS_SAID = re.compile(r"\b(?:nhs|chi|gig)\b|\bhospital number\b", re.IGNORECASE)

_INSURANCE = re.compile(
    r"(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
    r"(?:[ ./-]?\d){6}[ ./-]?[A-D](?!\w)",
    re.IGNORECASE,
)
_INSURANCE_SAID = re.compile(r"\b(?:NI|NINO)\b|\bnational insurance\b", re.IGNORECASE)
_INSURANCE_CUED = re.compile(
    r"(?:\bN\.?I\.?|\bNINO|\bnational insurance)(?: (?:number|no\.?|is))*\W{0,3}"
    r"([ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z](?: ?\d){6})(?!\w)",
    re.IGNORECASE,
)

_TAX = re.compile(
    r"\b(?:utr|tax(?:payer)? ref(?:erence)?|self[- ]assessment|tax number)\b\D{0,30}?"
    r"(\d(?:[ -]?\d){9})(?!\d)",
    re.IGNORECASE,
)
_PUPIL = re.compile(
    r"(?<!\w)[A-HJ-NP-RT-Z](?:[ -]?\d){11}[ -]?[A-HJ-NP-RT-Z\d](?!\w)", re.IGNORECASE
)
_PUPIL_SAID = re.compile(r"\b(?:upn|pupil)\b", re.IGNORECASE)
_PASSPORT = re.compile(
    r"\bpassport\b[^\d\n]{0,25}?\b(\d{9}|\d{3} \d{3} \d{3}|[A-Z]\d{8}|[A-Z]{2}\d{7})(?!\w)",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"(?<!\w)[A-Z9]{5} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z\d][A-Z]{2}(?: ?\d\d)?(?!\w)",
    re.IGNORECASE,
)
_LICENCE_SAID = re.compile(r"\blicen[cs]e\b|\bdriv(?:ing|er)\b|\bdvla\b", re.IGNORECASE)
_PROPERTY = re.compile(
    r"\b(?:uprn|unique property reference(?: number)?)\b\D{0,20}?(\d{6,12})(?!\w)", re.IGNORECASE
)

_SORT = re.compile(r"(?<![\w/-])(?:\d\d-\d\d-\d\d|\d\d \d\d \d\d|\d{6})(?![\w/]|-\d)")
_ACCOUNT = re.compile(r"(?<![\w/-])(?:\d{8}|\d{4} \d{4})(?![\w/]|-\d)")
_BANK_SAID = re.compile(
    r"\bsort\b|\bacc(?:oun)?t?\b|\ba/c\b|\bbank\b|\bpay(?:ee)?\b", re.IGNORECASE
)
_SORT_SAID = re.compile(r"\bsort\b|\bs/?c\b|\baccount is\b|\bbank\b", re.IGNORECASE)
_NEARBY = 60


def ibans(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """International account numbers, the longest that the check digits confirm."""
    for match in _IBAN.finditer(text):
        for end in _ends(text, *match.span()):
            if _is_iban("".join(c for c in text[match.start() : end] if c.isalnum()).upper()):
                yield Finding(Kind.IBAN, match.start(), end, sure(True))
                break


def cards(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Payment cards; high where grouped as on a card or spoken of as one, unless a reference."""
    for match in _CARD.finditer(text):
        start = match.start(1)
        for end in _ends(text, start, match.end(1)):
            number = digits_of(text[start:end])
            if _ISSUERS.fullmatch(number) and luhn.is_valid(number):
                groups = tuple(map(len, re.split(r"[ -]", text[start:end])))
                is_card = said_before(_CARD_SAID, text, start) or (
                    groups in _CARD_GROUPS and not said_before(REFERENCE, text, start)
                )
                yield Finding(Kind.CARD, start, end, sure(is_card))
                break


def nhs_numbers(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Ten digits that check; high where spaced 3-3-4 or after a word such as NHS."""
    for match in _NHS.finditer(text):
        start, end = match.span()
        if nhs.is_valid(digits_of(match.group())):
            is_spaced = bool(match[1] and match[2])
            is_other = said_before(REFERENCE, text, start)
            is_said = said_around(_NHS_SAID, text, start, end)
            yield Finding(
                Kind.NHS_NUMBER, start, end, sure(is_said or (is_spaced and not is_other))
            )


def insurance_numbers(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """National Insurance numbers; the last letter may be left out after a cue."""
    for match in _INSURANCE.finditer(text):
        start = match.start()
        is_said = said_before(_INSURANCE_SAID, text, start)
        is_sure = is_said or not said_before(REFERENCE, text, start)
        yield Finding(Kind.NATIONAL_INSURANCE, start, match.end(), sure(is_sure))
    for match in _INSURANCE_CUED.finditer(text):
        yield Finding(Kind.NATIONAL_INSURANCE, match.start(1), match.end(1), sure(True))


def tax_references(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Unique taxpayer references after a cue."""
    for match in _TAX.finditer(text):
        if utr.is_valid(digits_of(match[1])):
            yield Finding(Kind.TAX_REFERENCE, match.start(1), match.end(1), sure(True))


def pupil_numbers(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Unique pupil numbers with a cue beside them."""
    for match in _PUPIL.finditer(text):
        start, end = match.span()
        if said_around(_PUPIL_SAID, text, start, end):
            number = match.group().replace(" ", "").replace("-", "").upper()
            if upn.is_valid(number):
                yield Finding(Kind.PUPIL_NUMBER, start, end, sure(True))


def passports(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Passport numbers after the word."""
    for match in _PASSPORT.finditer(text):
        yield Finding(Kind.PASSPORT, match.start(1), match.end(1), sure(True))


def licences(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Driving licences; high with a cue."""
    for match in _LICENCE.finditer(text):
        start, end = match.span()
        is_said = said_around(_LICENCE_SAID, text, start, end)
        yield Finding(Kind.DRIVING_LICENCE, start, end, sure(is_said))


def properties(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Unique property reference numbers after a cue; many are of public buildings."""
    for match in _PROPERTY.finditer(text):
        yield Finding(Kind.UPRN, match.start(1), match.end(1), sure(False))


def bank_accounts(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """A sort code with the account number nearest to it; neither is anything alone."""
    accounts = list(_ACCOUNT.finditer(text))
    following = 0
    for code in _SORT.finditer(text) if accounts else ():
        while following < len(accounts) and accounts[following].end() <= code.start():
            following += 1
        near = accounts[max(following - 1, 0) : following + 2]
        yield from _bank_account(code, min(near, key=lambda one: _gap(code, one)), text)


def _bank_account(code: re.Match[str], account: re.Match[str], text: str) -> Iterator[Finding]:
    first, last = sorted((code, account), key=lambda match: match.start())
    if not 0 < _gap(code, account) <= _NEARBY:
        return
    if code.group().isdigit() and not said_before(_SORT_SAID, text, code.start()):
        return
    is_said = said_before(_BANK_SAID, text, last.start(), _NEARBY + len(first.group()) + 40)
    is_date = _could_be_a_date(code.group())
    is_apart = any(c.isalnum() for c in text[first.end() : last.start()])
    if is_date and is_apart and not is_said:
        return
    for match in (code, account):
        confidence = sure(is_said or not (is_date or is_apart))
        yield Finding(Kind.BANK_ACCOUNT, match.start(), match.end(), confidence)


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    """How far apart two matches are; less than nothing where one is over the other."""
    return max(one.start() - other.end(), other.start() - one.end())


def _could_be_a_date(code: str) -> bool:
    digits = digits_of(code)
    first, second = int(digits[:2]), int(digits[2:4])
    return 1 <= min(first, second) <= 12 and max(first, second) <= 31


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number may end, the longest first: at the end or before a gap."""
    yield end
    for place in range(end - 1, start + _SHORTEST - 1, -1):
        if text[place] in " -":
            yield place


def _is_iban(number: str) -> bool:
    """The check digits first, since the country's own shape takes longer to look up."""
    remainder = int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97
    return remainder == 1 and iban.is_valid(number)
