"""The public changelog, as pages and feeds."""

from typing import Any

from flask import Response, jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from consult.changelog import queries as changelog
from consult.changelog import sentences
from consult.changelog.kinds import GROUPS, SHOWN_AT_FIRST
from consult.core.access import anyone
from consult.core.errors import NotFound
from consult.councils import queries as councils
from consult.proposals import queries as proposed
from consult.site import queries
from consult.site.arguments import month_argument, seq_argument
from consult.site.views.blueprint import blueprint


@blueprint.get("/changelog")
@anyone
def changelog_all() -> ResponseReturnValue:
    """Every council's facts."""
    return _page(None)


@blueprint.get("/councils/<council>/changelog")
@anyone
def council_changelog(council: str) -> ResponseReturnValue:
    """One council's facts."""
    return _page(councils.council(council))


@blueprint.get("/changelog.atom")
@blueprint.get("/councils/<council>/changelog.atom")
@anyone
def atom(council: str | None = None) -> ResponseReturnValue:
    """The facts as an Atom feed."""
    body = render_template("site/feed.xml", **_feed(council))
    return Response(body, content_type="application/atom+xml; charset=utf-8")


@blueprint.get("/changelog.json")
@blueprint.get("/councils/<council>/changelog.json")
@anyone
def json_feed(council: str | None = None) -> ResponseReturnValue:
    """The facts as a JSON Feed."""
    feed = _feed(council)
    items = [
        {
            "id": entry["id"],
            "url": entry["url"],
            "title": entry["title"],
            "content_text": entry["line"].sentence,
            "date_published": entry["line"].fact.at.isoformat(),
            "tags": [entry["line"].tag],
            "_consult": {
                "entry": entry["line"].fact.seq,
                "kind": entry["line"].fact.kind.value,
                "by": entry["line"].fact.by,
                "body": entry["line"].fact.fields,
            },
        }
        for entry in feed["entries"]
    ]
    reply = make_response(
        jsonify(
            version="https://jsonfeed.org/version/1.1",
            title=feed["title"],
            home_page_url=feed["home"],
            feed_url=feed["self"],
            language="en-GB",
            items=items,
            **({"next_url": feed["next"]} if feed["next"] else {}),
        )
    )
    reply.headers["Content-Type"] = "application/feed+json; charset=utf-8"
    reply.headers["Access-Control-Allow-Origin"] = "*"
    return reply


def _page(council: councils.Council | None) -> ResponseReturnValue:
    groups = _groups()
    chosen = _chosen_proposal(council)
    page = changelog.facts_page(
        _kinds(groups),
        council_id=council.id if council else None,
        proposal_id=chosen.id if chosen else None,
        since=month_argument("from"),
        before=seq_argument("before"),
    )
    about = proposed.by_ids({fact.proposal_id for fact in page.items if fact.proposal_id})
    args = request.args.to_dict(flat=False)
    return render_template(
        "site/changelog.html",
        section="changelog",
        council=council,
        days=queries.by_day(page.items),
        about=about,
        groups=sentences.GROUP_NAMES,
        chosen_groups=groups,
        proposals=proposed.public_proposals(council),
        chosen=chosen,
        month=request.args.get("from", ""),
        older=_again(args, before=page.next) if page.next else None,
        feeds={
            "atom": _again(args, "site.atom", before=None),
            "json": _again(args, "site.json_feed", before=None),
        },
        root=changelog.root(changelog.size()).hex(),
        filtered=bool(request.args),
    )


def _feed(slug: str | None) -> dict[str, Any]:
    council = councils.council(slug) if slug else None
    chosen = _chosen_proposal(council)
    page = changelog.facts_page(
        _kinds(_groups()),
        council_id=council.id if council else None,
        proposal_id=chosen.id if chosen else None,
        since=month_argument("from"),
        before=seq_argument("before"),
        limit=50,
    )
    about = proposed.by_ids({fact.proposal_id for fact in page.items if fact.proposal_id})
    where = "site.council_changelog" if council else "site.changelog_all"
    args = {"council": council.slug} if council else {}
    home = url_for(where, **args, _external=True)
    entries = []
    for line in queries.lines(page.items):
        proposal = about.get(line.fact.proposal_id) if line.fact.proposal_id else None
        title = f"{proposal.title}: {line.tag}" if proposal else line.tag
        entries.append(
            {
                "line": line,
                "at": line.fact.at,
                "term": line.fact.kind.value,
                "label": line.tag,
                "summary": line.sentence,
                "title": title,
                "id": f"{url_for('site.changelog_all', _external=True)}#entry-{line.fact.seq}",
                "url": f"{home}?before={line.fact.seq + 1}#entry-{line.fact.seq}",
            }
        )
    more = request.args.to_dict(flat=False)
    return {
        "title": f"{council.name}: Consult" if council else "Consult",
        "home": home,
        "self": request.url,
        "updated": page.items[0].at if page.items else None,
        "entries": entries,
        "next": _again(more, before=page.next, _external=True) if page.next else None,
    }


def _groups() -> tuple[str, ...]:
    asked = request.args.getlist("kind")
    if any(group not in GROUPS for group in asked):
        raise NotFound()
    return tuple(asked) or SHOWN_AT_FIRST


def _kinds(groups: tuple[str, ...]) -> list[changelog.Fact]:
    return [kind for group in groups for kind in GROUPS[group]]


def _chosen_proposal(council: councils.Council | None) -> Any:
    asked = request.args.get("proposal", "")
    if not asked:
        return None
    return proposed.public_by_reference(asked, council)


def _again(args: dict[str, list[str]], endpoint: str | None = None, **changes: Any) -> str:
    kept = {name: values for name, values in args.items() if name not in changes}
    given = {name: value for name, value in changes.items() if value is not None}
    view_args = request.view_args or {}
    return url_for(endpoint or str(request.endpoint), **{**kept, **given, **view_args})
