from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.circumstances import Circumstance, for_me, groups_of
from consult.proposals.enums import DataSubject
from tests.proposals.examples import a_content, basis

KEYS = [group.value for group in DataSubject]
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "label": st.sampled_from(["Name", "Band", "Illness"]),
            "sent_by": st.sampled_from([None, "c1", "t1"]),
            "received_by": st.sampled_from([None, "c1", "t1"]),
            "about": st.lists(st.sampled_from(KEYS), max_size=3),
        }
    ),
    max_size=5,
)
TOLD = st.sets(st.sampled_from(list(Circumstance)))


@given(ITEMS, st.lists(st.sampled_from(KEYS), max_size=4), TOLD, TOLD)
def test_whoever_tells_more_is_never_shown_less(items, subjects, told, more):
    content = a_content(data_items=items, data_subjects=subjects)

    less, all_ = for_me(content, told), for_me(content, told | more)

    assert set(less.groups) <= set(all_.groups)
    assert all(each in all_.items for each in less.items)
    assert all(each in all_.parties for each in less.parties)
    assert all(each in all_.controls for each in less.controls)
    assert all(each in all_.choices for each in less.choices)


@given(ITEMS, st.lists(st.sampled_from(KEYS), max_size=4), TOLD)
def test_an_item_is_shown_only_to_those_whom_it_is_about(items, subjects, told):
    content = a_content(data_items=items, data_subjects=subjects)

    shown = for_me(content, told)

    mine = {group.value for group in groups_of(told)}
    for each in shown.items:
        assert mine & set(each.row["about"] or subjects)


def test_every_group_can_be_reached_by_ticking_something():
    reached = {group for each in Circumstance for group in groups_of([each])}

    assert reached == set(DataSubject)


def test_an_item_about_some_is_not_shown_to_others():
    content = a_content(
        data_subjects=["patients", "social_tenants"],
        data_items=[{"label": "Illness", "about": ["patients"]}, {"label": "Address"}],
    )

    tenant = for_me(content, [Circumstance.COUNCIL_RENT])

    assert [each.row["label"] for each in tenant.items] == ["Address"]


def test_only_organisations_that_get_or_give_the_item_are_named():
    third = {"id": "p1", "name": "Police", "direction": "receives"}
    content = a_content(
        data_subjects=["pupils"],
        data_items=[{"label": "Name", "sent_by": "c1", "received_by": "t1"}],
        lawful_basis=[basis("c1"), basis("t1"), basis("p1")],
    )
    content["parties"] = [*content["parties"], third]

    shown = for_me(content, [Circumstance.SCHOOL])

    assert [party["name"] for party in shown.parties] == ["Thornmere Council", "Vale Trust"]
    assert [each.party for each in shown.controls] == ["c1", "t1"]


def test_what_is_about_everyone_who_lives_here_is_about_tenants_too():
    content = a_content(data_subjects=["all_residents"], data_items=[{"label": "Name"}])

    assert for_me(content, [Circumstance.COUNCIL_RENT]).items
    assert not for_me(content, [Circumstance.VISIT]).is_about_me
