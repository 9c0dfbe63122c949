"""Whether it is lawful, assessed, reachable and readable for everyone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from consult.core import _, ngettext
from consult.proposals import answers, law
from consult.proposals.checks.verdict import Verdict, failed, not_applicable, passed
from consult.proposals.enums import DpiaStatus, ImpactStatus
from consult.proposals.fields import section_of

if TYPE_CHECKING:
    from consult.proposals.readiness import Context

Content = Mapping[str, Any]

_BARE_IMAGE = re.compile(r"!\[\s*\]\(")


def impacts(content: Content, _facts: object) -> Verdict:
    status = DpiaStatus.of(content.get("dpia_status"))
    answered = isinstance(content.get("dpia_required"), bool)
    if not answered or not answers.text(content, "dpia_reason"):
        return failed(_("Answer whether a DPIA is required, and say why."))
    if status is None or status is DpiaStatus.IN_PROGRESS:
        return failed(_("Publish the DPIA, at least as a draft, or the reason for none."))
    if not answers.text(content, "equality_url") or not content.get("equality_status"):
        return failed(_("Attach the equality assessment, or its first check."))
    drafts = []
    if status is DpiaStatus.PUBLISHED_DRAFT:
        drafts.append(_("the DPIA"))
    if content.get("equality_status") == ImpactStatus.DRAFT:
        drafts.append(_("the equality assessment"))
    if drafts:
        named = answers.listed(drafts)
        return failed(_("Still a draft: %(drafts)s.", drafts=named), todo=_("Say why."), level="W")
    return passed(_("The assessments are published."))


def sound_law(content: Content, _facts: object) -> Verdict:
    found = law.problems(content)
    if not answers.rows(content, "lawful_basis"):
        return failed(_("No organisation has a legal basis yet."))
    if found:
        more = len(found) - 1
        also = ngettext(" And %(num)d more point.", " And %(num)d more points.", more)
        why = found[0].message + (also if more else "")
        return failed(why, section=section_of(found[0].field).key)
    return passed(_("Every organisation has a legal basis that holds."))


def reach(content: Content, _facts: object) -> Verdict:
    for key, words in (
        ("phone_route", _("Say how people take part by telephone.")),
        ("paper_route", _("Say how people take part on paper.")),
        ("who_we_especially_want", _("Name the groups you especially want to hear from.")),
    ):
        if answers.is_blank(content.get(key)):
            return failed(words)
    if not content.get("easy_read_offered") and not answers.text(content, "translations_offered"):
        return failed(_("Offer an Easy Read version, or another language or format."))
    return passed(_("People can take part by telephone and on paper."))


def people(content: Content, _facts: object) -> Verdict:
    readers = set(answers.lines(content, "readers"))
    if len(readers) < 2:
        return failed(_("No two people are named who read every answer."), todo=_("Name them."))
    if not answers.text(content, "dpo_assigned"):
        return failed(_("No data protection officer is named who follows it."), todo=_("Name one."))
    return passed(_("Two readers and the data protection officer are named."))


def accessible(content: Content, facts: Context) -> Verdict:
    bare = [
        str(row.get("title") or "…")
        for row in answers.rows(content, "documents")
        if not answers.text(row, "html_url")
    ]
    if bare:
        return failed(_("Add a web page for: %(documents)s.", documents=", ".join(bare)))
    if _BARE_IMAGE.search(answers.text(content, "body")):
        return failed(_("Describe every picture in the full text."), section="body")
    if not facts.contrast_is_enough:
        return failed(_("The council’s colours are too faint to read. Choose stronger ones."))
    return passed(_("Documents, pictures and colours can be read by everyone."))


def welsh(content: Content, facts: Context) -> Verdict:
    if facts.nation != "Wales":
        return not_applicable(_("It does not apply in England."))
    if not answers.text(content, "welsh_title") or not answers.text(content, "welsh_plain_summary"):
        return failed(_("Write the title and the summary in Welsh."))
    if content.get("welsh_same_time") is not True:
        return failed(_("The whole Welsh text must appear at the same moment."))
    questions = answers.rows(content, "questions")
    if not any(row.get("about_welsh") is True for row in questions):
        return failed(_("Ask about the effect on the Welsh language."), section="consultation")
    if any(not answers.text(row, "welsh_text") for row in questions):
        return failed(_("Write every question in Welsh."), section="consultation")
    return passed(_("Both languages appear together."))


def privacy(content: Content, _facts: object) -> Verdict:
    if not answers.text(content, "participation_retention"):
        return failed(_("Say how long you keep what people send in."))
    if not answers.text(content, "contact_email"):
        return failed(_("Give an e-mail address for questions."), section="title")
    return passed(_("The privacy notice and the time of keeping stand beside the form."))
