import pytest
from sqlalchemy import select, text

from consult import cli
from consult.core.db import db
from consult.councils.models import Council, Invitation, Role
from consult.jobs.models import Mail
from consult.participation.models import CommentTally
from tests.factories import a_comment, a_council, a_member, a_proposal

NEW = {
    "--slug": "millbrook",
    "--name": "Millbrook Council",
    "--prefix": "MBC",
    "--nation": "England",
    "--email": "data@millbrook.example",
}


@pytest.fixture
def run(app):
    def run(*arguments):
        db.session.commit()
        return app.test_cli_runner().invoke(args=[str(one) for one in arguments])

    return run


def options(**given):
    return [part for pair in (NEW | given).items() for part in pair]


@pytest.mark.parametrize(
    "command",
    [[c.name] for c in cli.COMMANDS]
    + [["council", "create"], ["staff", "invite"], ["log", "audit"]],
)
def test_every_command_explains_itself(run, command):
    done = run(*command, "--help")

    assert done.exit_code == 0
    assert len(done.output.splitlines()) >= 3


def test_a_council_joins_and_its_owner_is_invited(run):
    done = run("council", "create", *options(), "--owner", "ada@millbrook.example")

    assert done.exit_code == 0
    assert done.output.count("\n") == 1
    home = db.session.scalars(select(Council)).one()
    assert (home.slug, home.reference_prefix) == ("millbrook", "MBC")
    offered = db.session.scalars(select(Invitation)).one()
    assert (offered.email, offered.role) == ("ada@millbrook.example", Role.OWNER)
    assert db.session.scalars(select(Mail.to)).all() == ["ada@millbrook.example"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"--slug": "Mill brook"},
        {"--prefix": "m"},
        {"--nation": "France"},
        {"--email": "nobody"},
        {"--name": ""},
    ],
)
def test_a_council_that_cannot_be_is_refused_in_one_line(run, wrong):
    done = run("council", "create", *options(**wrong))

    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert done.output.count("\n") == 1
    assert db.session.scalars(select(Council)).all() == []


def test_the_same_council_joins_once(run):
    run("council", "create", *options())

    done = run("council", "create", *options())

    assert done.exit_code == 1
    assert "already" in done.output
    assert len(db.session.scalars(select(Council)).all()) == 1


def test_somebody_is_invited(run):
    home = a_council()

    done = run("staff", "invite", home.slug, "Mo@Example.org", "moderator")

    assert done.exit_code == 0
    offered = db.session.scalars(select(Invitation)).one()
    assert (offered.email.lower(), offered.role) == ("mo@example.org", Role.MODERATOR)


def test_an_invitation_that_cannot_be_is_refused(run):
    home = a_council()
    member = a_member(home, Role.MODERATOR)

    assert run("staff", "invite", "nowhere", "mo@example.org", "moderator").exit_code == 1
    assert run("staff", "invite", home.slug, "nobody", "moderator").exit_code == 1
    assert run("staff", "invite", home.slug, member.email, "moderator").exit_code == 1
    assert run("staff", "invite", home.slug, "mo@example.org", "king").exit_code == 2
    assert db.session.scalars(select(Invitation)).all() == []


def test_counters_that_are_right_are_ok(run):
    a_comment(a_proposal())

    done = run("recount")

    assert (done.exit_code, done.output) == (0, "ok\n")


def test_a_counter_that_is_wrong_is_named(run):
    a_comment(a_proposal())
    db.session.scalars(select(CommentTally)).one().comments = 7

    done = run("recount")

    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert "the counter says 7, there are 1" in done.output


def test_a_sound_record_is_ok(run):
    run("council", "create", *options())

    done = run("log", "audit")

    word, size, root = done.output.split()
    assert (done.exit_code, word, size, len(root)) == (0, "ok", "1", 64)


def test_a_record_that_differs_is_told(run):
    run("council", "create", *options())
    db.session.execute(text("UPDATE log_head SET size = 5"))

    done = run("log", "audit")

    assert (done.exit_code, done.output) == (1, "head: says 5 entries, there are 1\n")


def test_the_demo_is_loaded_once(run, monkeypatch):
    answers = iter([True, False])
    monkeypatch.setattr("consult.demo.rules.load_once", lambda: next(answers))

    assert run("demo").output == "The demo is loaded.\n"
    assert run("demo").output == "The demo was there already.\n"


def test_the_demo_is_not_loaded_where_it_is_off(run, app, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO", False)

    done = run("demo")

    assert done.exit_code == 1
    assert done.output.count("\n") == 1
