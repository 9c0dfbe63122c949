"""The blueprint that all pages for residents share."""

from flask import Blueprint

blueprint = Blueprint("site", "consult.site")
