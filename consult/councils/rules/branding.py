"""How a council looks: its name, its colour, its logo."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.errors import Invalid
from consult.councils import colour as colours
from consult.councils import png, queries, svg
from consult.councils.models import Council
from consult.councils.rules.roles import check_owner

LOGO_BYTES = 200_000


def change_branding(
    owner: Person,
    council: Council,
    name: str,
    colour: str,
    logo: bytes | None = None,
    remove_logo: bool = False,
) -> None:
    """Change the look; what stays as it was leaves no mark in the record."""
    check_owner(owner, council)
    was = (council.name, council.colour, council.logo_type, council.logo)
    fit = (_free_name(council, name), fit_colour(colour))
    picture, kind = council.logo, council.logo_type
    if logo:
        picture, kind = fit_logo(logo)
    elif remove_logo:
        picture, kind = None, None
    if was == (*fit, kind, picture):
        return
    council.name, council.colour = fit
    council.logo, council.logo_type = picture, kind
    council.brand_version += 1
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="branding", role="")


def fit_colour(text: str) -> str:
    """A colour that white text can be read on, in one spelling."""
    colour = colours.normal(text)
    if colour is None:
        raise Invalid("colour", _("Enter the colour as # and six digits or letters, like #1d4f5c."))
    if not colours.passes(colour):
        raise Invalid(
            "colour",
            _(
                "White text on %(colour)s has a contrast of %(ratio)s to 1. It needs 4.5 to 1. "
                "The nearest darker colour that passes is %(better)s.",
                colour=colour,
                ratio=colours.ratio(colours.contrast(colours.rgb(colour))),
                better=colours.darker_that_passes(colour),
            ),
        )
    return colour


def fit_name(text: str) -> str:
    """A council's name on one line."""
    name = " ".join(text.split())
    if not 3 <= len(name) <= 120 or not name.isprintable():
        raise Invalid("name", _("Enter the council's name in 3 to 120 characters."))
    return name


def fit_logo(picture: bytes) -> tuple[bytes, str]:
    """A logo that carries nothing but a picture, and its type."""
    if len(picture) > LOGO_BYTES:
        raise Invalid("logo", _("Choose a file of 200 kB or less."))
    try:
        if picture.startswith(png.SIGNATURE):
            return png.cleaned(picture), "image/png"
        if svg.looks_like_one(picture):
            return svg.cleaned(picture), "image/svg+xml"
    except png.NotPng as fault:
        raise Invalid("logo", _png_fault(str(fault))) from fault
    except svg.NotSvg as fault:
        raise Invalid("logo", _svg_fault(str(fault))) from fault
    raise Invalid("logo", _("Choose a PNG or SVG picture."))


def _free_name(council: Council, text: str) -> str:
    name = fit_name(text)
    other = queries.council_named(name)
    if other is not None and other.id != council.id:
        raise Invalid("name", _("Another council has this name."))
    return name


def _png_fault(fault: str) -> str:
    if fault == "large":
        return str(_("Choose a picture of at most 2,000 by 2,000 pixels."))
    return str(_("This PNG file is damaged. Save it again and choose it again."))


def _svg_fault(fault: str) -> str:
    said = {
        "entities": _("Save the SVG file without a DOCTYPE or entities, and choose it again."),
        "empty": _("Nothing in this SVG file can be shown. Turn text and images into outlines."),
        "large": _("This SVG file has too many parts. Simplify it, or choose a PNG picture."),
    }
    return str(said.get(fault, _("This SVG file is damaged. Save it again and choose it again.")))
