"""Each kind of fact has a schema, and nothing else gets in."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from consult.changelog.kinds import GROUPS, SCHEMAS, checked
from consult.changelog.models import Fact

SAMPLES: dict[type, Any] = {str: "words", int: 3, dict: {"a": 1}}


@pytest.mark.parametrize("kind", Fact)
def test_a_fact_with_its_fields_is_taken(kind: Fact) -> None:
    fields = {name: SAMPLES[type_] for name, type_ in SCHEMAS[kind].items()}

    assert checked(kind, fields) == fields


@pytest.mark.parametrize("kind", Fact)
def test_an_unknown_field_is_refused(kind: Fact) -> None:
    fields = {name: SAMPLES[type_] for name, type_ in SCHEMAS[kind].items()}

    with pytest.raises(ValueError, match="email"):
        checked(kind, {**fields, "email": "a@example.org"})


@pytest.mark.parametrize("kind", Fact)
def test_every_kind_stands_in_one_group(kind: Fact) -> None:
    assert sum(kind in kinds for kinds in GROUPS.values()) == 1


def test_values_become_canonical() -> None:
    fields = checked(
        Fact.PHASE_CHANGED,
        {
            "was": datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
            "now": UUID(int=7),
            "reason": "Cafe\u0301",
        },
    )

    assert fields == {
        "was": "2026-03-01T09:30:00.000Z",
        "now": "00000000-0000-0000-0000-000000000007",
        "reason": "Café",
    }


@pytest.mark.parametrize("value", [1.5, "\ud800", 2**53, b"bytes"])
def test_what_the_log_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        checked(Fact.PHASE_CHANGED, {"was": "", "now": "", "reason": value})
