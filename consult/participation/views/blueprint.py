"""The blueprint that votes and comments share."""

from flask import Blueprint

blueprint = Blueprint("participation", "consult.participation")

HERE = "/councils/<council>/proposals/<proposal>"
