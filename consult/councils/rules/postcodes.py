"""A council's list of postcodes and the wards in which they lie."""

from collections.abc import Iterable

from sqlalchemy import delete, insert

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import postcodes, queries
from consult.councils.models import Council, Postcode
from consult.councils.rules.roles import check_owner

AT_ONCE = 1_000


def upload_postcodes(owner: Person, council: Council, lines: Iterable[str]) -> int:
    """Put a new list in place of the old one, whole or not at all; tell how long it is."""
    council = queries.locked_council(council)
    check_owner(owner, council)
    try:
        table = postcodes.table(lines)
    except postcodes.Fault as fault:
        raise Invalid("table", _said(fault)) from fault
    unknown = sorted(set(table.values()) - set(council.wards))
    if unknown:
        raise Invalid("table", _unknown(unknown))
    db.session.execute(delete(Postcode).filter_by(council_id=council.id))
    rows = [
        {"council_id": council.id, "postcode": postcode, "ward": ward}
        for postcode, ward in sorted(table.items())
    ]
    for start in range(0, len(rows), AT_ONCE):
        db.session.execute(insert(Postcode), rows[start : start + AT_ONCE])
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="postcodes", role="")
    return len(rows)


def _unknown(wards: list[str]) -> str:
    shown = ", ".join(ward[:60] for ward in wards[:10])
    more = len(wards) - 10
    if more > 0:
        shown = str(_("%(names)s and %(more)s more", names=shown, more=more))
    return str(_("These are not wards of this council: %(names)s.", names=shown))


def _said(fault: postcodes.Fault) -> str:
    said = {
        "columns": _("The first line must name the columns postcode and ward, each once."),
        "empty": _("The file names no postcode."),
        "broken": _(
            "Line %(line)s cannot be read. Save the file as CSV in UTF-8.", line=fault.line
        ),
        "short": _("Line %(line)s lacks a column.", line=fault.line),
        "ward": _("Line %(line)s has no ward, or one that is too long.", line=fault.line),
        "postcode": _(
            "Line %(line)s: “%(words)s” is not a UK postcode.", line=fault.line, words=fault.words
        ),
        "twice": _(
            "Line %(line)s: “%(words)s” lies in another ward further up.",
            line=fault.line,
            words=fault.words,
        ),
        "long": _("The file names more than 50,000 postcodes."),
    }
    return str(said[fault.kind])
