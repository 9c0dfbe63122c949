from uuid import uuid4

import pytest
from sqlalchemy import select

from consult.core import search
from consult.core.db import db
from consult.core.search import Doc, SearchDoc
from consult.core.words import asked_words


def a_doc(body, kind="comment", within=None, title="", ref=None):
    doc = Doc(kind, ref or uuid4(), (within or uuid4(),), title, body)
    search.keep(doc)
    return doc


def found(words, kind="comment", within=()):
    chosen = search.hits(kind, asked_words(words), within).order_by(search.by_time())
    return [ref for _id, ref in db.session.execute(chosen)]


def test_things_are_found_by_all_their_words_newest_first():
    first, second = a_doc("Cold homes near the school"), a_doc("The schools are cold")
    a_doc("Warm homes")

    assert found("SCHOOL cold") == [second.ref, first.ref]


def test_accents_and_capitals_make_no_difference():
    doc = a_doc("Tŷ’r Cyffredin, café")

    assert found("TYR") == found("Café") == found("cafe\u0301") == [doc.ref]


def test_a_title_is_searched_like_the_rest():
    doc = a_doc("about heating", title="Finding cold homes")

    assert found("homes heating") == [doc.ref]


def test_one_owners_things_are_found_apart_from_anothers():
    here, there = uuid4(), uuid4()
    ours, _theirs = a_doc("cold homes", within=here), a_doc("cold homes", within=there)

    assert found("cold", within=[here]) == [ours.ref]
    assert found("cold", kind="proposal") == []


def test_what_is_said_anew_is_found_by_its_new_words_only():
    doc = a_doc("my secret number")

    search.keep(Doc(doc.kind, doc.ref, doc.belongs, "", "nothing private"))

    assert found("secret") == []
    assert found("private") == [doc.ref]
    assert db.session.query(SearchDoc).count() == 1


def test_what_is_dropped_is_not_found():
    doc = a_doc("my secret number")

    search.drop(doc.kind, doc.ref)

    assert found("secret") == []


@pytest.mark.parametrize(
    "words",
    [
        '"', "' OR 1=1 --", "NEAR(cold homes)", "cold* AND NOT", "scope:mark", "{title}: cold",
        "cold ) OR (title:homes", ":* & | !", "\\", "cold\x00homes", "-cold", "1e5 0x1f", "a" * 500,
    ],
)  # fmt: skip
def test_no_words_that_people_type_are_an_operator(words):
    doc = a_doc(words)

    asked = asked_words(words)

    if asked:
        assert found(words) == [doc.ref]


def test_written_anew_twice_it_is_the_same():
    docs = [Doc("comment", uuid4(), (), "", f"cold home {n}") for n in range(3)]

    for _ in range(2):
        assert search.rebuild(docs) == 3

    assert found("cold") == [doc.ref for doc in reversed(docs)]
    assert set(db.session.scalars(select(SearchDoc.ref))) == {doc.ref for doc in docs}
