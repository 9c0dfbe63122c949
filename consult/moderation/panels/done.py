"""What a moderator has just done, carried to the next comment with a way to undo it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from flask import url_for

from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation.models import Act, ModerationAction
from consult.moderation.panels.figures import figures_here
from consult.moderation.sought import Sought
from consult.participation.models import Comment


@dataclass(frozen=True)
class Done:
    """An act as an address names it; whether it can be undone is decided when somebody asks."""

    act: Act
    comment_id: UUID
    action_id: UUID


def just_done(given: Mapping[str, str]) -> Done | None:
    """Read what was just done from an address; nothing if it names no act."""
    try:
        return Done(Act(given["done"]), UUID(given["of"]), UUID(given["action"]))
    except (KeyError, ValueError):
        return None


def place_after(
    council: str, shown: Comment, done: ModerationAction | None, *, waits: bool = False
) -> str:
    """Where a moderator goes on, and what they have just done."""
    there = url_for("moderation.item", council=council, comment_id=shown.id)
    if done is None:
        return f"{there}?waits=yes" if waits else there
    said = {"done": done.act.value, "of": str(done.comment_id), "action": str(done.id)}
    return f"{there}?{urlencode(said)}"


def place_of(council: str, sought: Sought) -> str:
    """Where a choice of what waits is shown."""
    there = url_for("moderation.queue", council=council)
    return f"{there}?{urlencode(sought.words)}" if sought.words else there


def keys_panel(council: Council) -> Panel:
    """The keys that moderators may use, and how to turn them off."""
    return Panel(
        "moderation/keys.html", council=council, room="queue", figures=figures_here(council)
    )
