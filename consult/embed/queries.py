"""Questions about where widgets may stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import load_only

from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.embed.models import Openness, Picture, Sighting, Site
from consult.embed.pictures import words_of
from consult.jobs import queries as jobs
from consult.proposals.models import UNPUBLISHED, Proposal, Status

AGAIN = timedelta(days=1)
WAITING_FOR = timedelta(days=14)
SHOWN = 20
DRAWN_AT_ONCE = 20


@dataclass(frozen=True)
class Seen:
    """How often widgets of one proposal were seen on one site."""

    origin: str
    this_week: int
    ever: int
    used: int


@dataclass(frozen=True)
class SeenInAll:
    """How often widgets of one proposal were seen anywhere."""

    sites: int
    times: int
    since: date | None


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


def openness(council: Council) -> Openness | None:
    """Since when every site may show what is public."""
    return db.session.get(Openness, council.id)


def site(council: Council, site_id: UUID) -> Site:
    """One of a council's own sites."""
    found = db.session.scalar(select(Site).filter_by(id=site_id, council_id=council.id))
    if found is None:
        raise NotFound()
    return found


def site_to_visit(site_id: UUID) -> Site | None:
    """A site that is to be looked at, unless it was removed."""
    return db.session.get(Site, site_id)


def locked_site(site_id: UUID) -> Site | None:
    """A site, held against others until the transaction ends, unless it was removed."""
    return db.session.scalar(
        select(Site)
        .filter_by(id=site_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def sites_due() -> Sequence[Site]:
    """Sites to look at again: proved ones each day, others for two weeks after they were named."""
    now = clock.now()
    return db.session.scalars(
        select(Site)
        .where(or_(Site.checked_at.is_(None), Site.checked_at <= now - AGAIN))
        .where(or_(Site.proved_at.is_not(None), Site.created_at > now - WAITING_FOR))
        .order_by(Site.id)
    ).all()


def being_checked() -> frozenset[UUID]:
    """Sites that the worker has been asked to look at and has not yet."""
    return frozenset(UUID(asked["site_id"]) for asked in jobs.waiting_payloads("embed.check"))


def was_seen(council: Council, origin: str) -> bool:
    """Whether a site, then proved, showed anything of the council's."""
    seen = select(Sighting.origin).where(
        Sighting.origin == origin,
        Sighting.proposal_id.in_(select(Proposal.id).filter_by(council_id=council.id)),
    )
    return bool(db.session.scalar(select(seen.exists())))


def seen_by_site(proposal: Proposal) -> list[Seen]:
    """The sites where a proposal was seen most."""
    week = clock.local(clock.now()).date() - timedelta(days=6)
    ever = func.sum(Sighting.seen)
    recent = func.sum(case((Sighting.day >= week, Sighting.seen), else_=0))
    rows = db.session.execute(
        select(Sighting.origin, recent, ever, func.sum(Sighting.used))
        .where(Sighting.proposal_id == proposal.id)
        .group_by(Sighting.origin)
        .order_by(ever.desc(), Sighting.origin)
        .limit(SHOWN)
    )
    return [Seen(origin, int(lately), int(all_), int(used)) for origin, lately, all_, used in rows]


def seen_in_all(proposal: Proposal) -> SeenInAll:
    """All sites, all times, and the first day."""
    sites, times, since = db.session.execute(
        select(
            func.count(Sighting.origin.distinct()), func.sum(Sighting.seen), func.min(Sighting.day)
        ).where(Sighting.proposal_id == proposal.id)
    ).one()
    return SeenInAll(sites, int(times or 0), since)


def may_act(council: Council, host: str) -> bool:
    """Whether somebody may take part in a frame on this site.

    A frame that was told no host is shown by proved sites alone, unless every site may show it.
    """
    proved = proved_origins(council)
    return host in proved if host else bool(proved) and not is_open_to_all(council)


def stale_pictures() -> Sequence[Proposal]:
    """Some of the proposals that residents can see and that no picture shows as they stand now."""
    drawn = (
        Proposal.title,
        Proposal.status,
        Proposal.version_number,
        Proposal.opens_at,
        Proposal.closes_at,
        Proposal.decided_at,
    )
    rows = db.session.execute(
        select(Proposal, Picture.key)
        .outerjoin(Picture, Picture.proposal_id == Proposal.id)
        .where(
            Proposal.version_number > 0,
            Proposal.status.not_in(UNPUBLISHED - {Status.SCHEDULED}),
        )
        .options(load_only(*drawn))
        .order_by(Proposal.id)
    )
    stale = (found for found, key in rows if found.is_public and words_of(found).key != key)
    return list(islice(stale, DRAWN_AT_ONCE))


def proposal_to_draw(proposal_id: UUID) -> Proposal | None:
    """A proposal that residents can see, if its picture is still to be drawn."""
    found = db.session.get(Proposal, proposal_id)
    if found is None or not found.is_public:
        return None
    kept = picture_of(found)
    return None if kept is not None and kept.key == words_of(found).key else found


def picture_of(proposal: Proposal) -> Picture | None:
    """What is known of a proposal's picture, without the picture."""
    return db.session.get(Picture, proposal.id)


def png_of(picture: Picture) -> bytes:
    """The picture itself."""
    return picture.png
