from consult.moderation.house_rules import RULES, rule_for
from consult.moderation.models import Reason


def test_every_reason_but_an_authors_wish_rests_on_one_rule():
    named = [reason for rule in RULES for reason in rule.reasons]

    assert sorted(named) == sorted(set(Reason) - {Reason.AUTHOR_REQUEST})
    assert rule_for(Reason.AUTHOR_REQUEST) is None


def test_the_rules_are_numbered_in_order():
    assert [rule.number for rule in RULES] == list(range(1, len(RULES) + 1))


def test_privacy_is_rule_three():
    rule = rule_for(Reason.PERSONAL_DATA)

    assert rule is not None
    assert rule.number == 3
