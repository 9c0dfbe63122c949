"""What the public may no longer read, it can no longer find."""

from itertools import chain

import pytest
from sqlalchemy import select

from consult.core import search
from consult.core.db import db
from consult.core.search import SearchDoc
from consult.core.words import asked_words
from consult.councils.models import Role
from consult.moderation import rules as moderation
from consult.moderation.models import Reason
from consult.moderation.redaction import Detail, Span
from consult.participation import rules
from consult.participation.models import Stance
from consult.participation.queries import found
from consult.proposals import finding
from tests.factories import a_member, a_person, a_proposal

WORDS = "Call Gwenllian on 4711 0815 about the boiler"


@pytest.fixture
def said():
    return rules.post_comment(a_person(), a_proposal(), Stance.OPPOSE, WORDS)


@pytest.fixture
def moderator(said):
    return a_member(said.proposal.council, Role.MODERATOR)


def is_found(words):
    return db.session.execute(search.hits("comment", asked_words(words))).first() is not None


def everywhere():
    """All that is kept for searches, in any column."""
    return " ".join(" ".join(row) for row in db.session.execute(
        select(SearchDoc.scope, SearchDoc.title, SearchDoc.body)
    ))  # fmt: skip


def test_a_hidden_comment_is_found_again_only_when_it_is_shown_again(said, moderator):
    assert is_found("gwenllian")

    moderation.hide(moderator, said, Reason.PERSONAL_DATA)

    assert not is_found("gwenllian")
    assert "boiler" not in everywhere()
    moderation.restore(moderator, said)
    assert is_found("gwenllian")


def test_removed_details_are_not_found_and_the_rest_is(said, moderator):
    moderation.redact(moderator, said, (Span("Gwenllian", Detail.NAME),), Reason.PERSONAL_DATA)

    assert not is_found("gwenllian")
    assert "gwenllian" not in everywhere()
    assert is_found("boiler")


def test_what_its_author_took_back_or_said_otherwise_is_not_found(said):
    rules.edit_comment(said.author, said, "Call the office about the boiler")
    assert not is_found("gwenllian")
    assert is_found("office")

    rules.delete_comment(said.author, said)

    assert not is_found("office")
    assert everywhere() == ""


def test_what_is_written_anew_holds_no_hidden_words_either(said, moderator):
    moderation.hide(moderator, said, Reason.PERSONAL_DATA)

    search.rebuild(chain(finding.docs(), found.docs()))

    assert "gwenllian" not in everywhere()
    assert db.session.scalar(select(SearchDoc.kind)) == "proposal"
