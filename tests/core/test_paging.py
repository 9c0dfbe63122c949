import base64
import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.errors import NotFound
from consult.core.paging import decode_cursor, encode_cursor

pytestmark = pytest.mark.either

PARTS = st.tuples(
    st.integers(-(2**53), 2**53),
    st.datetimes(timezones=st.just(UTC)),
    st.uuids(),
    st.text(max_size=40).filter(lambda text: text.isprintable()),
)


def written(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@given(PARTS)
def test_a_cursor_reads_back_as_it_was_written(parts):
    cursor = encode_cursor(*parts)

    assert decode_cursor(cursor, int, datetime, UUID, str) == parts
    assert cursor.replace("-", "").replace("_", "").isalnum()


@given(st.text(max_size=80))
def test_any_other_text_is_not_found(text):
    with pytest.raises(NotFound):
        decode_cursor(text, datetime, UUID)


@pytest.mark.parametrize(
    "value",
    [
        [],
        ["2026-01-01T00:00:00+00:00"],
        ["2026-01-01T00:00:00", str(UUID(int=1))],
        ["never", str(UUID(int=1))],
        ["2026-01-01T00:00:00+00:00", "not an id"],
        ["2026-01-01T00:00:00+00:00", None],
        [None, str(UUID(int=1))],
        {"a": 1},
        "ab",
        7,
    ],
)
def test_a_cursor_of_another_shape_is_not_found(value):
    with pytest.raises(NotFound):
        decode_cursor(written(value), datetime, UUID)


@pytest.mark.parametrize("value", [2**53 + 1, -(2**60), "7", 1.5, True, None])
def test_a_number_that_no_page_ends_with_is_not_found(value):
    with pytest.raises(NotFound):
        decode_cursor(written([value]), int)


def test_deeply_nested_text_is_not_found():
    with pytest.raises(NotFound):
        decode_cursor(base64.urlsafe_b64encode(b"[" * 100_000).decode(), int)
