"""What moderators did, for everybody: as pages, a feed and files."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.core.errors import NotFound
from consult.core.format import iso
from consult.councils import queries as councils
from consult.moderation import panels as moderation
from consult.moderation import queries as moderated
from consult.moderation.quarters import Quarter, read_quarter
from consult.moderation.queries import LogRow
from consult.proposals import queries as proposed
from consult.site.arguments import log_asked
from consult.site.views.blueprint import blueprint

IN_A_FEED = 50
IN_A_FILE = 1000


@blueprint.get("/councils/<council>/moderation")
@anyone
def moderation_log(council: str) -> ResponseReturnValue:
    """What moderators did and why, without words or names."""
    ours = councils.council(council)
    proposals = proposed.public_proposals(ours)
    asked = log_asked(proposals)
    return render_template(
        "site/moderation.html",
        council=ours,
        section="moderation",
        log=moderation.public_log_panel(ours, asked, request.args.get("after"), _given()),
        asides=moderation.asides_panel(moderated.asides_told(ours)),
        filters=moderation.log_filters(asked, proposals),
        given=_given(),
        is_filtered=bool(_given()),
        pairs=sorted(moderated.paired_reasons(ours)),
        months={name: request.args.get(name, "") for name in ("from", "to")},
    )


@blueprint.get("/councils/<council>/moderation.atom")
@anyone
def moderation_atom(council: str) -> ResponseReturnValue:
    """The log as an Atom feed."""
    ours = councils.council(council)
    asked = log_asked(proposed.public_proposals(ours))
    page = moderated.log(ours, request.args.get("after"), asked, IN_A_FEED)
    home = url_for("site.moderation_log", council=council, _external=True)
    body = render_template(
        "site/feed.xml",
        title=moderation.feed_title(ours),
        home=home,
        self=request.url,
        updated=page.items[0].at if page.items else None,
        entries=[moderation.feed_entry(row, home) for row in page.items],
        next=_further(page.next),
    )
    return Response(body, content_type="application/atom+xml; charset=utf-8")


@blueprint.get("/councils/<council>/moderation.csv")
@anyone
def moderation_csv(council: str) -> ResponseReturnValue:
    """The log as a table, a thousand acts at a time."""
    ours = councils.council(council)
    asked = log_asked(proposed.public_proposals(ours))
    page = moderated.log(ours, request.args.get("after"), asked, IN_A_FILE)
    head = ("id", "at", "act", "reason", "found_by", "stance", "appeal", "proposal")
    reply = _file(f"moderation-{council}.csv", head, map(_line, page.items))
    if page.next:
        reply.headers["Link"] = f'<{_further(page.next)}>; rel="next"'
    return reply


@blueprint.get("/councils/<council>/moderation/reports")
@anyone
def moderation_quarters(council: str) -> ResponseReturnValue:
    """The quarters that there is a report on."""
    return moderation.quarters_panel(councils.council(council)).reply()


@blueprint.get("/councils/<council>/moderation/<quarter>")
@anyone
def moderation_quarter(council: str, quarter: str) -> ResponseReturnValue:
    """What moderators did in three months, counted."""
    ours = councils.council(council)
    return moderation.quarter_panel(ours, _quarter(ours, quarter)).reply()


@blueprint.get("/councils/<council>/moderation/<quarter>/figures.csv")
@anyone
def moderation_quarter_csv(council: str, quarter: str) -> ResponseReturnValue:
    """The same as a table."""
    ours = councils.council(council)
    rows = moderation.quarter_rows(ours, _quarter(ours, quarter))
    head = ("table", "row", "column", "value")
    return _file(f"moderation-{council}-{quarter}.csv", head, rows)


def _quarter(council: councils.Council, text: str) -> Quarter:
    try:
        quarter = read_quarter(text)
    except ValueError as error:
        raise NotFound() from error
    if not moderation.has_report(council, quarter):
        raise NotFound()
    return quarter


def _given() -> dict[str, str]:
    """The filters of this address, without those left open."""
    return {name: said for name, said in request.args.items() if said and name != "after"}


def _further(after: str | None) -> str | None:
    if after is None:
        return None
    more = {**_given(), **(request.view_args or {}), "after": after}
    return url_for(str(request.endpoint), _external=True, **more)


def _line(row: LogRow) -> Sequence[str]:
    return (
        str(row.id),
        iso(row.at),
        row.act.value,
        row.reason.value if row.reason else "",
        row.found_by.value,
        row.stance.value if row.stance else "",
        row.appeal.value if row.appeal else "",
        row.proposal_slug,
    )


def _file(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """Rows of our own words and numbers; none begins as a formula does."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(head)
    table.writerows(rows)
    reply = Response(written.getvalue(), content_type="text/csv; charset=utf-8")
    reply.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    reply.headers["Access-Control-Allow-Origin"] = "*"
    return reply
