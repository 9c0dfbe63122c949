"""Commands: `flask --app wsgi ...`; each calls one rule or query and prints a line per result."""

import sys
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from consult.core import server
from consult.core.db import intent, writing
from consult.jobs import worker


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


def _load_demo() -> None:
    """Load the demo councils the first time."""
    from consult.demo.rules import load_once

    with writing():
        load_once()


@click.command()
@with_appcontext
def jobs() -> None:
    """Run the worker: mail, work for later, and what happens on the clock."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    worker.work(app)


COMMANDS: tuple[click.Command, ...] = (serve, jobs)


def install(app: Flask) -> None:
    """Offer the commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
