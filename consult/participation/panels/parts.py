"""What people see of the comments on a part, and of every part with how much is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, url_for

from consult.accounts.models import Person
from consult.core.html import plain_words, render_markdown
from consult.core.panels import Panel
from consult.participation import queries
from consult.participation.carrying import by_id
from consult.participation.forms.parts import PartForm
from consult.participation.models import Comment
from consult.proposals import queries as proposals
from consult.proposals.fields import FIELDS, SECTIONS
from consult.proposals.models import Proposal, Version
from consult.proposals.parts import Part, parts_of


@dataclass(frozen=True)
class Place:
    """A part in a list: where it is talked about, what it is called, how much was said."""

    part_id: str
    url: str
    label: str
    text: str
    comments: int


def part_panel(
    proposal: Proposal,
    part: Part,
    version: Version,
    viewer: Person | None,
    after: str | None = None,
    form: PartForm | None = None,
    done: Comment | None = None,
) -> Panel:
    """What people say about a part, newest first, and the way to join in while it is there."""
    page = queries.part_comments(proposal, part.id, after)
    is_here = version.number == proposal.version_number
    said = queries.part_counts(proposal).get(part.id, 0)
    return Panel(
        "participation/part.html",
        council=proposal.council,
        proposal=proposal,
        viewer=viewer,
        part=part,
        part_here=part.id,
        version=version,
        comments=page.items,
        next=page.next,
        after=after,
        said=said,
        count=said - queries.suggested_on(proposal, part.id) if said else 0,
        takes_comments=proposal.is_open and is_here,
        form=form or PartForm(formdata=None, data={"read": version.number}),
        done=done,
    )


def parts_panel(proposal: Proposal, version: Version) -> Panel:
    """Every part of the text by section, then those that are gone but were talked about."""
    counts = queries.part_counts(proposal)
    here = parts_now(proposal, version)
    sections = [
        (
            str(section.title),
            [
                _place(proposal, part, counts)
                for part in here.values()
                if FIELDS[part.field_key] in section.fields
            ],
        )
        for section in SECTIONS
    ]
    gone = [proposals.part_last(proposal, part_id)[0] for part_id in sorted(counts.keys() - here)]
    return Panel(
        "participation/parts.html",
        council=proposal.council,
        proposal=proposal,
        sections=[(title, places) for title, places in sections if places],
        gone=[_place(proposal, part, counts) for part in gone],
    )


def parts_now(proposal: Proposal, version: Version | None = None) -> Mapping[str, Part]:
    """The parts of the current version by their ids, read once for a page."""
    known: dict[object, Mapping[str, Part]] = g.setdefault("parts_now", {})
    if proposal.id not in known:
        current = version or proposals.current_version(proposal)
        known[proposal.id] = by_id(parts_of(current.content))
    return known[proposal.id]


def address_of_part(proposal: Proposal, part_id: str, said: Comment | None = None) -> str:
    """Where a part is talked about, and the place there of one comment."""
    return url_for(
        "site.part",
        council=proposal.council.slug,
        proposal=proposal.slug,
        part_id=part_id,
        _anchor=f"about-{said.id}" if said else None,
    )


def _place(proposal: Proposal, part: Part, counts: Mapping[str, int]) -> Place:
    url = address_of_part(proposal, part.id)
    words = plain_words(render_markdown(part.text)) if part.field_key == "body" else part.text
    return Place(part.id, url, part.label, words, counts.get(part.id, 0))
