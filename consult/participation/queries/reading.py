"""How somebody wants to read comments: in what order, which of them, and by which words."""

from dataclasses import dataclass, replace

from consult.participation.models import Stance
from consult.proposals.models import Proposal

SORTS = ("newest", "oldest", "discussed", "helpful", "unlike")
BY_WORDS = ("newest", "oldest")


@dataclass(frozen=True)
class Reading:
    """What a page of comments is asked for; `asked` is what was typed, `words` what it means."""

    sort: str = "newest"
    after: str | None = None
    stance: Stance | None = None
    part_id: str | None = None
    answered: bool = False
    mine: bool = False
    asked: str = ""
    words: tuple[str, ...] = ()
    unlike: Stance | None = None

    @property
    def is_filtered(self) -> bool:
        """Leaves comments out."""
        return bool(
            self.stance or self.part_id or self.answered or self.mine or self.words or self.asked
        )

    @property
    def is_flat(self) -> bool:
        """Shows replies by themselves, where each was found for its own sake."""
        return self.mine or bool(self.words)

    def on(self, proposal: Proposal) -> "Reading":
        """The same, without what would tell how views divide while that is kept back."""
        allowed = self
        if not proposal.shows_results:
            allowed = replace(allowed, stance=None, unlike=None)
            if allowed.sort == "unlike":
                allowed = replace(allowed, sort="newest")
        if allowed.words and allowed.sort not in BY_WORDS:
            allowed = replace(allowed, sort="newest")
        return allowed

    def arguments(self) -> dict[str, str]:
        """What an address says to ask for the same, from the first page on."""
        said = {
            "sort": self.sort,
            "stance": self.stance.value if self.stance else "",
            "part": self.part_id or "",
            "answered": "yes" if self.answered else "",
            "mine": "yes" if self.mine else "",
            "q": self.asked,
            "unlike": self.unlike.value if self.unlike else "",
        }
        return {name: value for name, value in said.items() if value}
