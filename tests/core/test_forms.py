"""Forms are strict about shape."""

import pytest
from werkzeug.datastructures import MultiDict

from tests.core.shapes import Plain

ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def send(floor):
    def send(*pairs, path="/t/form"):
        return floor.test_client().post(path, data=MultiDict(pairs), headers=ORIGIN)

    return send


def test_a_form_in_its_shape_is_taken(send):
    answer = send(("name", "Ada"), ("stance", "a"), ("wards", "x"), ("wards", "y"))

    assert answer.status_code == 200
    assert answer.json["data"] == {"name": "Ada", "stance": "a", "wards": ["x", "y"]}


@pytest.mark.parametrize("name", ["name", "stance"])
def test_a_single_answer_given_twice_is_refused_beside_its_field(send, name):
    answer = send(("name", "Ada"), ("stance", "a"), (name, "a"))

    assert answer.status_code == 422
    assert answer.json["errors"][name] == ["Give one answer only."]


def test_an_unknown_field_is_refused(send):
    answer = send(("name", "Ada"), ("stance", "a"), ("is_admin", "1"))

    assert answer.status_code == 422
    assert len(answer.json["more"]) == 1
    assert "has changed since you opened it" in answer.json["more"][0]


def test_what_the_address_says_too_is_not_unknown(send):
    answer = send(("name", "Ada"), ("stance", "a"), ("sort", "newest"), path="/t/form?sort=oldest")

    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["name", "stance", "wards"])
def test_unreadable_characters_are_refused_beside_their_field(send, name):
    pairs = [pair for pair in (("name", "Ada"), ("stance", "a")) if pair[0] != name]

    answer = send(*pairs, (name, "x\x00"))

    assert answer.status_code == 422
    assert "Remove the hidden characters." in answer.json["errors"][name]


def test_a_choice_that_was_not_offered_is_refused(send):
    answer = send(("name", "Ada"), ("stance", "a"), ("wards", "elsewhere"))

    assert answer.status_code == 422
    assert answer.json["errors"]["wards"]


def test_a_form_that_is_too_long_is_refused(send):
    assert send(("name", "x" * 1_100_000), ("stance", "a")).status_code == 413


def test_a_form_of_too_many_parts_is_refused(floor):
    parts = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="wards"\r\n\r\nx\r\n' for _part in range(2001)
    )

    answer = floor.test_client().post(
        "/t/form",
        data=parts + b"--b--\r\n",
        content_type="multipart/form-data; boundary=b",
        headers=ORIGIN,
    )

    assert answer.status_code == 413


@pytest.mark.parametrize("kind", ["multipart/form-data", "application/json", "text/plain", "x"])
def test_a_body_of_another_kind_is_no_fault_of_ours(floor, kind):
    answer = floor.test_client().post("/t/form", data=b"\xff{", content_type=kind, headers=ORIGIN)

    assert answer.status_code < 500


def test_a_rules_refusal_stands_beside_its_field_or_above_all(app):
    with app.test_request_context("/t/form", method="POST", data={"name": "Ada", "stance": "a"}):
        form = Plain()
        form.validate()

        form.refuse("name", "Say it differently.")
        form.refuse("elsewhere", "Not now.")

        assert form.name.errors == ["Say it differently."]
        assert form.form_errors == ["Not now."]
