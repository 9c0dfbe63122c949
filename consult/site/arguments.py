"""Reading what stands behind the question mark, strictly."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from flask import request

from consult.core import clock
from consult.core.errors import NotFound
from consult.core.words import asked_words
from consult.moderation.models import Act, FoundBy, Outcome, Reason
from consult.moderation.queries import LogAsked
from consult.participation.models import VOTES, Stance
from consult.participation.queries import SORTS, Reading
from consult.proposals.circumstances import Circumstance
from consult.proposals.models import Proposal

E = TypeVar("E", bound=StrEnum)

LONGEST = 200
PART = re.compile(r"[A-Za-z0-9_-]{1,60}(/[A-Za-z0-9_-]{1,40})?")


def seq_argument(name: str) -> int | None:
    """A position in the log; anything else is not found."""
    text = request.args.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise NotFound()
    return int(text)


def reading() -> Reading:
    """How comments are to be read; what we never offered is not found."""
    asked = words_argument("q")
    sort = request.args.get("sort") or "newest"
    part = request.args.get("part") or None
    if sort not in SORTS or (part and not PART.fullmatch(part)):
        raise NotFound()
    return Reading(
        sort=sort,
        after=request.args.get("after") or None,
        stance=_stance("stance", tuple(Stance)),
        part_id=part,
        answered=_yes("answered"),
        mine=_yes("mine"),
        asked=asked,
        words=asked_words(asked),
        unlike=_stance("unlike", VOTES),
    )


def words_argument(name: str) -> str:
    """Words that somebody looks for, as they were typed."""
    return request.args.get(name, "").replace("\x00", "").strip()[:LONGEST]


def _stance(name: str, offered: tuple[Stance, ...]) -> Stance | None:
    text = request.args.get(name, "")
    if not text:
        return None
    found = next((stance for stance in offered if stance.value == text), None)
    if found is None:
        raise NotFound()
    return found


def _yes(name: str) -> bool:
    text = request.args.get(name, "")
    if text not in ("", "yes"):
        raise NotFound()
    return text == "yes"


def one_of(name: str, offered: type[E]) -> E | None:
    """One of a closed list, or nothing where nothing is asked for; another word is not found."""
    text = request.args.get(name, "")
    if not text:
        return None
    try:
        return offered(text)
    except ValueError as error:
        raise NotFound() from error


def log_asked(proposals: Sequence[Proposal]) -> LogAsked:
    """Which acts of moderators are asked for; a proposal of elsewhere is not found."""
    reference = request.args.get("proposal", "")
    proposal = next((one for one in proposals if one.reference == reference), None)
    if reference and proposal is None:
        raise NotFound()
    return LogAsked(
        act=one_of("act", Act),
        reason=one_of("reason", Reason),
        found_by=one_of("found", FoundBy),
        outcome=one_of("appeal", Outcome),
        stance=one_of("stance", Stance),
        proposal=proposal,
        since=month_argument("from"),
        until=month_argument("to", is_end=True),
    )


def month_argument(name: str, *, is_end: bool = False) -> datetime | None:
    """The first moment of a month written 2026-05, in London, or the first one after it."""
    text = request.args.get(name, "")
    if not text:
        return None
    try:
        first = date.fromisoformat(f"{text}-01")
        if is_end:
            first = (first + timedelta(days=31)).replace(day=1)
        return clock.from_local(datetime.combine(first, time.min))
    except (ValueError, OverflowError) as error:
        raise NotFound() from error


def circumstance_arguments(name: str) -> list[Circumstance]:
    """What somebody told about themselves, each once; an unknown word is not found."""
    told = {Circumstance.of(text) for text in request.args.getlist(name)}
    if None in told:
        raise NotFound()
    return [each for each in Circumstance if each in told]
