import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.changelog.sentences import sentence
from consult.moderation import rules
from consult.moderation.models import Outcome, Reason
from consult.moderation.rules import Ruling
from tests.factories import a_person
from tests.moderation.appealing import RIGHT, WRONG, an_appeal, decided
from tests.moderation.cases import (
    PHONE,
    a_case,
    a_report,
    everything_public,
    mails,
)

# What is told


@pytest.mark.parametrize("ruling", [RIGHT, WRONG, Ruling(Outcome.UPHELD_IN_PART, "So", (PHONE,))])
def test_no_letter_and_no_fact_holds_anybodys_words(ruling):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, ruling)

    said = "\n".join(mail.text for mail in mails()) + str(decided())
    for words in (PHONE.words, "It is my own number", judge.public_name):
        assert words not in said
    if ruling is not WRONG:
        assert PHONE.words not in everything_public(comment)


@pytest.mark.parametrize(
    ("nation", "name"), [("England", "lgo.org.uk"), ("Wales", "ombudsman.wales")]
)
def test_the_letter_names_the_ombudsman_of_the_nation(nation, name):
    moderator, comment = a_case()
    comment.proposal.council.nation = nation
    rules.hide(moderator, comment, Reason.HATE)

    assert name in mails()[0].text
    assert "ico.org.uk" in mails()[0].text
    assert f"/comments/{comment.id}/notice" in mails()[0].text


def test_the_record_says_what_came_of_it(app):
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, WRONG)

    fact = changelog.facts_page([Fact.APPEAL_DECIDED], proposal_id=comment.proposal_id).items[0]

    assert sentence(fact) == "An author appealed. The decision was found to be wrong."


# Those who reported


def test_whoever_reported_while_signed_in_learns_what_came_of_it():
    moderator, comment = a_case()
    reporter = a_person()
    a_report(comment, reporter, key="a" * 64)
    a_report(comment, None, key="b" * 64)

    rules.keep(moderator, comment)

    (mail,) = mails()
    assert mail.to == reporter.email
    assert "left the comment as it is" in mail.text
    assert PHONE.words not in mail.text


def test_one_report_gets_one_letter():
    moderator, comment = a_case()
    reporter = a_person()
    a_report(comment, reporter)
    rules.hide(moderator, comment, Reason.HATE)
    rules.restore(moderator, comment)

    assert [mail.to for mail in mails()].count(reporter.email) == 1


def test_an_author_who_asked_for_it_gets_their_own_letter_only():
    moderator, comment = a_case()
    a_report(comment, comment.author, reason=Reason.AUTHOR_REQUEST)

    rules.hide(moderator, comment, Reason.AUTHOR_REQUEST)

    assert [mail.subject for mail in mails()] == ["We hid your comment"]
