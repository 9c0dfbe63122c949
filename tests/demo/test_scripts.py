from datetime import UTC, datetime, timedelta

import pytest

from consult.core import clock
from consult.demo import chance, editions, scripts
from consult.demo.mapping import content_from_demo
from consult.proposals import law
from consult.proposals.content import all_missing

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("now", [NOW, NOW - timedelta(days=400), NOW + timedelta(days=900)])
def test_the_stories_stand_where_they_should_whatever_the_day(now):
    warm, hub, account = scripts.read(now)

    assert scripts.at(warm.doc["decision"]["decided_on"]) < now
    assert hub.opens_at < now < hub.closes_at
    assert (clock.local(hub.closes_at).date() - clock.local(now).date()).days == 12
    assert (clock.local(now).date() - clock.local(account.closes_at).date()).days == 21


def test_dates_in_figures_and_in_words_move_together():
    moved = scripts._moved(
        {"a": ["2026-01-30T10:00:00Z", "on 30 January 2026 or TBC-DSP-2026-004"]}, 3
    )

    assert moved == {"a": ["2026-02-02T10:00:00Z", "on 2 February 2026 or TBC-DSP-2026-004"]}


def test_every_earlier_version_differs_from_the_one_that_follows():
    for script in scripts.read(NOW):
        content = content_from_demo(script.doc)
        told = [
            *(
                editions.before(script.slug, each, content)
                for each in editions.versions(script.slug)
            ),
            content,
        ]
        for earlier, later, version in zip(
            told, told[1:], editions.versions(script.slug), strict=False
        ):
            changed = {key for key in later if earlier[key] != later[key]}
            assert changed == editions.fields_of(script.slug, version)


def test_chance_falls_the_same_way_every_time():
    shares = {"a": 0.5, "b": 0.3, "c": 0.2}
    falls = [chance.pick(shares, "x", n) for n in range(1000)]

    assert falls == [chance.pick(shares, "x", n) for n in range(1000)]
    assert 450 < falls.count("a") < 550
    assert 150 < falls.count("c") < 250


def test_every_earlier_version_could_be_published():
    for script in scripts.read(NOW):
        first = editions.before(script.slug, "", content_from_demo(script.doc))

        assert all_missing(first) == []
        assert law.problems(first) == []
