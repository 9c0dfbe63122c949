"""Every way in carries exactly one mark."""

import pytest

pytestmark = pytest.mark.either


def test_every_view_says_who_may_knock(app):
    unmarked = [
        f"{' '.join(sorted(rule.methods - {'HEAD', 'OPTIONS'}))} {rule.rule} ({rule.endpoint})"
        for rule in app.url_map.iter_rules()
        if not isinstance(getattr(app.view_functions[rule.endpoint], "access", None), str)
    ]

    assert unmarked == []


def test_there_is_something_to_knock_at(app):
    assert len(list(app.url_map.iter_rules())) > 20


def test_an_unmarked_view_answers_nobody(databases):
    app = databases.app(databases.migrated())
    app.add_url_rule("/unmarked", "unmarked", lambda: "secret")

    answer = app.test_client().get("/unmarked")

    assert answer.status_code == 403
    assert "secret" not in answer.text


def test_no_address_answers_to_two_views(app):
    seen = {}
    for rule in app.url_map.iter_rules():
        shape = "/".join("*" if part.startswith("<") else part for part in rule.rule.split("/"))
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            seen.setdefault((shape, method), set()).add(rule.endpoint)

    assert {where: who for where, who in seen.items() if len(who) > 1} == {}


def test_reading_never_shares_an_endpoint_with_writing_by_put_or_delete(app):
    methods = {method for rule in app.url_map.iter_rules() for method in rule.methods}

    assert methods <= {"GET", "HEAD", "OPTIONS", "POST"}
