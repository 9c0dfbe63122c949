"""Sites: named by a council, proved by the site itself, taken off again."""

import secrets
from uuid import UUID

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Forbidden, Invalid
from consult.councils import queries as councils
from consult.councils.models import Council, Role
from consult.embed import queries
from consult.embed.models import Openness, Site
from consult.embed.origins import FIELD, origin_of
from consult.embed.troubles import Looked
from consult.jobs.outbox import later

MOST = 50
CHECK = "embed.check"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def add_site(officer: Person, council: Council, typed: str, *, local: bool = False) -> Site:
    """Name a site; it may show nothing until the line was found there."""
    _check_officer(officer, council)
    origin = origin_of(typed, local=local)
    council = councils.locked_council(council)
    named = queries.sites(council)
    if any(site.origin == origin for site in named):
        raise Invalid(FIELD, _("This site is on your list already."))
    if len(named) >= MOST:
        raise Invalid(
            FIELD, _("Your list is full. Remove a site first; it holds %(most)s.", most=MOST)
        )
    site = Site(council=council, origin=origin, line=_line(council), added_by=officer)
    db.session.add(site)
    db.session.flush()
    return site


def remove_site(officer: Person, site: Site) -> None:
    """Take a site off the list; it shows nothing more from now on."""
    _check_officer(officer, site.council)
    if site.is_proved:
        _note(officer, site.council, "embed_site_removed")
    db.session.delete(site)
    db.session.flush()


def ask_check(officer: Person, site: Site) -> None:
    """Have the worker look for the line; asked twice before it did, it looks once."""
    _check_officer(officer, site.council)
    if site.id not in queries.being_checked():
        later(CHECK, site_id=site.id)


def ask_due_checks() -> None:
    """Have the worker look again at every site that it has not looked at for a day."""
    waiting = queries.being_checked()
    for site in queries.sites_due():
        if site.id not in waiting:
            later(CHECK, site_id=site.id)


def note_check(site_id: UUID, looked: Looked) -> None:
    """Keep what a look came to; a proof ends only where the site answered without the line."""
    site = queries.locked_site(site_id)
    if site is None:
        return
    site.checked_at = clock.now()
    site.problem = None if looked.found_by else looked.trouble
    if looked.found_by:
        if not site.is_proved:
            site.proved_at = site.checked_at
            _record(site.council, "system", "embed_site_proved")
        site.proof = looked.found_by
    elif site.is_proved and site.proof is not None and looked.denies(site.proof):
        site.proved_at = None
        _record(site.council, "system", "embed_site_lapsed")


def open_to_all(officer: Person, council: Council) -> None:
    """Let every site show what is public, to read only."""
    council = councils.locked_council(council)
    _check_officer(officer, council)
    if not queries.is_open_to_all(council):
        db.session.add(Openness(council_id=council.id, since=clock.now()))
        _note(officer, council, "embed_open_to_all")


def close_to_all(officer: Person, council: Council) -> None:
    """Let only the sites of the list show anything."""
    council = councils.locked_council(council)
    _check_officer(officer, council)
    openness = queries.openness(council)
    if openness is not None:
        db.session.delete(openness)
        _note(officer, council, "embed_closed_to_all")


def _check_officer(person: Person, council: Council) -> None:
    if not councils.roles_of(person, council) & {Role.OWNER, Role.OFFICER}:
        raise Forbidden(_("Only an owner or an officer of this council can do this."))


def _line(council: Council) -> str:
    halves = ("".join(secrets.choice(LETTERS) for _place in range(4)) for _half in range(2))
    return f"consult-embed={council.slug}-{'-'.join(halves)}"


def _note(person: Person, council: Council, what: str) -> None:
    roles = councils.roles_of(person, council)
    _record(council, "officer" if Role.OFFICER in roles else "owner", what)


def _record(council: Council, by: str, what: str) -> None:
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=council, by=by, what=what, role="")
