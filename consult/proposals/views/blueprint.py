"""The blueprint of this feature's pages."""

from flask import Blueprint

blueprint = Blueprint("proposals", __name__)
HERE = "/desk/<council>/proposals"
