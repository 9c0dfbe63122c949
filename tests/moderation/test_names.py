import pytest

from consult.accounts import rules as accounts
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, Reason
from consult.moderation.rules import Order
from tests.factories import a_comment, a_member, a_proposal
from tests.moderation.cases import a_case, a_report, facts, mails
from tests.moderation.test_views import desk_of, page_of

NAME = "Horace Pemberton"
COVER = Order(Act.COVER_NAME, Reason.IMPERSONATION, explanation="He did not write this.")


def a_named_case():
    moderator, comment = a_case()
    accounts.choose_real_name(comment.author, NAME)
    return moderator, comment


def test_a_covered_name_gives_way_to_the_given_one():
    moderator, comment = a_named_case()

    rules.act(moderator, comment, COVER)

    assert comment.author.public_name == comment.author.pseudonym
    assert comment.is_readable


def test_a_covered_name_cannot_be_chosen_again_but_another_can():
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)

    with pytest.raises(Invalid, match="covered this name"):
        accounts.choose_real_name(comment.author, "horace  PEMBERTON")
    accounts.choose_real_name(comment.author, "Maud Pemberton")

    assert comment.author.public_name == "Maud Pemberton"


def test_whoever_chose_it_is_told_why_and_how_to_object_and_the_log_names_nobody():
    moderator, comment = a_named_case()

    rules.act(moderator, comment, COVER)

    (letter,) = mails()
    assert letter.subject == "We covered your public name"
    assert "Pretends to be somebody else" in letter.text
    assert comment.proposal.council.contact_email in letter.text
    assert NAME not in letter.text
    (fact,) = facts()
    assert NAME not in str(fact.fields)
    assert fact.fields["reason"] == "impersonation"


def test_a_name_is_shown_again_and_covering_can_be_undone():
    moderator, comment = a_named_case()
    action = rules.act(moderator, comment, COVER)

    rules.undo(moderator, action)

    assert comment.author.public_name == NAME
    accounts.choose_real_name(comment.author, NAME)


def test_a_name_chosen_since_stays_when_the_old_one_is_allowed_again():
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)
    accounts.choose_real_name(comment.author, "Maud Pemberton")
    accounts.choose_pseudonym(comment.author)

    rules.act(moderator, comment, Order(Act.SHOW_NAME))

    assert comment.author.public_name == comment.author.pseudonym


@pytest.mark.parametrize(
    "spelt", ["Horace Pemberton.", "Horace-Pemberton", "Horace Pembert\u00f3n", "HoracePemberton"]
)
def test_a_covered_name_is_the_same_name_however_it_is_spelt(spelt):
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)

    with pytest.raises(Invalid, match="covered this name"):
        accounts.choose_real_name(comment.author, spelt)


def test_covering_a_second_name_does_not_free_the_first():
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)
    accounts.choose_real_name(comment.author, "Maud Pemberton")
    rules.act(moderator, comment, COVER)

    for name in (NAME, "Maud Pemberton"):
        with pytest.raises(Invalid, match="covered this name"):
            accounts.choose_real_name(comment.author, name)


def test_a_name_that_its_holder_gave_up_meanwhile_is_not_shown_again():
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)
    accounts.choose_pseudonym(comment.author)

    rules.act(moderator, comment, Order(Act.SHOW_NAME))

    assert comment.author.public_name == comment.author.pseudonym


def test_undoing_one_cover_leaves_a_later_one():
    moderator, comment = a_named_case()
    later = a_member(comment.proposal.council, Role.MODERATOR)
    other = a_comment(comment.proposal, author=comment.author, body="Something else that I say.")
    first = rules.act(moderator, comment, COVER)
    accounts.choose_real_name(comment.author, "Maud Pemberton")
    rules.act(later, other, COVER)

    rules.undo(moderator, first)

    assert comment.author.public_name == comment.author.pseudonym


def test_a_council_cannot_show_what_another_covered():
    moderator, comment = a_named_case()
    rules.act(moderator, comment, COVER)
    elsewhere = a_comment(a_proposal(), author=comment.author, body="Something else that I say.")
    theirs = a_member(elsewhere.proposal.council, Role.MODERATOR)

    with pytest.raises(Refused):
        rules.act(theirs, elsewhere, Order(Act.SHOW_NAME))

    assert comment.author.public_name == comment.author.pseudonym


def test_who_reported_somebody_does_not_cover_their_name_from_another_comment():
    moderator, comment = a_named_case()
    a_report(comment, moderator, reason=Reason.IMPERSONATION)
    other = a_comment(comment.proposal, author=comment.author, body="Something else that I say.")

    with pytest.raises(Refused, match="You reported"):
        rules.act(moderator, other, COVER)


def test_a_name_that_the_site_made_up_is_never_covered():
    moderator, comment = a_case()

    with pytest.raises(Refused, match="made up"):
        rules.act(moderator, comment, COVER)


def test_covering_twice_covers_once():
    moderator, comment = a_named_case()

    assert rules.act(moderator, comment, COVER) is rules.act(moderator, comment, COVER)
    assert len(mails()) == len(facts()) == 1


def test_the_names_of_staff_are_their_owner_s_matter():
    moderator, comment = a_named_case()
    a_member(comment.proposal.council, Role.OFFICER, person=comment.author)

    with pytest.raises(Refused, match="works for the council"):
        rules.act(moderator, comment, COVER)


def test_the_letter_cannot_repeat_the_name():
    moderator, comment = a_named_case()

    with pytest.raises(Invalid):
        rules.act(moderator, comment, Order(Act.COVER_NAME, Reason.HATE, explanation=f"Not {NAME}"))

    assert comment.author.public_name == NAME


def test_the_page_asks_for_a_reason_and_then_covers_the_name_everywhere(browser):
    moderator, comment = a_named_case()
    browser.sign_in(moderator)
    there = f"{desk_of(comment)}/place/cover-name"

    assert browser.post(there, {"reason": ""}).status_code == 422
    page = browser.follow(browser.post(there, {"reason": "impersonation"}))

    assert "Author’s name covered" in page.words
    assert NAME not in browser.get(page_of(comment)).words
    assert "choose another at once" not in browser.get(f"{desk_of(comment)}/place").words
