"""While the round is open: comments, the council's replies, moderation, new versions."""

import re
from collections.abc import Mapping
from datetime import time, timedelta
from typing import Any

from consult.demo import appealing, editions, preparing, reading
from consult.demo.about import part_of
from consult.demo.mapping import content_from_demo
from consult.demo.scripts import at, moment
from consult.demo.story import Story
from consult.moderation import rules as moderation
from consult.moderation.models import Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.reporters import key_of_person
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.proposals import rules as proposals
from consult.proposals.fields import SECTIONS
from consult.proposals.queries import current_version

Told = Mapping[str, Any]

DETAILS = {
    "postal_address": Detail.ADDRESS,
    "phone_number": Detail.PHONE,
    "nhs_number": Detail.REFERENCE,
    "account_reference": Detail.REFERENCE,
    "email": Detail.EMAIL,
    "person_name": Detail.NAME,
    "school_name": Detail.SCHOOL,
}
MARKS = re.compile(r"\[[^\]]* removed\]")

# what waits in the moderators' queue today: comment, who told them, why, in what words, hours ago
REPORTED = {
    "safeguarding-hub-attendance": (
        ("c-b16", "p-b29", Reason.SPAM_OR_ADVERT, "This is the third one with the same text.", 26),
        ("c-b16", "p-b11", Reason.DUPLICATE_ACCOUNT, None, 7),
        ("c-b19", "p-b23", Reason.PERSONAL_DATA, "He writes about his brother and the police.", 4),
        ("c-b06", "p-b01", Reason.OFF_TOPIC, "Fines are not part of this proposal.", 1),
    )
}


def plan(story: Story) -> None:
    """Everything that happens between opening and closing, as far as it has come."""
    for told in story.script.doc["comments"]:
        _plan_comment(story, told)
    appealing.plan(story)
    reading.plan(story)
    for told in story.script.doc["changelog"]:
        if told["version"] in editions.versions(story.script.slug) and "material" in told:
            story.plan(at(told["at"], time(9, 30)), publish, told)
    for key, by, reason, words, hours in REPORTED.get(story.script.slug, ()):
        when = story.script.now - timedelta(hours=hours)
        story.plan(when, report, key, by, reason, words)
    story.plan(story.script.closes_at, preparing.keep_the_clock)


def _plan_comment(story: Story, told: Told) -> None:
    posted = moment(told["posted_at"])
    story.plan(posted, comment, told)
    if told["stance"] != Stance.QUESTION:
        story.plan(posted + timedelta(minutes=2), vote, told, is_quiet=True)
    if told["moderation"]:
        decided = moment(told["moderation"]["decided_at"])
        if told["status"] == "hidden":
            reason = Reason(told["moderation"]["reason"])
            reporter = _somebody_else(story, told)
            story.plan(posted + timedelta(minutes=11), report, told["key"], reporter, reason, None)
        story.plan(decided, moderate, told)
    if told.get("official_reply"):
        story.plan(moment(told["official_reply"]["at"]), reply, told)


def comment(story: Story, told: Told) -> None:
    """A resident says what they posted, word for word, about what they meant."""
    content = current_version(story.proposal).content
    said = participation.post_comment(
        story.resident(told["author"]),
        story.proposal,
        Stance(told["stance"]),
        told.get("original_text", told["text"]),
        parent=story.comments[told["parent"]] if told["parent"] else None,
        part_id=part_of(story.script.slug, told["key"], content),
        private=participation.Private.KEEP,
    )
    moderation.take_in(said.id)
    story.comments[told["key"]] = said


def vote(story: Story, told: Told) -> None:
    """Whoever comments votes as they comment."""
    author = story.resident(told["author"])
    participation.cast_vote(author, story.proposal, Stance(told["stance"]))


def reply(story: Story, told: Told) -> None:
    """The officer answers for the council."""
    parent = story.comments[told["key"]]
    participation.post_comment(
        story.officer,
        story.proposal,
        parent.stance,
        told["official_reply"]["text"],
        parent=parent,
        is_official=True,
    )


def report(story: Story, key: str, by: str, reason: Reason, words: str | None) -> None:
    """A resident tells the moderators."""
    reporter, about = story.resident(by), story.comments[key]
    known_by = key_of_person("demo", about.id, reporter.id)
    moderation.report(reporter, about, reason, words, known_by)


def moderate(story: Story, told: Told) -> None:
    """A moderator hides a comment, or takes out exactly what the story takes out."""
    said = told["moderation"]
    moderator, about = story.staff[said["decided_by"]], story.comments[told["key"]]
    reason, explanation = Reason(said["reason"]), said["statement_of_reasons"]
    if told["status"] == "hidden":
        moderation.hide(moderator, about, reason, explanation)
    else:
        moderation.redact(moderator, about, spans(told), reason, explanation)


def spans(told: Told) -> tuple[Span, ...]:
    """What was taken out of a comment, found by laying its two texts beside each other."""
    kept = [re.escape(part) for part in MARKS.split(told["text"])]
    found = re.fullmatch("(.+?)".join(kept), told["original_text"], re.DOTALL)
    if found is None:
        raise ValueError(f"{told['key']}: the two texts do not belong together.")
    kinds = [DETAILS[each["kind"]] for each in told["moderation"]["redactions"]]
    return tuple(Span(*pair) for pair in zip(found.groups(), kinds, strict=True))


def publish(story: Story, told: Told) -> None:
    """The officer writes a new version, the second reads it, and residents are told why."""
    slug, version = story.script.slug, told["version"]
    later = [number for number in editions.versions(slug) if number > version]
    content = content_from_demo(story.script.doc)
    if later:
        content = editions.before(slug, later[0], content)
    changed = editions.fields_of(slug, version)
    for section in SECTIONS:
        if changed & {field.key for field in section.fields}:
            preparing.write_section(story, section.key, content)
    proposals.agree(story.staff["second"], story.proposal)
    proposals.publish_version(
        story.officer, story.proposal, note=told["summary"], is_material=told["material"]
    )


def _somebody_else(story: Story, told: Told) -> str:
    """The first resident, or the second if the first wrote it."""
    first, second = story.script.doc["participants"][:2]
    return str(second["key"] if told["author"] == first["key"] else first["key"])
