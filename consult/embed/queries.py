"""Questions about where widgets may stand."""

from collections.abc import Sequence

from sqlalchemy import select

from consult.core.db import db
from consult.councils.models import Council
from consult.embed.models import Openness, Site


def sites(council: Council) -> Sequence[Site]:
    """Every site that the council named, in the order of their addresses."""
    return db.session.scalars(
        select(Site).filter_by(council_id=council.id).order_by(Site.origin)
    ).all()


def proved_origins(council: Council) -> Sequence[str]:
    """The origins that may show the council's widgets."""
    return db.session.scalars(
        select(Site.origin)
        .where(Site.council_id == council.id, Site.proved_at.is_not(None))
        .order_by(Site.origin)
    ).all()


def is_open_to_all(council: Council) -> bool:
    """Whether every site may show the council's public proposals, to read only."""
    return db.session.get(Openness, council.id) is not None


def may_act(council: Council, host: str) -> bool:
    """Whether somebody may take part in a frame on this site.

    A frame that was told no host is shown by proved sites alone, unless every site may show it.
    """
    proved = proved_origins(council)
    return host in proved if host else bool(proved) and not is_open_to_all(council)
