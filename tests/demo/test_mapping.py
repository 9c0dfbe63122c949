import json
from pathlib import Path

import pytest

import consult.demo
from consult.demo.mapping import content_from_demo
from consult.proposals import content, law
from consult.proposals.fields import FIELDS, Kind
from consult.proposals.parts import parts_of
from consult.proposals.readiness import Context, blocking, checklist

FILES = sorted((Path(consult.demo.__file__).parent / "data").glob("*.json"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def doc(request):
    return json.loads(request.param.read_text())


def test_there_are_three_stories():
    assert len(FILES) == 3


def test_a_story_has_all_that_publishing_needs(doc):
    told = content_from_demo(doc)

    assert content.all_missing(told) == []
    assert law.problems(told) == []
    facts = Context.of(told, nation=doc["council"]["nation"])
    assert blocking(checklist(told, facts)) == []


def test_a_story_uses_known_fields_and_keys_only(doc):
    told = content_from_demo(doc)

    assert set(told) - set(FIELDS) == {"body_parts"}
    for key, field in FIELDS.items():
        rows = told.get(key) or [] if field.kind is Kind.ROWS else [told]
        for one in field.columns or (field,):
            for row in rows:
                value = row.get(one.key)
                values = value if isinstance(value, list) else [value] if value else []
                if one.choices:
                    assert all(one.choices.of(each) for each in values), (one.key, values)
                assert all(len(each) <= one.limit for each in values if isinstance(each, str)), key


def test_a_story_told_twice_has_the_same_parts(doc):
    assert parts_of(content_from_demo(doc)) == parts_of(content_from_demo(doc))


def test_what_a_summary_promises_fits_in_fifty_words(doc):
    assert len(doc["proposal"]["plain_summary"].split()) <= 50
