"""The picture of who sends and who receives, as plain geometry and as sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consult.core import _
from consult.proposals import answers
from consult.proposals.enums import Direction, Frequency

WIDTH = 660
_SIDE, _HUB = 176, 152  # widths of the boxes
_LINE, _PAD, _GAP, _EDGE = 20, 16, 18, 2
_TIP = 10
_LETTERS = 18  # that fit into a line of a side box
_HUB_LETTERS = 15
_NAME_LINES = 2

Content = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class _Box:
    x: int
    y: int
    w: int
    h: int
    lines: tuple[str, ...]
    soft: str
    kind: str
    party: Row | None = None

    @property
    def middle(self) -> int:
        return self.y + self.h // 2

    def drawn(self) -> dict[str, Any]:
        return {
            "x": self.x,
            "y": self.y,
            "w": self.w,
            "h": self.h,
            "label_lines": list(self.lines),
            "soft": self.soft,
            "kind": self.kind,
        }


def flow(content: Content) -> dict[str, Any]:
    """Lay out senders on the left, receivers on the right and what is shared in the middle."""
    left, right = _sides(content)
    heights = [_column_height(column, content) for column in (left, right)]
    hub_lines, hub_soft = _hub_words(content)
    hub_h = _height(len(hub_lines), bool(hub_soft))
    height = max(*heights, hub_h, 60) + 2 * _EDGE
    hub_x = (WIDTH - _HUB) // 2
    hub = _Box(hub_x, (height - hub_h) // 2, _HUB, hub_h, hub_lines, hub_soft, "hub")
    lefts = _column(left, _EDGE, (height - heights[0]) // 2, content)
    rights = _column(right, WIDTH - _SIDE - _EDGE, (height - heights[1]) // 2, content)
    paths, tips = _arrows(lefts, rights, hub)
    return {
        "width": WIDTH,
        "height": height,
        "title": _("Flow of information"),
        "desc": " ".join(flow_text(content)),
        "boxes": [box.drawn() for box in (*lefts, hub, *rights)],
        "paths": paths,
        "tips": tips,
    }


def flow_text(content: Content) -> list[str]:
    """Say in whole sentences what the picture shows."""
    said = []
    for party in answers.rows(content, "parties"):
        name, way = str(party.get("name") or _("Somebody")), party.get("direction")
        got = _received(party, content)
        if way == Direction.SENDS_AND_RECEIVES and _sent(party, content) == got:
            said.append(_sentence(_("%(name)s sends and receives %(items)s."), name, got))
            continue
        if way in (Direction.SENDS, Direction.SENDS_AND_RECEIVES):
            said.append(_sentence(_("%(name)s sends %(items)s."), name, _sent(party, content)))
        if way in (Direction.RECEIVES, Direction.SENDS_AND_RECEIVES):
            said.append(_sentence(_("%(name)s receives %(items)s."), name, got))
        if way == Direction.HOSTS:
            said.append(_("%(name)s keeps or carries it for the others.", name=name))
    often = Frequency.of(content.get("frequency"))
    if often is not None:
        said.append(_("How often: %(often)s.", often=_small(str(often.label))))
    return said


def wrapped(name: str, letters: int, most: int = _NAME_LINES) -> tuple[str, ...]:
    """Break a name into lines that fit; cut what is left over with an ellipsis."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]}…"
    return tuple(_cut(line, letters) for line in kept) or ("",)


def _sides(content: Content) -> tuple[list[Row], list[Row]]:
    """Those who do both go where there is more room, the first of them to the left."""
    parties = answers.rows(content, "parties")
    left: list[Row] = [each for each in parties if each.get("direction") == Direction.SENDS]
    right: list[Row] = [each for each in parties if each.get("direction") == Direction.RECEIVES]
    for party in parties:
        if party.get("direction") == Direction.SENDS_AND_RECEIVES:
            (left if len(left) <= len(right) else right).append(party)
    return left, right


def _hub_words(content: Content) -> tuple[tuple[str, ...], str]:
    hosts = [
        str(party.get("name") or "")
        for party in answers.rows(content, "parties")
        if party.get("direction") == Direction.HOSTS
    ]
    title = wrapped(_("What is shared"), _HUB_LETTERS)
    if not hosts:
        return title, ""
    if len(hosts) == 1:
        return title, _cut(_("kept by %(name)s", name=hosts[0]), _HUB_LETTERS)
    return title, _cut(_("kept by %(number)d others", number=len(hosts)), _HUB_LETTERS)


def _soft(party: Row, content: Content) -> str:
    sends = party.get("direction") != Direction.RECEIVES
    items = _sent(party, content) if sends else _received(party, content)
    if len(items) == 1:
        return _cut(_small(items[0]), _LETTERS)
    if not items:
        return ""
    many = _("sends %(number)d items") if sends else _("receives %(number)d items")
    return _cut(many % {"number": len(items)}, _LETTERS)


def _column_height(parties: Sequence[Row], content: Content) -> int:
    heights = [_party_height(party, content) for party in parties]
    return sum(heights) + _GAP * max(len(heights) - 1, 0)


def _party_height(party: Row, content: Content) -> int:
    lines = wrapped(str(party.get("name") or ""), _LETTERS)
    return _height(len(lines), bool(_soft(party, content)))


def _height(lines: int, soft: bool) -> int:
    return _LINE * (lines + soft) + 2 * _PAD


def _column(parties: Sequence[Row], x: int, y: int, content: Content) -> list[_Box]:
    boxes = []
    for party in parties:
        lines = wrapped(str(party.get("name") or ""), _LETTERS)
        soft = _soft(party, content)
        box = _Box(x, y, _SIDE, _height(len(lines), bool(soft)), lines, soft, "plain", party)
        boxes.append(box)
        y += box.h + _GAP
    return boxes


def _arrows(lefts: list[_Box], rights: list[_Box], hub: _Box) -> tuple[list[str], list[str]]:
    paths, tips = [], []
    for box, at in zip(lefts, _docks(hub, len(lefts)), strict=True):
        start, end = box.x + box.w, hub.x
        back = _is_both(box)
        paths.append(_curve(start + (_TIP if back else 0), box.middle, end - _TIP, at))
        tips.append(_tip(end, at, -_TIP))
        if back:
            tips.append(_tip(start, box.middle, _TIP))
    for box, at in zip(rights, _docks(hub, len(rights)), strict=True):
        start, end = hub.x + hub.w, box.x
        back = _is_both(box)
        paths.append(_curve(start + (_TIP if back else 0), at, end - _TIP, box.middle))
        tips.append(_tip(end, box.middle, -_TIP))
        if back:
            tips.append(_tip(start, at, _TIP))
    return paths, tips


def _docks(hub: _Box, count: int) -> list[int]:
    """Heights at which arrows touch the middle box, spread evenly."""
    return [hub.y + hub.h * (number + 1) // (count + 1) for number in range(count)]


def _is_both(box: _Box) -> bool:
    return box.party is not None and box.party.get("direction") == Direction.SENDS_AND_RECEIVES


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    bend = (x1 + x2) // 2
    return f"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"


def _tip(x: int, y: int, away: int) -> str:
    return f"M{x} {y}l{away} -5v10z"


def _sent(party: Row, content: Content) -> list[str]:
    return [
        str(item.get("label") or "")
        for item in answers.rows(content, "data_items")
        if item.get("sent_by") in (None, "", party.get("id"))
    ]


def _received(party: Row, content: Content) -> list[str]:
    mine = party.get("id")
    return [
        str(item.get("label") or "")
        for item in answers.rows(content, "data_items")
        if item.get("received_by") == mine
        or (not item.get("received_by") and (not item.get("sent_by") or item["sent_by"] != mine))
    ]


def _sentence(pattern: str, name: str, items: list[str]) -> str:
    small = [_small(item) for item in items]
    has_commas = any("," in item for item in small)
    said = "; ".join(small) if has_commas else answers.listed(small)
    return pattern % {"name": name, "items": said or _("information")}


def _small(words: str) -> str:
    """Begin with a small letter, unless a short form or a name of two capitals begins it."""
    first, _gap, rest = words.partition(" ")
    if not words or first.isupper() or rest[:1].isupper():
        return words
    return words[0].lower() + words[1:]


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"
