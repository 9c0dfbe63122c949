"""E-mail addresses and telephone numbers.

Shapes: RFC 5321 addresses with an alphabetic ending, also written with (at), [at], "at … dot";
British numbers of nine or ten digits after 0 or +44 and others after + or 00, with spaces, dots,
hyphens and brackets. Which numbers are in use, and by whom, is asked of `phonenumbers` (Ofcom's
and the ITU's plans). Lines of organisations (freephone, 03, 084, 09) and short ones (101, 111, 999)
are nobody's detail. Ofcom's numbers for drama, such as 07700 900123, are not in use: they and other
numbers unknown to the plan are found by their grouping, surely only after a cue such as "call".
"""

import re
from collections.abc import Iterator
from itertools import chain

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from consult.core.personal_data.allowed import Allowed, is_role
from consult.core.personal_data.kinds import Confidence, Finding, Kind
from consult.core.personal_data.shapes import REFERENCE, digits_of, said_before, sure

_AT = re.compile(
    r" ?[(\[{<] ?at ?[)\]}>] ?|(?<=[\w+-]) ?@ ?(?=\w)|(?<=\w) at (?=[\w-]{1,63} ?[(\[]?dot\b)"
    r"|(?<=\w) at (?=(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|aol"
    r"|proton|protonmail)\.)",
    re.IGNORECASE,
)
_DOT = r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?| dot )"
_DOMAIN = re.compile(
    rf"(?:[^\W_][\w-]{{0,62}}{_DOT}){{1,6}}([^\W\d_]{{2,24}})(?!\w)", re.IGNORECASE
)
_TOD = r"(?:\.| ?[)\]}] ?tod ?[(\[{] ?| tod )"  # a name is read backwards from the sign
_LACOL = re.compile(rf"[\w+%'-]{{1,64}}(?:{_TOD}[\w+%'-]{{1,64}}){{0,3}}", re.IGNORECASE)
_SAID_DOT = re.compile(r" ?[(\[{]? ?\bdot\b ?[)\]}]? ?", re.IGNORECASE)
_SPACED = frozenset({" at ", " @ ", " @", "@ "})  # may stand between any words
_LONGEST_LOCAL = 80
_KNOWN = "com org net edu info biz io co me uk eu ie wales cymru scot london example test invalid"
_ENDINGS = frozenset(_KNOWN.split())
_FILE_ENDINGS = "png jpg jpeg gif svg webp css js pdf html"
_FILES = frozenset(_FILE_ENDINGS.split())

_GAP = r"[ .()-]{0,3}"
_BRITISH = re.compile(
    rf"(?<![\w=#+])(?:\(?(?:\+|00) ?44\)?{_GAP}(?:\(?0\)?)?|\(?[0oO])"
    rf"(?:{_GAP}[\doOlI]){{9,10}}(?!\w)"
)
_FOREIGN = re.compile(r"(?<![\w=#])(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,14}(?!\w)")
_MOBILE = re.compile(r"(?<![\w=#+£$.,-])(?:44[ -]?)?7(?:[ -]?\d){9}(?!\w)")
_MISREAD = str.maketrans("oOlI", "0011")
_DATE = re.compile(r"\d\d[ .-]\d\d[ .-](?:19|20)\d\d(?!\d)")
_CALL = re.compile(
    r"\b(?:call(?:ed|ing)?|phone|ring|rang|tel|telephone|mob|mobile|text|txt|whatsapp|number|contact"
    r"|reach|sms|fax|landline|dial|ffôn|rhif|ffonio|ffoniwch)\b",
    re.IGNORECASE,
)
# How people group a British number; each as the digits between the gaps, from the 0.
_GROUPED = frozenset(
    {(5, 6), (5, 3, 3), (4, 3, 4), (3, 4, 4), (3, 8), (4, 7), (3, 3, 5), (5, 2, 2, 2), (5, 5)}
)
_PEOPLE = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.VOIP,
        PhoneNumberType.PAGER,
    }
)
_LEAST_DIGITS = 7  # of a number in which letters stand for digits


def emails(text: str, allowed: Allowed) -> Iterator[Finding]:
    """Addresses of people; those of a task are medium, or left where they are public."""
    done = 0
    for sign in _AT.finditer(text):
        before = text[max(sign.start() - _LONGEST_LOCAL, done) : sign.start()]
        local = _LACOL.match(before[::-1])
        domain = _DOMAIN.match(text, sign.end())
        if not local or not domain or domain[1].casefold() in _FILES:
            continue
        done = domain.end()
        start = sign.start() - local.end()
        name, host = _spelt(text[start : sign.start()]), _spelt(domain.group())
        is_known = sign.group().casefold() not in _SPACED or domain[1].casefold() in _ENDINGS
        if _is_talk(sign, domain.group()) and name.isalpha():
            is_known = False
        if not allowed.has_mailbox(name, host):
            yield Finding(Kind.EMAIL, start, done, sure(is_known and not is_role(name)))


def phones(text: str, allowed: Allowed) -> Iterator[Finding]:
    """Numbers that ring at somebody's."""
    for match in chain(_BRITISH.finditer(text), _FOREIGN.finditer(text)):
        confidence = _phone(match, text, allowed)
        if confidence:
            yield Finding(Kind.PHONE, match.start(), match.end(), confidence)


def _is_talk(sign: re.Match[str], domain: str) -> bool:
    """Somebody may sign in at gmail.com: the word and the address stand there as they are."""
    return sign.group().casefold() == " at " and "." in domain and " " not in domain


def mobiles(text: str, _allowed: Allowed) -> Iterator[Finding]:
    """Mobile numbers without their 0, where somebody speaks of a telephone."""
    for match in _MOBILE.finditer(text):
        if said_before(_CALL, text, match.start()):
            yield Finding(Kind.PHONE, match.start(), match.end(), Confidence.MEDIUM)


def _spelt(words: str) -> str:
    return _SAID_DOT.sub(".", words)


def _phone(match: re.Match[str], text: str, allowed: Allowed) -> Confidence | None:
    typed = match.group()
    if len(digits_of(typed)) < _LEAST_DIGITS or _DATE.match(typed):
        return None
    typed = typed.translate(_MISREAD)
    number = _parsed(typed)
    if number is None or allowed.has_phone(_national(number)):
        return None
    is_called = said_before(_CALL, text, match.start())
    if phonenumbers.is_valid_number(number):
        if phonenumbers.number_type(number) not in _PEOPLE:
            return None
        return sure(is_called or not said_before(REFERENCE, text, match.start()))
    return sure(is_called) if _looks_british(typed, is_called) else None


def _parsed(typed: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, "GB")
    except NumberParseException:
        return None


def _national(number: PhoneNumber) -> str:
    code = "" if number.country_code == 44 else str(number.country_code)
    return f"{code}{number.national_number}"


def _looks_british(typed: str, is_called: bool) -> bool:
    """A mobile number in any grouping, or another that is grouped or spoken of as one."""
    digits = digits_of(typed.replace("(0)", "")).removeprefix("00")
    national = digits.removeprefix("44") if digits.startswith("44") else digits.removeprefix("0")
    groups = tuple(len(group) for group in re.findall(r"\d+", typed))
    if len(national) != 10:
        return False
    return national[0] == "7" or (national[0] in "12" and (is_called or groups in _GROUPED))
