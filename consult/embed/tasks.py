"""What is done for widgets in the worker: looking at sites, and on the clock."""

from uuid import UUID

from flask import current_app

from consult.core.db import roll_back, writing
from consult.embed import picture, proof, queries, rules
from consult.embed.pictures import words_of
from consult.jobs.registry import every, task


@every(3600, "embed.forget_spent")
def forget_spent() -> None:
    """Forget passes that are too old to be used."""
    rules.forget_spent()


@task("embed.check", alone=True)
def check(site_id: str) -> None:
    """Look for a site's line, then note what came of it."""
    site = queries.site_to_visit(UUID(site_id))
    if site is None:
        roll_back()
        return
    origin, line = site.origin, site.line
    roll_back()
    looked = proof.look(origin, line, local=current_app.config["EMBED_LOCAL_SITES"])
    with writing():
        rules.note_check(UUID(site_id), looked)


@every(3600, "embed.ask_due_checks")
def ask_due_checks() -> None:
    """Ask for another look at each site, about once a day."""
    rules.ask_due_checks()


@every(60, "embed.ask_for_pictures")
def ask_for_pictures() -> None:
    """Ask for the pictures that do not show how their proposals stand."""
    rules.ask_for_pictures()


@task("embed.draw", alone=True)
def draw(proposal_id: str) -> None:
    """Draw a proposal's picture while nobody waits for a transaction, then keep it."""
    proposal = queries.proposal_to_draw(UUID(proposal_id))
    words = words_of(proposal) if proposal else None
    roll_back()
    if words is None:
        return
    png = picture.draw(words)
    with writing():
        rules.keep_picture(UUID(proposal_id), words.key, png)
