"""What looks like a personal detail and is public: a council's own lines, mailboxes and people."""

from dataclasses import dataclass
from functools import cached_property

from consult.core.words import folded_words

# Mailboxes that belong to a task and not to a person (RFC 2142 and what councils use).
_TASKS = (
    "abuse accessibility admin adultsocialcare benefits businessrates careers casework childrens "
    "communications complaints compliance consultation consultations contact contactcentre "
    "contactus council counciltax customer customercare customers customerservice "
    "customerservices data dataprotection democracy democraticservices dpo elections engagement "
    "enquiries enquiry environmentalhealth equalities feedback foi freedomofinformation hello "
    "help helpdesk helpline highways housing icocasework info information legal libraries "
    "licensing mail mash media newsroom noreply office parking planning policy postmaster press "
    "pressoffice privacy reception records repairs safeguarding sar schools secretary socialcare "
    "support team transparency waste webmaster webteam ymholiadau cyngor cwynion"
)
ROLES = frozenset(_TASKS.split())
# What may stand before the name of somebody in public office.
_TITLES = "mr mrs miss ms mx dr prof professor rev sir dame cllr councillor the"
TITLES = frozenset(_TITLES.split())
# Where a task's mailbox is nobody's private address in any council.
PUBLIC_BODIES = (
    "gov.uk",
    "nhs.uk",
    "nhs.scot",
    "nhs.wales",
    "police.uk",
    "parliament.uk",
    "gov.wales",
    "llyw.cymru",
    "gov.scot",
    "ico.org.uk",
    "lgo.org.uk",
    "ombudsman.wales",
)


@dataclass(frozen=True)
class Allowed:
    """What a council lets stand; compared without capitals, accents, spaces and punctuation.

    `phones` may be written in any British or international way; `domains` cover what lies below
    them, and allow mailboxes of a task (`ROLES`) only: a person's own is named in `mailboxes`.
    `names` are whole names; a title with the last of them is allowed as well.
    """

    phones: tuple[str, ...] = ()
    mailboxes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def has_phone(self, national: str) -> bool:
        """The national significant number, such as 1134960123, is a line of the council's."""
        return national in self._phones

    def has_mailbox(self, local: str, domain: str) -> bool:
        """The address is a named mailbox, or a task's in the council's or another public domain."""
        return f"{local}@{domain}".casefold() in self._mailboxes or (
            is_role(local)
            and any(
                domain.casefold() == one or domain.casefold().endswith(f".{one}")
                for one in (*self._domains, *PUBLIC_BODIES)
            )
        )

    def has_postcode(self, postcode: str) -> bool:
        """An office of the council has this postcode."""
        return _joined(postcode) in self._postcodes

    def has_name(self, name: str) -> bool:
        """A holder of public office is so called, by the whole name or the last of it."""
        return tuple(folded_words(name)) in self._names

    @cached_property
    def _phones(self) -> frozenset[str]:
        return frozenset(national_digits(phone) for phone in self.phones)

    @cached_property
    def _mailboxes(self) -> frozenset[str]:
        return frozenset(mailbox.strip().casefold() for mailbox in self.mailboxes)

    @cached_property
    def _domains(self) -> tuple[str, ...]:
        return tuple(domain.strip().casefold().lstrip("@.") for domain in self.domains)

    @cached_property
    def _postcodes(self) -> frozenset[str]:
        return frozenset(map(_joined, self.postcodes))

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        whole = [_untitled(folded_words(name)) for name in self.names]
        return frozenset(name[at:] for name in whole for at in {0, len(name) - 1} if name)


def is_role(local: str) -> bool:
    """The part before the @ names a task."""
    return "".join(c for c in local.casefold() if c.isalpha()) in ROLES


def national_digits(phone: str) -> str:
    """A British number without +44, 0044, (0) and 0; another country's with its code."""
    digits = "".join(c for c in phone.replace("(0)", "") if c.isdigit()).removeprefix("00")
    return digits.removeprefix("44").removeprefix("0") if digits[:2] == "44" else digits.lstrip("0")


def _untitled(words: list[str]) -> tuple[str, ...]:
    """A name without the titles before it; nothing but titles stays as it is."""
    start = next((at for at, word in enumerate(words) if word not in TITLES), 0)
    return tuple(words[start:])


def _joined(text: str) -> str:
    return "".join(folded_words(text))


NOTHING = Allowed()
