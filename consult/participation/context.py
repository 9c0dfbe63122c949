"""What templates may ask about a comment: what it is about, and whether those words stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask

from consult.councils.models import Council
from consult.participation.carrying import Carried, Pin
from consult.participation.carrying import carried as carry
from consult.participation.models import Comment
from consult.participation.panels.answering import may_reopen
from consult.participation.panels.parts import parts_now
from consult.participation.queries import open_suggestions
from consult.participation.rules import is_surely_private, private_in
from consult.proposals.differences import Op, words_changed
from consult.proposals.fields import FIELDS
from consult.proposals.tabs import waits


def carried(comment: Comment) -> Carried | None:
    """What became of the part that a comment is about; nothing for one on the whole."""
    if comment.part_id is None:
        return None
    pin = Pin(comment.version_number, comment.part_id, comment.quote)
    return carry(pin, parts_now(comment.proposal))


def part_label(told: Carried) -> str:
    """The name of a part, or of the field that it belonged to."""
    if told.part is not None:
        part = told.part
        return part.label.removeprefix(f"{FIELDS[part.field_key].label}: ")
    field = FIELDS.get(told.part_id.partition("/")[0])
    return str(field.label) if field else ""


def suggested_change(comment: Comment) -> list[tuple[Op, str]]:
    """What suggested words change of those they were written for."""
    return words_changed(comment.replaces or "", comment.body)


@dataclass(frozen=True)
class Looked:
    """A text cut where it holds private details, and whether one of them is beyond doubt."""

    pieces: Sequence[tuple[str, str]]
    is_sure: bool


def private_pieces(text: str, council: Council) -> Looked:
    """Where somebody's words look private, each piece with what it is, or nothing."""
    pieces, done, found = [], 0, private_in(council, text)
    for finding in found:
        pieces += [
            (text[done : finding.start], ""),
            (text[finding.start : finding.end], finding.kind.label),
        ]
        done = finding.end
    pieces.append((text[done:], ""))
    return Looked(pieces, is_surely_private(council, text))


def install(app: Flask) -> None:
    """Offer them as filters, and count what waits for staff."""
    waits("suggestions")(open_suggestions)
    app.add_template_filter(carried)
    app.add_template_filter(part_label)
    app.add_template_filter(suggested_change)
    app.add_template_filter(may_reopen)
    app.add_template_filter(private_pieces)
