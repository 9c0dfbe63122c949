"""What was said on paper, by phone or at an event."""

from datetime import timedelta

import pytest

from consult.accounts.models import Channel, Verification
from consult.changelog.models import Entry, Fact
from consult.core import clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import BatchState, Comment, Stance, Vote
from consult.participation.rules.offline import LETTERS
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_proposal


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def proposal(council):
    return a_proposal(council=council)


@pytest.fixture
def typist(council):
    return a_member(council, Role.OFFICER)


@pytest.fixture
def checker(council):
    return a_member(council, Role.MODERATOR)


def today():
    return clock.local(clock.now()).date()


def a_batch(typist, proposal, channel=Channel.PAPER):
    return rules.open_batch(typist, proposal, channel, "Box at the library", today())


def counted(typist, checker, proposal, *said):
    batch = a_batch(typist, proposal)
    codes = [
        rules.add_response(typist, batch, str(number), stance, body)[1]
        for number, (stance, body) in enumerate(said, 1)
    ]
    rules.send_batch(typist, batch)
    rules.count_batch(checker, batch)
    return batch, codes


def test_nothing_counts_before_a_second_person_agreed(typist, checker, proposal):
    batch = a_batch(typist, proposal)
    rules.add_response(typist, batch, "1", Stance.OPPOSE, "No, thank you.")
    rules.send_batch(typist, batch)
    before = (queries.vote_count(proposal), queries.comment_count(proposal))

    rules.count_batch(checker, batch)

    assert before == (0, 0)
    assert queries.vote_tally(proposal)[Stance.OPPOSE] == 1
    assert queries.comment_count(proposal) == 1
    assert queries.recount() == []


def test_each_response_is_its_own_persons_and_never_the_staff_members(typist, checker, proposal):
    counted(typist, checker, proposal, (Stance.SUPPORT, ""), (Stance.SUPPORT, ""))

    voters = db.session.query(Vote).all()

    assert len({vote.voter_id for vote in voters}) == 2
    assert {vote.level for vote in voters} == {Verification.GUEST_UNVERIFIED}
    assert not {vote.voter_id for vote in voters} & {typist.id, checker.id}
    assert all(vote.voter.email is None for vote in voters)


def test_counting_twice_counts_once(typist, checker, proposal):
    batch, _codes = counted(typist, checker, proposal, (Stance.SUPPORT, "Good."))

    rules.count_batch(checker, batch)

    assert queries.vote_count(proposal) == 1
    assert db.session.query(Entry).filter_by(kind=Fact.RESPONSES_ADDED).count() == 1


def test_nobody_checks_what_they_typed_in(typist, proposal):
    batch = a_batch(typist, proposal)
    rules.add_response(typist, batch, "1", Stance.SUPPORT, "")
    rules.send_batch(typist, batch)

    with pytest.raises(Refused, match="Somebody else"):
        rules.count_batch(typist, batch)
    with pytest.raises(Refused, match="Somebody else"):
        rules.return_batch(typist, batch, "Look again.")

    assert queries.vote_count(proposal) == 0


def test_only_who_began_a_batch_types_in_it(typist, checker, proposal):
    batch = a_batch(typist, proposal)

    with pytest.raises(Refused, match="began this batch"):
        rules.add_response(checker, batch, "1", Stance.SUPPORT, "")


def test_what_is_given_back_can_be_put_right_and_sent_again(typist, checker, proposal):
    batch = a_batch(typist, proposal)
    response, _code = rules.add_response(typist, batch, "1", Stance.SUPPORT, "Yse")
    rules.send_batch(typist, batch)
    with pytest.raises(Refused, match="can no longer be changed"):
        rules.change_response(typist, response, "1", Stance.SUPPORT, "Yes")

    rules.return_batch(checker, batch, "Number 1 says yes.")
    rules.change_response(typist, response, "1", Stance.SUPPORT, "Yes")
    rules.send_batch(typist, batch)
    rules.count_batch(checker, batch)

    assert batch.state is BatchState.COUNTED
    assert batch.returned is None
    assert db.session.query(Comment).one().body == "Yes"


@pytest.mark.parametrize(
    ("reference", "stance", "body", "field"),
    [
        ("", Stance.SUPPORT, "", "reference"),
        ("x" * 41, Stance.SUPPORT, "", "reference"),
        ("1", None, "  ", "stance"),
        ("1", Stance.QUESTION, "", "stance"),
        ("1", Stance.SUPPORT, "x" * 3001, "body"),
    ],
)
def test_what_cannot_be_counted_is_not_typed_in(typist, proposal, reference, stance, body, field):
    batch = a_batch(typist, proposal)

    with pytest.raises(Invalid) as wrong:
        rules.add_response(typist, batch, reference, stance, body)

    assert wrong.value.field == field
    assert queries.response_count(batch) == 0


def test_a_number_stands_once_in_a_batch(typist, proposal):
    batch = a_batch(typist, proposal)
    rules.add_response(typist, batch, "17", Stance.SUPPORT, "")

    with pytest.raises(Invalid, match="already holds"):
        rules.add_response(typist, batch, "17", Stance.OPPOSE, "")

    assert queries.response_count(batch) == 1


@pytest.mark.parametrize("days", [1, -400])
def test_the_day_lies_in_the_round(typist, proposal, days):
    with pytest.raises(Invalid):
        rules.open_batch(
            typist, proposal, Channel.PHONE, "Helpline", today() + timedelta(days=days)
        )


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING, Status.DRAFT])
def test_nothing_is_typed_in_while_the_round_is_not_open(council, typist, status):
    with pytest.raises(Refused):
        a_batch(typist, a_proposal(status, council=council))


def test_an_empty_batch_is_not_sent(typist, proposal):
    with pytest.raises(Refused, match="at least one"):
        rules.send_batch(typist, a_batch(typist, proposal))


def test_a_receipt_is_kept_only_as_a_hash_and_found_however_it_is_typed(typist, checker, proposal):
    batch, (code,) = counted(typist, checker, proposal, (Stance.OPPOSE, "No."))
    (response,) = queries.responses_of(batch)

    assert code not in response.receipt_hash
    for typed in (code, code.lower(), code.replace("-", " "), f" {code.replace('-', '')} "):
        found = queries.response_by_receipt(rules.receipt_hash(typed))
        assert found is not None
        assert found.id == response.id
    assert queries.response_by_receipt(rules.receipt_hash("2222-2222-2222")) is None


def test_receipts_are_long_and_plain_to_read():
    codes = {rules.new_receipt() for _time in range(200)}

    assert len(codes) == 200
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(4, 4, 4)}
    assert set("".join(codes)) <= {*LETTERS, "-"}
    assert not set(LETTERS) & set("01IO")


def test_the_record_names_nobody_and_says_no_words(typist, checker, proposal):
    counted(typist, checker, proposal, (Stance.OPPOSE, "My words about pumps."))

    entry = db.session.query(Entry).filter_by(kind=Fact.RESPONSES_ADDED).one()

    assert b"pumps" not in entry.body
    assert b"library" not in entry.body


def test_no_mail_is_written_to_nobody():
    from consult.jobs.models import Mail
    from consult.jobs.outbox import post_mail

    sent = post_mail(to=None, subject="Hello", template="mail/accounts/sign_in.txt")

    assert sent is None
    assert db.session.query(Mail).count() == 0
