"""Before the round: the council joins, the officer drafts, a second person agrees."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from consult.core import clock
from consult.councils.letters import new_batch
from consult.councils.rules import ask_equality, create_council, print_codes, upload_postcodes
from consult.demo import delivering, editions
from consult.demo.mapping import content_from_demo
from consult.demo.people import DOMAINS, appoint
from consult.demo.story import Story
from consult.proposals import rules
from consult.proposals.fields import SECTIONS, Kind
from consult.proposals.fields import section as section_named
from consult.proposals.preparation import preparation

LETTERS = 400

REASONS = {
    "G2-impacts": "Both assessments are published as drafts, so that what residents tell us can "
    "still change them. The final ones are published before the decision.",
    "G1-options": "The change is one service that people either use or do not. The other ways we "
    "looked at are listed under “Why it is needed”.",
    "G1-language": "We read the words again with two residents. Nothing is decided.",
    "G2-reading": "Some words come from the law and have no simpler form. Staff explain them on "
    "the freephone line.",
    "G3-length": "The dates avoid the school holidays. The group sessions begin in the first week.",
    "G4-people": "The second reader starts work before the round opens.",
}


def plan(story: Story) -> None:
    """The ten weeks before the opening."""
    story.plan(story.script.day(-70) + timedelta(hours=10), found)
    story.plan(story.script.day(-42) + timedelta(hours=9), draft)
    story.plan(story.script.day(-14) + timedelta(hours=11), send)
    story.plan(story.script.day(-11) + timedelta(hours=14), agree)
    story.plan(story.script.day(-10) + timedelta(hours=10), schedule)
    story.plan(story.script.opens_at, keep_the_clock)


def found(story: Story) -> None:
    """The council joins and names its staff."""
    told = story.script.doc["council"]
    story.council_ = create_council(
        slug=told["slug"],
        name=told["name"],
        nation=told["nation"],
        reference_prefix=story.script.doc["proposal"]["reference"].split("-")[0],
        wards=told["wards"],
        languages=told["languages"],
        contact_email=f"data@{DOMAINS[told['slug']]}",
        colour=story.colour,
    )
    story.staff = appoint(story.council)
    _look_for_residents(story)


def _look_for_residents(story: Story) -> None:
    """The owner lists the wards' postcodes, none of them real, and has letters printed."""
    owner, council = story.staff["owner"], story.council
    table = ["postcode,ward\n"]
    for number, ward in enumerate(council.wards, 1):
        table += [f"ZZ{number} {end}AA,{ward}\n" for end in range(1, 10)]
    upload_postcodes(owner, council, table)
    ask_equality(owner, council, asks=True)
    today = clock.now().date()
    last_day = today + timedelta(days=300)
    story.codes = print_codes(owner, council, new_batch(today), LETTERS, last_day)


def draft(story: Story) -> None:
    """The officer writes every section, as the first version told it."""
    content = content_from_demo(story.script.doc)
    first = editions.before(story.script.slug, "", content)
    story.proposal_ = rules.start_draft(story.officer, story.council, first["title"])
    # Other sections point at organisations by the ids that these get when they are saved.
    for section in sorted(SECTIONS, key=lambda section: section.key != "parties"):
        write_section(story, section.key, first)


def write_section(story: Story, key: str, content: Mapping[str, Any]) -> None:
    """Save what a section says, and learn which ids its rows were given."""
    fields = section_named(key).fields
    values = {field.key: _renamed(content.get(field.key), story.ids) for field in fields}
    saved = rules.save_section(story.officer, story.proposal, key, values)
    for field in fields:
        if field.kind is Kind.ROWS and content.get(field.key):
            rows = zip(content[field.key], saved.draft[field.key], strict=True)
            story.ids.update({told["id"]: kept["id"] for told, kept in rows})


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(each, ids) for each in value]
    if isinstance(value, dict):
        return {key: _renamed(inner, ids) for key, inner in value.items()}
    return ids.get(value, value) if isinstance(value, str) else value


def send(story: Story) -> None:
    """The officer explains what the checklist warns of, and asks a second person."""
    for check in preparation(story.proposal, ()).without_reason:
        rules.give_check_reason(story.officer, story.proposal, check.id, REASONS[check.id])
    rules.send_for_agreement(story.officer, story.proposal)


def agree(story: Story) -> None:
    """The second person has read it."""
    rules.agree(story.staff["second"], story.proposal)


def schedule(story: Story) -> None:
    """It opens on its date."""
    rules.schedule(story.officer, story.proposal)


def keep_the_clock(_story: Story) -> None:
    """What happens on the minute: opening, closing, counting."""
    delivering.keep_the_clock()
