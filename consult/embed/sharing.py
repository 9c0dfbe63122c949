"""What the desk shows for handing out widgets: the whole page, one site, the poster."""

from collections.abc import Mapping

from flask import current_app

from consult.core import _, assets
from consult.core.languages import Lang, speaking
from consult.core.panels import Panel
from consult.councils.forms import ButtonForm
from consult.embed import queries
from consult.embed.bilingual import usual_language, words_of
from consult.embed.code import code_of
from consult.embed.framing import ancestors
from consult.embed.invitation import invitation_to
from consult.embed.looks import Look, Theme, View
from consult.embed.models import Site
from consult.embed.naming import PageForm, SiteForm
from consult.embed.refusals import Circumstances, Judged, judged
from consult.embed.snippet import SANDBOX, Kind, Widget
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal

WIDTHS = (320, 768, 1024)
USUAL = {"view": View.VOTE.value}


def share_panel(
    proposal: Proposal, given: Mapping[str, str], *, may_change: bool, form: SiteForm | None = None
) -> Panel:
    """Choose, say where, look, copy."""
    council = proposal.council
    usual = {**USUAL, "lang": usual_language(council.languages).value}
    widget = widget_of(proposal, Look.read(usual | dict(given)))
    kind = given.get("kind")
    sites, is_open = queries.sites(council), queries.is_open_to_all(council)
    proved = [site.origin for site in sites if site.is_proved]
    return Panel(
        "embed/share.html",
        council=council,
        proposal=proposal,
        tab="embed",
        widget=widget,
        look=widget.look,
        kind=Kind(kind) if kind in set(Kind) else Kind.SCRIPT,
        kinds=Kind,
        views=View,
        themes=Theme,
        languages=Lang,
        privacy=_privacy(widget.look.lang),
        widths=WIDTHS,
        code=code_of(widget.page),
        sites=sites,
        checking=queries.being_checked(),
        proved=proved,
        is_open=is_open,
        ancestors=ancestors(proved, "", anywhere=is_open),
        seen=queries.seen_by_site(proposal),
        seen_in_all=queries.seen_in_all(proposal),
        may_change=may_change,
        form=form or SiteForm(formdata=None),
        check=check_panel(proposal, PageForm(formdata=None), may_change=may_change),
        button=ButtonForm(formdata=None),
    )


def _privacy(lang: Lang) -> str:
    """What the council's own privacy page can say, in the language of that page."""
    with speaking(lang):
        return _("“The consultation on this page sets no cookies and does not track you.”")


def site_panel(proposal: Proposal, site: Site, *, may_change: bool) -> Panel:
    """One site: its proof, or what to do for it."""
    return Panel(
        "embed/site.html",
        council=proposal.council,
        proposal=proposal,
        tab="embed",
        site=site,
        checking=queries.being_checked(),
        may_change=may_change,
        button=ButtonForm(formdata=None),
    )


def check_panel(
    proposal: Proposal, form: PageForm, found: Judged | None = None, *, may_change: bool
) -> Panel:
    """Why a page does not show the widget, once its address was typed."""
    return Panel(
        "embed/check.html",
        council=proposal.council,
        proposal=proposal,
        tab="embed",
        page_form=form,
        found=found,
        base=current_app.config["BASE_URL"],
        sandbox=SANDBOX,
        may_change=may_change,
        button=ButtonForm(formdata=None),
    )


def judgement(proposal: Proposal, origin: str) -> Judged:
    """Why a page of this origin does not show a proposal's widgets; nobody goes there to look."""
    council = proposal.council
    given = Circumstances(
        current_app.config["BASE_URL"],
        is_public=proposal.is_public,
        is_open_to_all=queries.is_open_to_all(council),
        was_seen=queries.was_seen(council, origin),
    )
    return judged(origin, queries.sites(council), given)


def remove_panel(proposal: Proposal, site: Site) -> Panel:
    """Ask whether a site is to be taken off."""
    return Panel(
        "embed/remove.html",
        council=proposal.council,
        proposal=proposal,
        tab="embed",
        site=site,
        form=ButtonForm(formdata=None),
    )


def poster_panel(proposal: Proposal) -> Panel:
    """A sheet of paper for walls."""
    widget = widget_of(proposal, Look())
    return Panel(
        "embed/poster.html",
        council=proposal.council,
        proposal=proposal,
        tab="embed",
        summary=proposals.current_version(proposal).content.get("plain_summary", ""),
        widget=widget,
        code=code_of(widget.page),
    )


def widget_of(proposal: Proposal, look: Look) -> Widget:
    """What is copied for a proposal in one look."""
    base = current_app.config["BASE_URL"]
    content = proposals.current_version(proposal).content
    with speaking(look.lang):
        invitation = invitation_to(proposal)
    return Widget(
        base,
        proposal.council.slug,
        proposal.slug,
        words_of(content, "title", look.lang, proposal.title).text,
        look,
        invitation,
        pinned=assets.named()["loader.js"],
        integrity=assets.integrity("loader.js"),
    )
