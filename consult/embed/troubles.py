"""Why a proof was not found: a closed list, so that no other site's words are ever shown."""

from dataclasses import dataclass
from enum import StrEnum

from consult.core import _l
from consult.embed.models import Proof


class Trouble(StrEnum):
    """What stood in the way."""

    MISSING = "missing"
    OTHER_LINES = "other_lines"
    NOT_TEXT = "not_text"
    MOVED = "moved"
    NO_HOST = "no_host"
    PRIVATE = "private"
    SLOW = "slow"
    UNSAFE = "unsafe"
    UNREACHABLE = "unreachable"

    @property
    def label(self) -> str:
        """What officers read."""
        return str(LABELS[self])

    @property
    def is_answer(self) -> bool:
        """True where the site itself said that the line is not there."""
        return self in ANSWERS


ANSWERS = {Trouble.MISSING, Trouble.OTHER_LINES, Trouble.NOT_TEXT, Trouble.MOVED}
LABELS = {
    Trouble.MISSING: _l("We found neither the file nor the DNS record."),
    Trouble.OTHER_LINES: _l("We found the file or the record, but not this line in it."),
    Trouble.NOT_TEXT: _l("The file is not plain text. It must hold the line and nothing else."),
    Trouble.MOVED: _l("The site sent us on to another address. The file must be at this one."),
    Trouble.NO_HOST: _l("No site has this name. Check the spelling."),
    Trouble.PRIVATE: _l("This name leads into a private network, which we do not visit."),
    Trouble.SLOW: _l("The site did not answer within 5 seconds."),
    Trouble.UNSAFE: _l("The site’s security certificate is not good."),
    Trouble.UNREACHABLE: _l("We could not reach the site, or it had a fault."),
}


@dataclass(frozen=True)
class Looked:
    """What one look at a site came to: where the line was, or what stood in the way of each."""

    found_by: Proof | None = None
    by_file: Trouble = Trouble.MISSING
    by_dns: Trouble = Trouble.MISSING

    @property
    def trouble(self) -> Trouble:
        """The one to tell about: that of the file, unless only the record says more."""
        if self.by_file is Trouble.MISSING:
            return self.by_dns
        return self.by_file

    def denies(self, held: Proof) -> bool:
        """True where the place of the proof answered without the line."""
        trouble = self.by_file if held is Proof.FILE else self.by_dns
        return self.found_by is None and trouble.is_answer
