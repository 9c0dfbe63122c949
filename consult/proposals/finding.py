"""How proposals are found by their words: the text that residents read now, and no other."""

from collections.abc import Iterator
from uuid import UUID

from flask_babel import get_locale
from sqlalchemy import select

from consult.core.db import db
from consult.core.html import plain
from consult.core.search import Doc
from consult.proposals import answers
from consult.proposals.models import Proposal, Version
from consult.proposals.parts import parts_of

KIND = "proposal"
KEPT = 500
# A published version never changes, and every search shows pieces of some: each is put into words
# once for each language.
_said: dict[tuple[UUID, str], str] = {}


def doc_of(proposal: Proposal, version: Version) -> Doc:
    """What a proposal is found by."""
    return Doc(KIND, proposal.id, (proposal.council_id,), version.title, words_of(version))


def docs() -> Iterator[Doc]:
    """Every proposal with its newest version, the oldest first."""
    found = db.session.execute(
        select(Proposal, Version)
        .join(Version, Version.proposal_id == Proposal.id)
        .where(Version.number == Proposal.version_number)
        .order_by(Version.published_at, Version.id)
    )
    for proposal, version in found:
        yield doc_of(proposal, version)


def words_of(version: Version) -> str:
    """What a version says, as plain words, the summary first."""
    key = (version.id, str(get_locale()))
    if key not in _said:
        if len(_said) >= KEPT:
            _said.clear()
        _said[key] = _in_words(version)
    return _said[key]


def _in_words(version: Version) -> str:
    summary = plain(answers.text(version.content, "plain_summary"))
    said = [plain(part.text) for part in parts_of(version.content) if part.text]
    return " ".join([summary, *(text for text in said if text != summary)])
