"""Commands: `flask --app wsgi ...`; each calls one rule or query and prints a line per result."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from flask_migrate import upgrade
from sqlalchemy.exc import OperationalError, ProgrammingError

from consult.changelog import audit
from consult.core import search, server
from consult.core.db import intent, writing
from consult.core.errors import Explained, Invalid, NotFound
from consult.councils import queries as councils
from consult.councils import rules as joining
from consult.councils.models import Role
from consult.jobs import worker
from consult.participation import queries as participation
from consult.participation.queries import found
from consult.proposals import finding
from consult.questionnaire import queries as questionnaire


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Say a refusal in one line and end with 1, where a traceback would say it in fifty."""
    try:
        yield
    except Invalid as invalid:
        raise click.ClickException(f"{invalid.field}: {invalid.message}") from invalid
    except Explained as refused:
        raise click.ClickException(str(refused.message) or "There is no such thing.") from refused
    except (OperationalError, ProgrammingError) as error:
        said = str(error.orig).splitlines()[0]
        raise click.ClickException(
            f"The database cannot do this ({said}). Is it up to date? flask --app wsgi db upgrade"
        ) from error


@click.command()
@with_appcontext
def serve() -> None:
    """Bring the database up to date, then run the web server and the worker together."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    host, port = app.config["HOST"], app.config["PORT"]
    try:
        listener = server.listen(host, port)
    except server.PortTaken as taken:
        raise click.ClickException(
            f"Port {port} on {host} cannot be used ({taken}); name another: make run PORT=8001"
        ) from taken
    app.config["DATA_DIR"].mkdir(parents=True, exist_ok=True)
    with intent(write=True):
        upgrade()
    if app.config["DEMO"]:
        _load_demo()
    sys.exit(server.run_together(listener, Path(app.root_path).parent, click.echo))


def _load_demo() -> bool:
    """Load the demo councils the first time; tell whether it was done now."""
    from consult.demo.rules import load_once

    with writing():
        return load_once()


@click.command()
@with_appcontext
def jobs() -> None:
    """Run the worker: mail, work for later, and what happens on the clock."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    worker.work(app)


@click.command()
@with_appcontext
def demo() -> None:
    """Load the three demo councils and their stories, unless they are there already."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("The demo is off here; DEMO=1 switches it on.")
    with _in_one_line():
        is_new = _load_demo()
    click.echo("The demo is loaded." if is_new else "The demo was there already.")


council = AppGroup("council", help="Councils that use this Consult.")


@council.command()
@click.option("--slug", required=True, help="Its address here: small letters, digits, hyphens.")
@click.option("--name", required=True, help="Its name, as residents read it.")
@click.option("--prefix", required=True, help="What its references begin with, such as MCC.")
@click.option("--nation", required=True, help="England, Wales, Scotland or Northern Ireland.")
@click.option("--email", required=True, help="Where residents write about their data.")
@click.option("--owner", help="Whom to invite, by mail, to look after the council's staff.")
@click.option("--ward", "wards", multiple=True, help="A ward; give it again for each.")
def create(
    slug: str, name: str, prefix: str, nation: str, email: str, owner: str | None, wards: list[str]
) -> None:
    """Let a council join."""
    with _in_one_line(), writing():
        joining.create_council(
            slug=slug,
            name=name,
            nation=nation,
            reference_prefix=prefix,
            wards=wards,
            languages=["en"],
            contact_email=email,
            owner_email=owner,
        )
    click.echo(f"{name} has joined." + (f" An invitation is on its way to {owner}." * bool(owner)))


staff = AppGroup("staff", help="People who work for a council.")


@staff.command()
@click.argument("council")
@click.argument("email")
@click.argument("role", type=click.Choice([role.value for role in Role]))
def invite(council: str, email: str, role: str) -> None:
    """Offer EMAIL a ROLE in COUNCIL, named by its address here; the offer goes out by mail."""
    with _in_one_line(), writing():
        try:
            home = councils.council(council)
        except NotFound:
            raise click.ClickException(f"There is no council {council}.") from None
        joining.invite(None, home, email, Role(role))
    click.echo(f"An invitation is on its way to {email}.")


@click.command()
@with_appcontext
def recount() -> None:
    """Compare every counter with what it counts; exit 1 on a difference."""
    with _in_one_line():
        found = [*participation.recount(), *questionnaire.recount()]
    for difference in found:
        click.echo(
            f"{difference.what}: the counter says {difference.counter}, "
            f"there are {difference.counted}"
        )
    if found:
        sys.exit(1)
    click.echo("ok")


log = AppGroup("log", help="The public record.")


@log.command("audit")
def audit_log() -> None:
    """Recompute everything the record says about itself; exit 1 on any difference."""
    with _in_one_line():
        found = list(audit.differences())
        for difference in found:
            click.echo(difference)
        if found:
            sys.exit(1)
        size, root = audit.summary()
    click.echo(f"ok {size} {root}")


words = AppGroup("search", help="Finding proposals and comments by their words.")


@words.command()
def rebuild() -> None:
    """Write anew what searches look through; done twice, it is as done once."""
    with _in_one_line(), writing():
        count = search.rebuild(chain(finding.docs(), found.docs()))
    click.echo(f"{count} proposals and comments can be found.")


COMMANDS: tuple[click.Command, ...] = (serve, jobs, demo, council, staff, recount, log, words)


def install(app: Flask) -> None:
    """Offer the commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
