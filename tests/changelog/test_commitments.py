"""Salted commitments say nothing without their salt."""

import pytest

from consult.changelog.commitments import commit_to, new_salt


def test_the_same_words_under_another_salt_give_another_commitment() -> None:
    assert commit_to("comment", new_salt(), "yes") != commit_to("comment", new_salt(), "yes")


def test_a_commitment_is_found_again_with_its_salt() -> None:
    salt = new_salt()

    assert commit_to("comment", salt, "Café") == commit_to("comment", salt, "Cafe\u0301")


def test_kind_and_content_cannot_be_shifted_into_each_other() -> None:
    salt = new_salt()

    assert commit_to("a", salt, "bc") != commit_to("ab", salt, "c")


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        commit_to("comment", b"salt", "yes")
