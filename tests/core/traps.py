"""What looks like a personal detail and is none: none may be held, most not even doubted."""

from collections.abc import Iterator
from random import Random

SILENT = (
    # signs, codes and forms
    "The fam. @ 1.91 a head was cheap.",
    "Free concerts @ Downtown parks/spaces, Friday music @ Fountain & Circus Square",
    "See the map at https://www.google.com/maps/@51.5,-0.1 or follow @thornmere",
    "logo@2x.png does not load",
    "Write to dpo@thornmere.gov.uk, complaints@ico.org.uk or enquiries@nhs.uk.",
    "The form is PT60BN and not PT61BN.",
    "Part QQ123456C, GB123456A, BG123456B, TN123456C and ZZ123456D are in the catalogue.",
    "Code AB123456E does not exist, nor DA123456A, FA123456A or VO123456B.",
    "Only LS1, CF10 and SW1A are covered, and B12 for those who lack it.",
    "Use a P45, a P60 or form SA100 for tax year 2023-24.",
    "Planning application 23/01234/FUL and the grid reference SK 123 456",
    "ISBN 978-0-306-40615-7 and 9780306406157 and 0-306-40615-2",
    "The server is 192.168.10.250, version 10.2.3.4",
    # telephone lines of organisations
    "Call 999 or 112 in danger, 101 for the police, 111 for health and 105 for power cuts.",
    "Ring 0300 123 4567, 0303 123 1113, 0345 600 0723 or 0800 1111.",
    "Freephone 0800 123 4567, 0808 800 5000 and Samaritans 116 123.",
    "Calls to 0870 123 4567 and 0906 123 4567 cost more.",
    # dates, sums and measures
    "It was on 01-02-23 and again on 02-03-23.",
    "The event is on 12 March 2024 from 10:30, the next on 01/02/2025 0900-1700.",
    "Open 01.02.2024 10.30 to 02.03.2024 11.45 each day",
    "It costs £12,345,678 or 1,234,567,890 over 30 years, 0.0123456789 each",
    "Between 2019 and 2023 some 07 of 10,000 said yes; 64% and 85.5%.",
    "Anyone born before 1 September 2019 or born after 31/08/2020 is left out.",
    "He was born in 1984 and the baby is due on 12 March.",
    "The act of 25 May 2018 and GDPR 2016/679, article 6(1)(e)",
    "51.507351, -0.127758",
    # places
    "The 30 Church Road closures were badly announced.",
    "20 High Street improvements and 3 Mill Lane schemes",
    "I live on a 20 mph road, I live in 2 bedroom place, we live on 4 car park",
    "Look at gov.uk, meet at amazon.com, stop at outlook point",
    "5 minutes down the road, 2 way street, 20 mph road",
    "In 2050, Bowling Green will have parks.",
    "The library is on Church Road, next to Victoria Park.",
    "Take the M1 3rd exit and the A40 for 12 miles; junction B4 2nd left",
    "10 Downing Street residents know best",
    # people
    "PC World sold me this.",
    "Mr Speaker's rules, DC Comics and the 1 Mill Road car park",
    "Mr Speaker, Madam Chair, Mr Mayor and Mr President should listen.",
    "Cllr Jane Smith and Councillor Patel voted for it.",
    "Dr Who, Mr Bean and Miss World, Dr. Martens and Ms Word",
    "We use MS Teams and MS Office; my PC is slow, the PC Gaming shop",
    "Jane told me and Tom Evans agreed.",
    "Mr and mrs are titles. Dr is too.",
    "My children love school; the Primary School on our road is good.",
    "The Academy has 300 pupils.",
    "I'm gay and I have diabetes.",
    # cues without the detail
    "Why do you want my NHS number, my passport number and my date of birth?",
    "My UPN, UTR, UPRN and driving licence are none of your business.",
    "Sort code alone 12-34-56 says nothing.",
    "Nor does account 12345678 alone.",
)
DOUBTFUL = (
    "The NHS was born on 5 July 1948.",
    "The scheme was born on 1 April 2020 in Thornmere.",
    "On 01-02-23 the letter 12345678 came.",
    "Model AB123456C is the boiler they fit.",
    "Product code JH 12 34 56 D, batch 7",
    "Come to the office at LS1 3AB.",
    "The hearing is at 12 High Street, Thornmere, LS1 3AB.",
    "The museum at 4 Castle Square is shut.",
    "Sign in at gmail.com or at yahoo.co.uk to see it.",
    "Come to 12 High Street at 7pm, we are at 14 Mill Lane until May.",
    "The office address is 4 Mill Lane and the address: 12 High Street.",
    "Our account number 7912345678 is on the bill",
    "Write to info@acme.example for a quote.",
    "Your reference 02079460958 was lost",
    "test 2134214325",
)


def numbers(chance: Random, count: int = 300) -> Iterator[str]:
    """References of ten, twelve and sixteen digits, some of which have a right check digit."""
    for _ in range(count):
        ten = str(chance.randrange(1_000_000_000, 9_999_999_999))
        sixteen = str(chance.randrange(3 * 10**15, 7 * 10**15))
        apart = " ".join(sixteen[at : at + 4] for at in range(0, 16, 4))
        yield from (
            f"I gave them {ten} twice",
            f"Reference {ten[:3]} {ten[3:6]} {ten[6:]} was lost",
            f"The case {ten} is closed",
            f"They sent me {sixteen} on paper",
            f"Order {apart} never came",
            f"ISBN 978{ten}",
            f"Barcode {sixteen[:13]} and tracking {sixteen[:14]}",
        )
