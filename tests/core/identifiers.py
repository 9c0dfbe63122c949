"""Made-up personal details in the spellings people use, with check digits of their own making.

Nothing here looks at how the application finds them. Each maker takes a `Random` and gives the
detail as typed; `SAYINGS` are the sentences around it, the cues of each kind among them.
"""

from collections.abc import Callable
from random import Random

from consult.core.personal_data.kinds import Kind

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
FORENAMES = ("jane", "tom", "aisha", "owen", "priya", "gareth", "siân", "kofi", "mary-ann")
SURNAMES = (
    *("Smith", "Patel", "O'Brien", "Jones", "Smith-Jones", "Nowak"),
    *("Evans", "MacDonald", "Okafor", "Núñez", "Lee"),
)
STREETS = ("Acacia", "Kettlewell", "High", "St Oswin's", "Church", "Old Mill", "Victoria")
TYPES = ("Road", "Street", "Avenue", "Close", "Lane", "Drive", "Crescent", "Gardens", "Rd", "St")


def digits(chance: Random, count: int) -> str:
    return "".join(str(chance.randrange(10)) for _ in range(count))


def grouped(number: str, *sizes: int, by: str = " ") -> str:
    groups, at = [], 0
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    return by.join(groups)


def an_email(chance: Random) -> str:
    name = chance.choice(FORENAMES).replace("â", "a")
    local = chance.choice(
        [name, f"{name}.evans", f"{name}_{digits(chance, 2)}", f"{name}+news", f"{name[0]}.lee"]
    )
    host = chance.choice(["gmail.com", "btinternet.co.uk", "example.org", "mail.example.com"])
    return chance.choice(
        [
            f"{local}@{host}",
            f"{local}@{host}".upper(),
            f"{local}(at){host}",
            f"{local} [at] {host}",
            f"{local} @ {host}",
            f"{local} at {host.replace('.', ' dot ')}",
            f"{local}(at){host.replace('.', '(dot)')}",
            f"{local}＠{host}",
        ]
    )


def a_phone(chance: Random) -> str:
    rest = digits(chance, 6)
    mobile = chance.choice(["7911", "7700", "7400", "7534", "7890"])
    if mobile == "7700":
        rest = "900" + rest[3:]
    area, local = chance.choice(
        [("20", "7946" + rest[:4]), ("113", "496" + rest[:4]), ("29", "2018" + rest[:4])]
    )
    first = chance.choice(["0", "+44 ", "+44", "0044 ", "+44 (0)", "(+44) "])
    whole = mobile + rest
    return chance.choice(
        [
            f"{first}{whole}",
            f"{first}{grouped(whole, 4, 6)}",
            f"{first}{grouped(whole, 4, 3, 3)}",
            f"{first}{grouped(whole, 4, 3, 3, by='-')}",
            f"{first}{grouped(whole, 4, 3, 3, by='.')}",
            f"{first}{area}{local}",
            f"{first}{area} {grouped(local, len(local) - 4, 4)}",
            f"(0{area}) {grouped(local, len(local) - 4, 4)}",
            f"O{grouped(whole, 4, 6)}",
            f"0{whole[:4]}\u00a0{whole[4:]}",
        ]
    )


def an_nhs_number(chance: Random) -> str:
    while True:
        number = chance.choice("4679") + digits(chance, 8)
        rest = 11 - sum(int(c) * (10 - at) for at, c in enumerate(number)) % 11
        if rest != 10:
            number += str(rest % 11)
            spelt = [number, grouped(number, 3, 3, 4), grouped(number, 3, 3, 4, by="-")]
            return chance.choice(spelt)


def an_insurance_number(chance: Random) -> str:
    first = chance.choice(["AB", "JH", "PC", "SR", "WK", "CE"])
    number = f"{first}{digits(chance, 6)}{chance.choice('ABCD')}"
    return chance.choice(
        [
            number,
            number.lower(),
            grouped(number, 2, 2, 2, 2, 1),
            grouped(number, 2, 6, 1),
            grouped(number, 2, 2, 2, 2, 1, by="-"),
        ]
    )


def a_postcode(chance: Random) -> str:
    out = chance.choice(["LS1", "CF10", "M60", "SW1A", "B33", "EC1A", "W1A", "NE30", "SA1", "BT7"])
    inward = digits(chance, 1) + chance.choice("ABDEFGHJLNP") + chance.choice("QRUWXYZAB")
    return chance.choice([f"{out} {inward}", f"{out}{inward}", f"{out} {inward}".lower()])


def a_card(chance: Random) -> str:
    first, length = chance.choice([("4", 16), ("51", 16), ("37", 15), ("2221", 16), ("6011", 16)])
    first = "2230" if first == "2221" else first
    number = first + digits(chance, length - len(first) - 1)
    doubled = [
        sum(divmod(int(c) * 2, 10)) if at % 2 == 0 else int(c) for at, c in enumerate(number[::-1])
    ]
    number += str(-sum(doubled) % 10)
    sizes = (4, 6, 5) if length == 15 else (4, 4, 4, 4)
    return chance.choice([number, grouped(number, *sizes), grouped(number, *sizes, by="-")])


def a_bank_account(chance: Random) -> str:
    code, account = f"{chance.randrange(40, 99)}{digits(chance, 4)}", digits(chance, 8)
    return chance.choice(
        [
            f"{grouped(code, 2, 2, 2, by='-')} {account}",
            f"{grouped(code, 2, 2, 2)}, account {account}",
            f"{code} account number {account}",
            f"{account} {grouped(code, 2, 2, 2, by='-')}",
            f"{grouped(code, 2, 2, 2, by='‑')} / {account}",
        ]
    )


def an_iban(chance: Random) -> str:
    country, bban = chance.choice(
        [
            ("GB", "WEST" + digits(chance, 14)),
            ("IE", "AIBK" + digits(chance, 14)),
            ("DE", digits(chance, 18)),
        ]
    )
    spelt = "".join(c if c.isdigit() else str(ord(c) - 55) for c in f"{bban}{country}00")
    rest = 0
    for c in spelt:
        rest = (rest * 10 + int(c)) % 97
    number = f"{country}{98 - rest:02}{bban}"
    apart = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return chance.choice([number, apart, number.lower(), apart.replace(" ", "-")])


def a_tax_reference(chance: Random) -> str:
    number = digits(chance, 9)
    total = sum(int(c) * by for c, by in zip(number, (6, 7, 8, 9, 10, 5, 4, 3, 2), strict=True))
    number = "21987654321"[total % 11] + number
    return chance.choice([number, grouped(number, 5, 5), grouped(number, 3, 3, 4)])


def a_pupil_number(chance: Random) -> str:
    number = chance.choice(["201", "801", "330", "888", "383"]) + digits(chance, 9)
    check = sum(int(c) * (at + 2) for at, c in enumerate(number)) % 23
    spelt = "ABCDEFGHJKLMNPQRTUVWXYZ"[check] + number
    return chance.choice([spelt, spelt.lower(), grouped(spelt, 4, 4, 5)])


def a_birth_date(chance: Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1931, 2015)
    name = MONTHS[month - 1]
    return chance.choice(
        [
            f"{day:02}/{month:02}/{year}",
            f"{day}.{month}.{year}",
            f"{day}-{month}-{year % 100:02}",
            f"{day} {name} {year}",
            f"{day}th of {name} {year}",
            f"{day} {name[:3]} {year}",
            f"{name} {day}, {year}",
            f"{year}-{month:02}-{day:02}",
        ]
    )


def an_address(chance: Random) -> str:
    number = f"{chance.randint(1, 180)}{chance.choice(['', '', 'a', 'B'])}"
    street = f"{chance.choice(STREETS)} {chance.choice(TYPES)}"
    return chance.choice(
        [
            f"{number} {street}",
            f"{number}, {street}",
            f"Flat 2, {number} {street}",
            f"{number} {street}".upper(),
            f"{number} {chance.choice(['Heol y Bont', 'Ffordd Caerdydd', 'Stryd Fawr'])}",
        ]
    )


def a_property_number(chance: Random) -> str:
    return f"1000{digits(chance, 8)}"


def a_passport(chance: Random) -> str:
    number = "5" + digits(chance, 8)
    return chance.choice([number, grouped(number, 3, 3, 3), f"P{number[1:]}", f"PA{number[2:]}"])


def a_licence(chance: Random) -> str:
    surname = chance.choice(["MORGA", "LEE99", "PATEL", "OBRIE", "JONES"])
    month = chance.randint(1, 12) + chance.choice([0, 50])
    born = f"{chance.randrange(10)}{month:02}{chance.randint(1, 28):02}{chance.randrange(10)}"
    number = (
        f"{surname}{born}{chance.choice(['SM', 'A9', 'JR'])}9{chance.choice(['IJ', 'XX', 'AB'])}"
    )
    return chance.choice([number, number.lower(), grouped(number, 5, 6, 5), f"{number} 35"])


def a_vehicle(chance: Random) -> str:
    age = chance.choice(["19", "68", "23", "05"])
    last = "".join(chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(3))
    number = f"{chance.choice(['YK', 'LB', 'CX', 'BD'])}{age}{last}"
    return chance.choice(
        [number, grouped(number, 4, 3), number.lower(), f"P{age}{digits(chance, 1)} {last}"]
    )


def a_school(chance: Random) -> str:
    name = chance.choice(["St Mary's", "Kelder Bridge", "Holm Park", "St. Oswin's C of E"])
    return f"{name} {chance.choice(['Primary School', 'Academy', 'High School', 'Nursery'])}"


def a_titled_name(chance: Random) -> str:
    title = chance.choice(
        ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Mr.", "MRS", "mr", "Prof", "Rev"]
    )
    surname = chance.choice(SURNAMES)
    forename = chance.choice(["Jane", "Tom", "Siân", "A.", "J. R.", "Kofi"])
    return f"{title} {chance.choice([surname, f'{forename} {surname}', f'de {surname}'])}"


MAKERS: dict[Kind, Callable[[Random], str]] = {
    Kind.EMAIL: an_email,
    Kind.PHONE: a_phone,
    Kind.NHS_NUMBER: an_nhs_number,
    Kind.NATIONAL_INSURANCE: an_insurance_number,
    Kind.POSTCODE: a_postcode,
    Kind.CARD: a_card,
    Kind.BANK_ACCOUNT: a_bank_account,
    Kind.IBAN: an_iban,
    Kind.TAX_REFERENCE: a_tax_reference,
    Kind.PUPIL_NUMBER: a_pupil_number,
    Kind.BIRTH_DATE: a_birth_date,
    Kind.ADDRESS: an_address,
    Kind.NAME: a_titled_name,
    Kind.VEHICLE: a_vehicle,
    Kind.PASSPORT: a_passport,
    Kind.DRIVING_LICENCE: a_licence,
    Kind.UPRN: a_property_number,
    Kind.CHILD_SCHOOL: a_school,
}

SAYINGS: dict[Kind, tuple[str, ...]] = {
    Kind.EMAIL: ("Write to me: {}.", "You can reach me on {} any time.", "{} is mine."),
    Kind.PHONE: ("Ring me on {} please.", "{}", "My mobile: {}.", "we are on {}, evenings"),
    Kind.NHS_NUMBER: ("My NHS number is {}.", "NHS no. {}", "They wrote {} on the letter."),
    Kind.NATIONAL_INSURANCE: ("My NI number is {}.", "{} is what they have.", "(NINO: {})"),
    Kind.POSTCODE: ("I am in {} so it matters.", "Here in {}, nobody asked.", "Postcode {}."),
    Kind.CARD: ("They took it from my card {}.", "{}", "Visa {} was charged twice."),
    Kind.BANK_ACCOUNT: ("Pay it into my bank: sort code {}.", "My account is {}."),
    Kind.IBAN: ("My IBAN is {} if that helps.", "{}", "Send it to {}."),
    Kind.TAX_REFERENCE: ("My UTR is {}.", "Tax reference {}", "self-assessment number: {}."),
    Kind.PUPIL_NUMBER: ("Her UPN is {}.", "The pupil number {} was on it.", "pupil: {}"),
    Kind.BIRTH_DATE: ("I was born on {}.", "DOB {}", "My date of birth is {}.", "d.o.b.: {},"),
    Kind.ADDRESS: ("I live at {}.", "Come round to {} and see.", "My mother is at {}, alone."),
    Kind.NAME: ("I spoke to {}.", "{} told me so!", "Then {}, who lives there, rang."),
    Kind.VEHICLE: ("My car {} was towed.", "The van with plate {} parks there.", "Reg {}."),
    Kind.PASSPORT: ("My passport number is {}.", "Passport {} was copied.", "passport no: {}"),
    Kind.DRIVING_LICENCE: ("My driving licence is {}.", "Licence number {}.", "DVLA has me as {}."),
    Kind.UPRN: ("The UPRN is {}.", "UPRN {}", "uprn: {}."),
    Kind.CHILD_SCHOOL: (
        "My son goes to {}.",
        "Our daughter is in year 4 at {}.",
        "My kids attend {}.",
    ),
}
