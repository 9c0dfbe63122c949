"""A council joins."""

import re
from collections.abc import Sequence

from consult.accounts.rules import normal_email
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.councils import colour as colours
from consult.councils import queries
from consult.councils.models import Council, Role
from consult.councils.rules.branding import fit_colour, fit_name
from consult.councils.rules.invitations import invite

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,9}")
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
LANGUAGES = ("en", "cy")


def create_council(
    slug: str,
    name: str,
    nation: str,
    reference_prefix: str,
    wards: Sequence[str],
    languages: Sequence[str],
    contact_email: str,
    colour: str = colours.FIRST,
    owner_email: str | None = None,
) -> Council:
    """Let a council join; its owner, if named, is invited by mail."""
    _check(slug, nation, reference_prefix, languages)
    if _exists(slug) or queries.council_named(fit_name(name)) is not None:
        raise Refused(_("There is a council of that name or address already."))
    made = Council(
        slug=slug,
        name=fit_name(name),
        nation=nation,
        reference_prefix=reference_prefix,
        wards=[ward.strip() for ward in wards if ward.strip()],
        languages=list(languages),
        contact_email=normal_email(contact_email),
        colour=fit_colour(colour),
    )
    db.session.add(made)
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=made, by="system", what="council_created", role="")
    if owner_email is not None:
        invite(None, made, owner_email, Role.OWNER)
    return made


def _exists(slug: str) -> bool:
    try:
        queries.council(slug)
    except NotFound:
        return False
    return True


def _check(slug: str, nation: str, prefix: str, languages: Sequence[str]) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > 60:
        raise Invalid("slug", _("Use small letters, digits and single hyphens."))
    if nation not in NATIONS:
        raise Invalid("nation", _("Choose one of: %(names)s.", names=", ".join(NATIONS)))
    if not PREFIX.fullmatch(prefix):
        raise Invalid("reference_prefix", _("Use 2 to 10 capital letters and digits."))
    if not languages or not set(languages) <= set(LANGUAGES):
        raise Invalid("languages", _("Choose from: %(names)s.", names=", ".join(LANGUAGES)))
