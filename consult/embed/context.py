"""What templates may ask about sites: a trouble in words, a host without the rest."""

from dataclasses import dataclass

from flask import Flask, url_for

from consult.core import _
from consult.core.assets import named
from consult.embed.origins import host_of
from consult.embed.picture import HEIGHT, WIDTH
from consult.embed.pictures import words_of
from consult.embed.troubles import Trouble
from consult.proposals.models import Proposal


def trouble_label(problem: str | None) -> str:
    """What stood in the way at the last check."""
    return Trouble(problem).label if problem in set(Trouble) else ""


@dataclass(frozen=True)
class Shown:
    """A picture's address on this site, what it shows in words, and its size in pixels."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def picture_of(proposal: Proposal) -> Shown:
    """The picture that stands for a proposal where its address is shared."""
    key = words_of(proposal).key
    address = url_for(
        "embed.picture", council=proposal.council.slug, proposal=proposal.slug, key=key
    )
    alt = _("%(council)s asks: %(title)s", council=proposal.council.name, title=proposal.title)
    return Shown(address, alt)


def front_picture() -> Shown:
    """The picture for pages that are about no single proposal."""
    return Shown(f"/static/{named()['share.png']}", _("Consult: have your say on your data"))


def install(app: Flask) -> None:
    """Offer them as filters, and the picture as a function."""
    app.add_template_filter(trouble_label)
    app.add_template_global(picture_of)
    app.add_template_global(front_picture)
    app.add_template_filter(host_of, "host_only")
