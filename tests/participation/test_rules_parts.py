import pytest

from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.html import render_markdown
from consult.participation import queries, rules
from consult.participation.models import Comment, PartTally, Stance
from consult.proposals.models import Version
from consult.proposals.parts import with_ids
from tests.factories import a_person, a_proposal
from tests.participation.letters import link_and_code

FIRST = {"today": "By phone.", "purposes": [{"label": "Help"}], "body": "One here.\n\nTwo there."}


def a_text(**changed):
    return a_proposal(content=with_ids({}, {"title": "A text", **FIRST, **changed}))


def publish(proposal, **changed):
    """The next version, as the rules of proposals would leave it."""
    content = with_ids(proposal.draft, {**proposal.draft, **changed})
    number = proposal.version_number + 1
    version = Version(
        proposal=proposal,
        number=number,
        title=proposal.title,
        content=content,
        body_html=render_markdown(content["body"]),
    )
    db.session.add(version)
    proposal.draft, proposal.version_number = content, number
    db.session.flush()


def said(proposal, part_id, author=None, body="Why by phone?", **given):
    return rules.post_comment(
        author or a_person(), proposal, Stance.QUESTION, body, part_id=part_id, **given
    )


def test_a_comment_keeps_the_words_it_is_about():
    proposal = a_text()

    comment = said(proposal, "today")
    publish(proposal, today="By letter.")

    assert (comment.quote, comment.version_number) == ("By phone.", 1)
    assert said(proposal, "today").quote == "By letter."


def test_who_read_an_earlier_version_comments_on_the_words_they_read():
    proposal = a_text()
    publish(proposal, today="By letter.")

    comment = said(proposal, "today", read=1)

    assert (comment.quote, comment.version_number) == ("By phone.", 1)


@pytest.mark.parametrize("part_id", ["", "tomorrow", "purposes/zz", "body", "today\x00", "x" * 81])
def test_nobody_comments_on_a_part_that_is_not_there(part_id):
    proposal = a_text()

    with pytest.raises(NotFound):
        said(proposal, part_id)
    with pytest.raises(NotFound):
        rules.hold_comment("ann@example.org", proposal, Stance.OPPOSE, "No.", part_id=part_id)
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize("read", [0, -1, 3, 2**40])
def test_nobody_read_a_version_that_was_never_published(read):
    proposal = a_text()

    with pytest.raises(NotFound):
        said(proposal, "today", read=read)


def test_the_counter_of_a_part_counts_what_stands_and_neither_replies_nor_the_council():
    proposal, author = a_text(), a_person()
    part_id = f"purposes/{proposal.draft['purposes'][0]['id']}"
    first = said(proposal, part_id, author)
    said(proposal, part_id, author)  # the same words again
    said(proposal, part_id, body="Another one.")
    said(proposal, part_id, body="From the council.", is_official=True)
    reply = said(proposal, part_id, body="A reply.", parent=first)
    hidden = said(proposal, part_id, body="Hidden but counted.")
    rules.hide(hidden, "off_topic")
    assert reply.part_id is None
    assert queries.part_counts(proposal) == {part_id: 3}

    rules.delete_comment(author, first)
    rules.delete_comment(author, first)

    assert queries.part_counts(proposal) == {part_id: 2}
    assert queries.recount() == []


def test_a_counter_that_is_wrong_is_told():
    proposal = a_text()
    said(proposal, "today")
    db.session.query(PartTally).update({"comments": 9})

    (wrong,) = queries.recount()

    assert "parts" in wrong.what
    assert (wrong.counter, wrong.counted) == (9, 1)


@pytest.mark.parametrize("changed", [{"today": "By letter."}, {"today": None}])
def test_a_visitors_comment_is_about_what_they_read_though_the_text_changed_before_they_confirmed(
    browser, changed
):
    proposal = a_text()
    rules.hold_comment("ann@example.org", proposal, Stance.OPPOSE, "Not so.", part_id="today")
    publish(proposal, **changed)

    assert browser.post(link_and_code()[0]).status_code == 303

    (comment,) = db.session.query(Comment).all()
    assert (comment.part_id, comment.quote, comment.version_number) == ("today", "By phone.", 1)
    assert queries.part_counts(proposal) == {"today": 1}
    assert queries.recount() == []


def test_what_is_said_of_a_part_comes_in_pages_newest_first():
    proposal = a_text()
    for number in range(23):
        said(proposal, "today", body=f"Comment {number}")
    said(proposal, "title", body="Elsewhere.")

    first = queries.part_comments(proposal, "today", None)
    second = queries.part_comments(proposal, "today", first.next)

    bodies = [comment.body for comment in [*first.items, *second.items]]
    assert bodies == [f"Comment {number}" for number in reversed(range(23))]
    assert second.next is None


def test_another_proposals_parts_are_no_ones_here():
    ours, theirs = a_text(), a_text()
    part_id = f"purposes/{theirs.draft['purposes'][0]['id']}"
    said(theirs, part_id)

    with pytest.raises(NotFound):
        said(ours, part_id)
    assert queries.part_counts(ours) == {}
    assert queries.part_comments(ours, part_id, None).items == []
