from datetime import date
from uuid import uuid4

from consult.moderation.reporters import key_of_network, key_of_person

COMMENT = uuid4()
DAY = date(2026, 6, 2)


def test_one_network_has_one_key_for_a_comment_and_a_day():
    key = key_of_network("secret", COMMENT, DAY, "192.0.2.7")

    assert key == key_of_network("secret", COMMENT, DAY, "192.0.2.7")
    assert key != key_of_network("secret", COMMENT, date(2026, 6, 3), "192.0.2.7")
    assert key != key_of_network("secret", uuid4(), DAY, "192.0.2.7")
    assert key != key_of_network("secret", COMMENT, DAY, "192.0.2.8")


def test_without_the_secret_an_address_cannot_be_tried_out():
    assert key_of_network("one", COMMENT, DAY, "192.0.2.7") != key_of_network(
        "another", COMMENT, DAY, "192.0.2.7"
    )


def test_a_key_fits_its_column():
    assert len(key_of_person("secret", COMMENT, uuid4())) == 64
