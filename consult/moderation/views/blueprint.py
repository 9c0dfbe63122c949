"""The blueprint of moderation."""

from flask import Blueprint

blueprint = Blueprint("moderation", __name__)


COMMENT = "/councils/<council>/proposals/<proposal>/comments/<uuid:comment_id>"


DESK = "/desk/<council>"
