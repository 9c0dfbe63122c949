import pytest

from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation import queries, rules
from consult.participation.grid import Answer, asked_of, safeguards_of
from consult.participation.models import Comfort, ItemView, Pending, Safeguard
from consult.proposals.models import Status
from tests.factories import a_person, a_residence
from tests.participation.grids import (
    ADDRESS,
    FINE,
    HOST,
    NAME,
    NO,
    PARTS,
    POLICE,
    REASONS,
    a_grid,
    a_new_version,
    asking,
    depends,
)
from tests.participation.letters import link_and_code, mails

STAFF, TOLD = Safeguard.NAMED_STAFF.value, Safeguard.FAMILY_TOLD.value


def people(proposal, part_id, comfort):
    return queries.item_tally(proposal)[part_id][comfort].total()


def views(person, proposal):
    return {part: view.view for part, view in queries.views_of(person, proposal).items()}


def test_it_asks_about_every_item_and_about_those_who_receive():
    assert [asked.id for asked in asked_of(a_grid())] == PARTS


def test_the_council_offers_safeguards_or_the_usual_ones_stand():
    own = {"safeguards": [{"id": "s1", "label": "Only on Mondays"}]}

    assert safeguards_of(own) == {"s1": "Only on Mondays"}
    assert list(safeguards_of({})) == [each.value for each in Safeguard]


def test_an_answer_to_one_line_is_an_answer():
    person, proposal = a_person(), asking()

    rules.give_views(person, proposal, {NAME: FINE})

    assert people(proposal, NAME, Comfort.FINE) == 1
    assert queries.item_turnout(proposal).total() == 1


def test_what_is_left_out_later_stays_as_it_was():
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: NO})

    rules.give_views(person, proposal, {ADDRESS: depends(STAFF)})

    assert views(person, proposal) == {NAME: Comfort.FINE, ADDRESS: Comfort.WITH_SAFEGUARDS}
    assert people(proposal, ADDRESS, Comfort.NO) == 0
    assert queries.recount() == []


def test_a_safeguard_asked_for_twice_by_one_is_one_person_anywhere():
    person, proposal = a_person(), asking()

    rules.give_views(person, proposal, {NAME: depends(STAFF, TOLD), ADDRESS: depends(STAFF)})

    tally = queries.safeguard_tally(proposal)
    assert {part: found.total() for part, found in tally[STAFF].items()} == {
        "": 1,
        NAME: 1,
        ADDRESS: 1,
    }
    assert queries.recount() == []


def test_safeguards_count_only_where_they_are_asked_for():
    person, proposal = a_person(), asking()

    rules.give_views(person, proposal, {NAME: Answer(Comfort.NO, (STAFF,), "Or else.")})

    held = queries.views_of(person, proposal)[NAME]
    assert (held.safeguards, held.own_words) == ([], None)
    assert queries.safeguard_tally(proposal) == {}


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"data_items/zz": FINE},
        {"parties/p1": FINE},
        {"plain_summary": FINE},
        {NAME: depends("free_beer")},
        {NAME: depends(own="x" * 301)},
    ],
)
def test_what_was_not_asked_is_refused_and_nothing_stored(answers):
    person, proposal = a_person(), asking()

    with pytest.raises(Invalid):
        rules.give_views(person, proposal, answers)

    assert db.session.query(ItemView).count() == 0
    assert queries.recount() == []


def test_own_words_are_tidied_and_kept():
    person, proposal = a_person(), asking()

    rules.give_views(person, proposal, {NAME: depends(own="  Ask\u200b me first. ")})

    assert queries.views_of(person, proposal)[NAME].own_words == "Ask me first."


def test_saying_the_same_again_changes_nothing(clock):
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {NAME: depends(STAFF)})
    before = queries.views_of(person, proposal)[NAME].changed_at
    clock.forward(hours=1)

    rules.give_views(person, proposal, {NAME: depends(STAFF)})

    assert queries.views_of(person, proposal)[NAME].changed_at == before
    assert people(proposal, NAME, Comfort.WITH_SAFEGUARDS) == 1


def test_all_of_somebodys_views_stand_at_the_level_they_have_now():
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: depends(STAFF)})
    a_residence(person, proposal.council)

    rules.give_views(person, proposal, {REASONS: NO})

    assert queries.item_turnout(proposal) == {True: 1, False: 0}
    assert queries.item_tally(proposal)[NAME][Comfort.FINE][True] == 1
    assert queries.recount() == []


def test_views_move_to_the_level_at_which_the_council_knows_somebody_now():
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {NAME: FINE})
    a_residence(person, proposal.council)

    rules.move_levels(person, proposal.council)

    assert queries.item_turnout(proposal) == {True: 1, False: 0}
    assert queries.recount() == []


def test_one_line_or_all_can_be_taken_back():
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {NAME: FINE, ADDRESS: depends(STAFF), POLICE: NO})

    rules.withdraw_views(person, proposal, ADDRESS)
    assert views(person, proposal) == {NAME: Comfort.FINE, POLICE: Comfort.NO}
    assert queries.recount() == []

    rules.withdraw_views(person, proposal)
    rules.withdraw_views(person, proposal)
    assert views(person, proposal) == {}
    assert queries.item_turnout(proposal).total() == 0
    assert queries.recount() == []


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING, Status.DECIDED])
def test_nothing_is_taken_or_taken_back_while_it_is_not_open(status):
    person, proposal = a_person(), asking(status)

    for deed in (
        lambda: rules.give_views(person, proposal, {NAME: FINE}),
        lambda: rules.hold_views("a@example.org", proposal, {NAME: FINE}),
        lambda: rules.withdraw_views(person, proposal),
    ):
        with pytest.raises(Refused):
            deed()

    assert db.session.query(ItemView).count() == 0
    assert db.session.query(Pending).count() == 0


def test_a_visitors_whole_grid_waits_for_one_confirmation():
    proposal = asking()
    answers = {NAME: FINE, ADDRESS: depends(STAFF, own="Ask me first."), HOST: NO}

    first = rules.hold_views("new@example.org", proposal, answers)
    again = rules.hold_views("new@example.org", proposal, dict(reversed(answers.items())))

    assert first.id == again.id
    assert len(mails()) == 1
    assert "Child’s name: Fine" in mails()[0].text
    assert "Address: Only with safeguards (Only named staff may open it; " in mails()[0].text
    assert "Ask me first" not in mails()[0].text
    assert queries.item_tally(proposal) == {}

    _link, code = link_and_code()
    done = rules.confirm_code(first.id, code)

    assert queries.views_of(done.person, proposal)[ADDRESS].own_words == "Ask me first."
    assert queries.item_turnout(proposal).total() == 1
    assert queries.recount() == []


def test_what_was_confirmed_after_a_new_version_is_about_the_one_that_was_read():
    proposal = asking()
    held = rules.hold_views("new@example.org", proposal, {NAME: FINE, ADDRESS: NO})
    kept = [row for row in a_grid()["data_items"] if row["id"] != "a2"]
    a_new_version(proposal, a_grid(data_items=kept))

    done = rules.confirm_code(held.id, link_and_code()[1])

    found = queries.views_of(done.person, proposal)
    assert {part: view.version_number for part, view in found.items()} == {NAME: 1, ADDRESS: 1}
    assert queries.recount() == []


def test_an_answer_about_a_part_that_went_is_kept_but_taken_no_more():
    person, proposal = a_person(), asking()
    rules.give_views(person, proposal, {ADDRESS: NO})
    kept = [row for row in a_grid()["data_items"] if row["id"] != "a2"]
    a_new_version(proposal, a_grid(data_items=kept))

    with pytest.raises(Invalid):
        rules.give_views(person, proposal, {ADDRESS: FINE})
    rules.give_views(person, proposal, {NAME: FINE})

    assert views(person, proposal) == {NAME: Comfort.FINE, ADDRESS: Comfort.NO}
    assert queries.recount() == []


def test_an_answer_survives_waiting():
    for answer in (FINE, NO, depends(STAFF, TOLD, own="Ask me first."), depends()):
        assert Answer.of(answer.stored()) == answer
