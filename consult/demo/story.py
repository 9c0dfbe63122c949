"""What a story has come to so far, and the moments of which it consists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from consult.accounts.models import Person
from consult.analysis.models import Theme
from consult.councils.models import Council
from consult.demo import people
from consult.demo.scripts import Script
from consult.participation.models import Comment
from consult.proposals.models import Proposal


@dataclass(frozen=True)
class Event:
    """Something that somebody does at a moment; a quiet one sends no mail."""

    at: datetime
    act: Callable[[], object]
    is_quiet: bool = False


@dataclass
class Story:
    """One council's story: its script, and everybody and everything that came up in it."""

    script: Script
    colour: str
    voters: int
    shares: tuple[float, float, float, float]
    staff: dict[str, Person] = field(default_factory=dict)
    residents: dict[str, Person] = field(default_factory=dict)
    neighbours: dict[int, Person] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    council_: Council | None = None
    proposal_: Proposal | None = None

    @property
    def council(self) -> Council:
        """The council, once it has joined."""
        assert self.council_ is not None
        return self.council_

    @property
    def proposal(self) -> Proposal:
        """The proposal, once it has been begun."""
        assert self.proposal_ is not None
        return self.proposal_

    @property
    def officer(self) -> Person:
        """Who drafts."""
        return self.staff["officer"]

    @property
    def moderator(self) -> Person:
        """Who reads what residents say; the first of them."""
        return next(person for key, person in self.staff.items() if key.startswith("mod-"))

    def resident(self, key: str) -> Person:
        """A resident, who comes in when first needed."""
        if key not in self.residents:
            told = next(one for one in self.script.doc["participants"] if one["key"] == key)
            said = (comment["text"] for comment in self.script.doc["comments"])
            quoted = any(told["display_name"] in text for text in said)
            self.residents[key] = people.join(self.council, told, quoted, self.codes)
        return self.residents[key]

    def neighbour(self, number: int) -> Person:
        """One of the crowd, who comes in when first needed."""
        if number not in self.neighbours:
            self.neighbours[number] = people.move_in(self.council, number, self.codes)
        return self.neighbours[number]

    def plan(
        self, at: datetime, act: Callable[..., object], *given: Any, is_quiet: bool = False
    ) -> None:
        """Have something happen at a moment, if that moment has been."""
        if at <= self.script.now - timedelta(minutes=1):
            self.events.append(Event(at, partial(act, self, *given), is_quiet))
