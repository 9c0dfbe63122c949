"""Consult: councils ask before they share data; this is the only place where all parts meet."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flask_babel import Babel
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

import config
from consult import cli
from consult.accounts import session
from consult.core import access, app, assets, db, languages, limits, logs, pages, panels, security
from consult.core import format as wording
from consult.core.app import App

FEATURES = (
    "accounts",
    "councils",
    "proposals",
    "participation",
    "questionnaire",
    "moderation",
    "analysis",
    "decisions",
    "notifications",
    "site",
    "desk",
    "embed",
)


def create_app(settings: Mapping[str, Any] | None = None) -> App:
    """Put the parts together; `settings` go before the environment's."""
    application = App(
        __name__, template_folder="../templates", static_folder=None, static_url_path=None
    )
    application.config.update(config.read())
    application.config.update(settings or {})
    _install(application)
    features = [*FEATURES, *(["demo"] if application.config["DEMO"] else [])]
    for feature in features:
        for part in ("models", "tasks", "facts"):
            _part(feature, part)
        views = _part(feature, "views")
        if views is not None:
            application.register_blueprint(views.blueprint)
        context = _part(feature, "context")
        if context is not None:
            context.install(application)
    import_module("consult.changelog.models")
    import_module("consult.jobs.models")
    cli.install(application)
    return application


def _part(feature: str, part: str) -> Any:
    name = f"consult.{feature}.{part}"
    return import_module(name) if find_spec(name) else None


def _install(application: App) -> None:
    url = application.config["SQLALCHEMY_DATABASE_URI"]
    if application.config.get("SQLALCHEMY_ENGINE_OPTIONS") is None:
        application.config["SQLALCHEMY_ENGINE_OPTIONS"] = db.engine_options(url)
    application.config["DATA_DIR"].mkdir(parents=True, exist_ok=True)
    hops = application.config["PROXY_HOPS"]
    static = str(Path(__file__).parent.parent / "static")
    inner: Any = application.wsgi_app
    if application.config["PAGES_KEPT"]:
        inner = pages.Pages(application, inner)
    inner = WhiteNoise(inner, root=static, prefix="static/", immutable_file_test=assets.is_hashed)
    application.wsgi_app = inner  # type: ignore[method-assign]
    if hops:
        application.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            application.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    application.jinja_env.trim_blocks = True
    application.jinja_env.lstrip_blocks = True
    application.jinja_env.add_extension("jinja2.ext.do")
    db.db.init_app(application)
    db.install(application)
    Migrate(application, db.db, directory="migrations", render_as_batch=True, compare_type=True)
    Babel(application, locale_selector=languages.locale)
    logs.install(application)
    security.install(application)
    limits.install(application)
    session.install(application)
    access.install(application)
    panels.htmx.init_app(application)
    wording.install(application)
    assets.register(application)
    app.install_errors(application)
