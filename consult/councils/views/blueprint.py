"""The blueprint that a council's own pages share."""

from flask import Blueprint

blueprint = Blueprint("councils", "consult.councils")
