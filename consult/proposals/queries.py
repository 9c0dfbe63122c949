"""Questions about proposals, their versions, rounds, reasons and agreements."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import joinedload

from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.proposals.models import (
    UNPUBLISHED,
    Agreement,
    CheckReason,
    Proposal,
    Round,
    Status,
    Version,
)
from consult.proposals.parts import Part, parts_of

RUNNING = (Status.OPEN, Status.PAUSED)


def public_proposal(council_slug: str, slug: str) -> Proposal:
    """The proposal at a public address; drafts are not found."""
    found = _at(council_slug, slug)
    if found is None or not found.is_public:
        raise NotFound()
    return found


def desk_proposal(council_slug: str, slug: str) -> Proposal:
    """One of a council's own proposals, drafts included."""
    found = _at(council_slug, slug)
    if found is None:
        raise NotFound()
    return found


def _at(council_slug: str, slug: str) -> Proposal | None:
    read = and_(Version.proposal_id == Proposal.id, Version.number == Proposal.version_number)
    row = db.session.execute(
        select(Proposal, Version)
        .join(Proposal.council)
        .outerjoin(Version, read)
        .where(Council.slug == council_slug, Proposal.slug == slug)
    ).first()
    if row is None:
        return None
    found, version_ = row
    if version_ is not None:
        _known()[found.id, version_.number] = version_
    return found


def locked_proposal(proposal: Proposal) -> Proposal:
    """The same proposal, held against others until the transaction ends.

    What belongs to it may be added meanwhile: a report must not wait for a count.
    """
    db.session.flush()
    return db.session.scalars(
        select(Proposal)
        .filter_by(id=proposal.id)
        .with_for_update(of=Proposal, key_share=True)
        .execution_options(populate_existing=True)
    ).one()


def current_version(proposal: Proposal) -> Version:
    """The version that residents read now."""
    return version(proposal, proposal.version_number)


def version(proposal: Proposal, number: int) -> Version:
    """One published version; it never changes, so each is asked for once."""
    known = _known()
    found = known.get((proposal.id, number))
    if found is None or found not in db.session:
        found = db.session.scalar(select(Version).filter_by(proposal_id=proposal.id, number=number))
    if found is None:
        raise NotFound()
    known[proposal.id, number] = found
    return found


def _known() -> dict[tuple[UUID, int], Version]:
    versions: dict[tuple[UUID, int], Version] = db.session.info.setdefault("versions", {})
    return versions


def part_now(version: Version, part_id: str) -> Part:
    """The part of a version under an id; any other id, however strange, is not found."""
    for part in parts_of(version.content):
        if part.id == part_id:
            return part
    raise NotFound()


def part_last(proposal: Proposal, part_id: str) -> tuple[Part, Version]:
    """A part as the newest version that has it words it, though it may be gone from the text."""
    for version_ in versions(proposal):
        for part in parts_of(version_.content):
            if part.id == part_id:
                return part, version_
    raise NotFound()


def versions(proposal: Proposal) -> Sequence[Version]:
    """All published versions, newest first."""
    return db.session.scalars(
        select(Version).filter_by(proposal_id=proposal.id).order_by(Version.number.desc())
    ).all()


def current_versions(ids: Collection[UUID]) -> Mapping[UUID, Version]:
    """The version that residents read now, for each proposal that has one."""
    found = db.session.scalars(
        select(Version)
        .join(Proposal, Proposal.id == Version.proposal_id)
        .where(Proposal.id.in_(ids), Version.number == Proposal.version_number)
    )
    return {each.proposal_id: each for each in found}


def public_proposals(council: Council | None = None) -> Sequence[Proposal]:
    """What residents can see, newest first."""
    chosen = _public().order_by(Proposal.opens_at.desc(), Proposal.id)
    if council is not None:
        chosen = chosen.where(Proposal.council_id == council.id)
    return [each for each in db.session.scalars(chosen) if each.is_public]


def by_ids(ids: Collection[UUID]) -> dict[UUID, Proposal]:
    """Those of these proposals that residents can see."""
    found = db.session.scalars(_public().where(Proposal.id.in_(ids)))
    return {each.id: each for each in found if each.is_public}


def public_by_reference(reference: str, council: Council | None = None) -> Proposal:
    """The proposal with a reference, in a council or anywhere."""
    chosen = _public().where(Proposal.reference == reference).order_by(Proposal.id)
    if council is not None:
        chosen = chosen.where(Proposal.council_id == council.id)
    for found in db.session.scalars(chosen):
        if found.is_public:
            return found
    raise NotFound()


def _public() -> Select[Proposal]:
    never = UNPUBLISHED - {Status.SCHEDULED}
    return select(Proposal).where(Proposal.version_number > 0, Proposal.status.not_in(never))


def council_proposals(council: Council) -> Sequence[Proposal]:
    """Everything a council has, with its authors, latest change first."""
    return db.session.scalars(
        select(Proposal)
        .where(Proposal.council_id == council.id)
        .options(joinedload(Proposal.author))
        .order_by(Proposal.status_since.desc(), Proposal.id)
    ).all()


def due_to_open(now: datetime) -> Sequence[Proposal]:
    """Scheduled proposals whose moment has come, the earliest first."""
    return db.session.scalars(
        select(Proposal)
        .where(Proposal.status == Status.SCHEDULED, Proposal.opens_at <= now)
        .order_by(Proposal.opens_at, Proposal.id)
    ).all()


def due_to_close(now: datetime) -> Sequence[Proposal]:
    """Running proposals whose last second has passed, the earliest first."""
    return db.session.scalars(
        select(Proposal)
        .where(Proposal.status.in_(RUNNING), Proposal.closes_at <= now)
        .order_by(Proposal.closes_at, Proposal.id)
    ).all()


def current_round(proposal: Proposal) -> Round | None:
    """The latest period in which it was open."""
    return db.session.scalar(
        select(Round).filter_by(proposal_id=proposal.id).order_by(Round.number.desc()).limit(1)
    )


def rounds(proposal: Proposal) -> Sequence[Round]:
    """Every period in which it was open, the first one first."""
    return db.session.scalars(
        select(Round).filter_by(proposal_id=proposal.id).order_by(Round.number)
    ).all()


def check_reasons(proposal: Proposal) -> Sequence[CheckReason]:
    """The written reasons for going on in spite of warnings, with who gave them."""
    return db.session.scalars(
        select(CheckReason)
        .filter_by(proposal_id=proposal.id)
        .options(joinedload(CheckReason.given_by))
        .order_by(CheckReason.given_at, CheckReason.id)
    ).all()


def check_reason(proposal: Proposal, check_id: str) -> CheckReason | None:
    """The reason given about one check."""
    return db.session.scalar(
        select(CheckReason).filter_by(proposal_id=proposal.id, check_id=check_id)
    )


def agreements(proposal: Proposal) -> Sequence[Agreement]:
    """What second persons said about the drafts, newest first."""
    return db.session.scalars(
        select(Agreement)
        .filter_by(proposal_id=proposal.id)
        .options(joinedload(Agreement.person))
        .order_by(Agreement.created_at.desc(), Agreement.id)
    ).all()


def agreements_on(proposal: Proposal, draft_hash: str) -> Sequence[Agreement]:
    """What second persons said about one state of the draft."""
    return [each for each in agreements(proposal) if each.draft_hash == draft_hash]


def is_taken(council: Council, *, slug: str = "", reference: str = "") -> bool:
    """Tell whether a council already uses an address or a reference."""
    key = {"slug": slug} if slug else {"reference": reference}
    return (
        db.session.scalar(select(Proposal.id).filter_by(council_id=council.id, **key)) is not None
    )


def references_of(council: Council, beginning: str) -> Sequence[str]:
    """A council's references that begin so."""
    return db.session.scalars(
        select(Proposal.reference).where(
            Proposal.council_id == council.id, Proposal.reference.startswith(beginning)
        )
    ).all()
