"""Pages about the site: rules, privacy, accessibility, health."""

from flask import Response, current_app, jsonify, render_template
from flask.typing import ResponseReturnValue

from consult.changelog import queries as changelog
from consult.core.access import anyone
from consult.councils import queries as councils
from consult.moderation import panels as moderation
from consult.site.views.blueprint import blueprint


@blueprint.get("/rules")
@anyone
def rules_for_comments() -> ResponseReturnValue:
    """The rules that moderators apply."""
    return render_template("site/rules.html", rules=moderation.rules_panel())


@blueprint.get("/privacy")
@anyone
def privacy() -> ResponseReturnValue:
    """What we keep about people and why."""
    return render_template("site/privacy.html", councils=councils.councils())


@blueprint.get("/accessibility")
@anyone
def accessibility() -> ResponseReturnValue:
    """How accessible the site is."""
    return render_template("site/accessibility.html", councils=councils.councils())


@blueprint.get("/health")
@anyone
def health() -> ResponseReturnValue:
    """Whether the site can do its work."""
    return jsonify(status="ok", entries=changelog.size())


@blueprint.get("/.well-known/security.txt")
@anyone
def security_txt() -> ResponseReturnValue:
    """Whom to tell about a weakness (RFC 9116)."""
    lines = [
        f"Contact: mailto:{current_app.config['SECURITY_CONTACT']}",
        f"Expires: {current_app.config['SECURITY_EXPIRES']}",
        "Preferred-Languages: en, cy",
        f"Canonical: {current_app.config['BASE_URL']}/.well-known/security.txt",
    ]
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
