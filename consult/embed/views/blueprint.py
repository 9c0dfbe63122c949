"""The blueprint that all pages of this feature share."""

from flask import Blueprint

blueprint = Blueprint("embed", "consult.embed")
